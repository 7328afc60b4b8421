import type { HeadquartersPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Action, HandlingPlan } from '../../domain/plan/handling-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { Headquarters, WorkGroup } from '../../domain/taxonomy.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { clockOf } from '../handling/scene-texts.ts'
import { assigneeOf, NOBODY } from '../handling/assign-action.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { handOverOf, reliefClockReason, reliefDueS } from './cut-off-supplies.ts'
import { contactTeam, waysInto } from './ways-in.ts'
import type { CutOffTownFacts } from './read-cut-off.ts'

/** Codes of what is done for each street without contact; the check asks for them by these. */
export const CUT_OFF_CODES = ['CUT_CONTACT', 'CUT_WAY', 'CUT_RELIEF'] as const
/** Code of what must not be done while a street has no contact. */
export const CUT_OFF_MUST_NOT = 'CUT_STALE'

/** Id of the action of one code for one street. */
export function cutOffActionId(code: (typeof CUT_OFF_CODES)[number], town: string): string {
  return `A-${code}-${town}`
}

type Both = Readonly<Record<Headquarters, HeadquartersPlan>>

/** Adds what streets without contact need to the phases that are on when it is due, and the must-not that goes with it. */
export function withCutOffOrders(
  value: HandlingPlan,
  { problem, facts, headquarters }: { problem: PlanningProblem; facts: FactSheet; headquarters: Both },
): HandlingPlan {
  if (facts.cutOffTowns.length === 0) return value
  const actions = facts.cutOffTowns.flatMap((entry) => actionsFor(problem, facts, headquarters, entry))
  return {
    ...value,
    phases: value.phases.map((phase, index) => ({
      ...phase,
      actions: [
        ...phase.actions,
        ...actions.filter(({ dueMin }) => phaseAt(value.phases, dueMin) === index).map(({ action }) => action),
      ],
    })),
    mustNot: [
      ...value.mustNot,
      {
        code: CUT_OFF_MUST_NOT,
        text: makeReason('cut-off-must-not', { towns: facts.cutOffTowns.map(({ town }) => town) }).text,
        basis: [makeReason('cut-off-rule')],
      },
    ],
  }
}

interface Timed {
  readonly action: Action
  readonly dueMin: number
}

function actionsFor(
  problem: PlanningProblem,
  facts: FactSheet,
  headquarters: Both,
  entry: CutOffTownFacts,
): readonly Timed[] {
  const { town } = entry
  const team = contactTeam(problem, facts, town)
  const ways = waysInto(problem, facts, entry)
  const clock = reliefClockReason(entry, problem.parameters, facts)
  const dueS = Math.max(facts.nowS, reliefDueS(entry, problem.parameters))
  const timed = (
    code: (typeof CUT_OFF_CODES)[number],
    dueMin: number,
    who: { readonly hq: Headquarters; readonly group: WorkGroup },
    text: Reason,
    basis: readonly Reason[],
  ): Timed => ({
    dueMin,
    action: {
      id: cutOffActionId(code, town),
      code,
      text: text.text,
      ...who,
      assignee: assigneeOf(who, headquarters) ?? NOBODY,
      dueAt: formatInstant(facts.nowS + dueMin * 60, facts.offsetMin),
      basis: [...basis],
    },
  })
  return [
    timed(
      'CUT_CONTACT',
      CONTACT_MIN,
      { hq: 'tactical', group: 'G_COMM' },
      team === null
        ? makeReason('cut-off-contact-nobody', { town })
        : makeReason('cut-off-contact', { town, team: team.name, phone: team.phone }),
      [makeReason('cut-off-rule')],
    ),
    timed(
      'CUT_WAY',
      WAY_MIN,
      { hq: 'tactical', group: 'G_TRAFFIC' },
      makeReason('cut-off-way', { town, ways: ways.map((way) => way.text) }),
      ways,
    ),
    timed(
      'CUT_RELIEF',
      Math.floor((dueS - facts.nowS) / 60),
      { hq: 'administrative', group: 'G_SUPPLY' },
      makeReason('cut-off-relief', {
        town,
        due: clockOf(dueS, facts.offsetMin),
        place: handOverOf(problem.dataset, facts, entry)?.name ?? '待定地点',
      }),
      [clock],
    ),
  ]
}

/** Minutes after the decision by which somebody is on the way to make contact, and a way in is settled. */
const CONTACT_MIN = 15
const WAY_MIN = 30

/** The phase that is on at a minute, else the last. */
function phaseAt(phases: HandlingPlan['phases'], dueMin: number): number {
  const index = phases.findIndex((phase) => phase.fromMin <= dueMin && dueMin <= phase.toMin)
  return index < 0 ? phases.length - 1 : index
}

import type { DispatchPlan, Unknown } from '../../domain/plan/dispatch-plan.ts'
import type { UnknownInfluence } from '../../domain/plan/influence.ts'
import type { Incident } from '../../domain/incident.ts'
import type { PlausibleValues } from '../../domain/parameters/unknowns.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { MakePlan } from '../alternatives/plan-alternatives.ts'
import type { PlanningProblem } from '../problem.ts'
import { changedLines } from './changed-lines.ts'
import { withUnknown } from './with-unknown.ts'

/** An unknown with what it would change. */
export type RankedUnknown = Unknown & { readonly influence: UnknownInfluence }

type Case = UnknownInfluence['cases'][number]

/**
 * The unknowns of a plan, the one that would change most lines first: the draft planner is run again with each plausible
 * value and the lines are compared with the draft of the incident as it is. One draft after the other through
 * `makePlan`, which may cancel by throwing.
 */
export async function rankUnknowns(
  problem: PlanningProblem,
  plan: Pick<DispatchPlan, 'unknowns'>,
  makePlan: MakePlan,
): Promise<RankedUnknown[]> {
  if (plan.unknowns.length === 0) return []
  const draft = (incident: Incident): DispatchPlan | Promise<DispatchPlan> =>
    makePlan({ ...problem, incident, effort: 'draft' })
  const base = await draft(problem.incident)
  const ranked: RankedUnknown[] = []
  for (const unknown of plan.unknowns) {
    const tried = problem.parameters.unknowns.plausible.find(({ fact }) => fact === unknown.fact)
    const cases: Case[] = []
    for (const [index, value] of (tried?.values ?? []).entries()) {
      const given = withUnknown(problem.incident, unknown.fact, value)
      if (tried === undefined || given === null) continue
      const { incident, assumed } = withCompanion(problem, given, unknown.fact)
      const made = await draft(incident)
      cases.push({ value, valueText: `${nameOf(tried, index)}${assumed}`, lines: changedLines(base, made) })
    }
    ranked.push({
      ...unknown,
      influence: {
        linesChanged: Math.max(0, ...cases.map(({ lines }) => lines.length)),
        cases,
        evidence: tried?.evidence ?? 'unverified',
        source: tried?.source ?? '参数表没有这一项的合理取值，未试算',
      },
    })
  }
  return sortedBy(ranked, ({ influence, fact }) => [-influence.linesChanged, fact])
}

function nameOf({ values, names, unit }: PlausibleValues, index: number): string {
  const value = values[index]
  const name = names?.[index]
  if (name !== undefined) return name
  return `${String(value)}${unit}`
}

/** A wind direction without a speed moves nothing, and the other way round: the missing half is assumed and said. */
function withCompanion(
  { parameters }: PlanningProblem,
  incident: Incident,
  fact: string,
): { incident: Incident; assumed: string } {
  const other = COMPANIONS[fact]
  const isKnown =
    other === undefined ||
    typeof (other === 'weather.windSpeedMs' ? incident.weather?.windSpeedMs : incident.weather?.windFromDeg) ===
      'number'
  const tried = isKnown ? undefined : parameters.unknowns.plausible.find((entry) => entry.fact === other)
  const [value] = tried?.values ?? []
  if (other === undefined || tried === undefined || value === undefined) return { incident, assumed: '' }
  const name = other === 'weather.windSpeedMs' ? '风速' : '风向'
  return {
    incident: withUnknown(incident, other, value) ?? incident,
    assumed: `（同时假设${name}${nameOf(tried, 0)}）`,
  }
}

const COMPANIONS: Readonly<Record<string, string>> = {
  'weather.windFromDeg': 'weather.windSpeedMs',
  'weather.windSpeedMs': 'weather.windFromDeg',
}

import type { DecisionCode, PlanCriteria, TriedDecision } from '../../domain/plan/alternatives.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { decisionTitle } from '../../text/decision-names.ts'
import { checkPlan } from '../check-plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { isDominated, isSame, sayDifference, sayEffort, standingOf } from './compare-plans.ts'
import { decideOtherwise, listDecisions } from './list-decisions.ts'
import { measurePlan } from './measure-plan.ts'

/** A whole lawful plan that differs in one decision and is better in something. */
export interface Alternative {
  readonly decision: DecisionCode
  readonly title: string
  /** What it gains and what it costs against the plan. */
  readonly reasons: readonly Reason[]
  readonly criteria: PlanCriteria
  readonly plan: DispatchPlan
}

/** The plan's own figures, the alternatives worth a debate, and everything that was tried. */
export interface Alternatives {
  readonly criteria: PlanCriteria
  readonly alternatives: readonly Alternative[]
  readonly tried: readonly TriedDecision[]
  /** "No real alternative" with why, when there is none. */
  readonly verdict: Reason | null
}

/** Makes one candidate plan; the same planner as for the plan itself, here or on a worker. */
export type MakePlan = (problem: PlanningProblem) => DispatchPlan | Promise<DispatchPlan>

interface Candidate {
  readonly alternative: Alternative
  readonly tried: TriedDecision
}

/**
 * Tries every decision a commander could take otherwise and keeps the plans that pass the check, differ noticeably and
 * are dominated by none of the others. One candidate after the other through `makePlan`, which may cancel by throwing.
 */
export async function planAlternatives(
  problem: PlanningProblem,
  plan: DispatchPlan,
  count: number,
  makePlan: MakePlan,
): Promise<Alternatives> {
  const parameters = problem.parameters.alternatives
  const criteria = measurePlan(plan, parameters)
  const tried: TriedDecision[] = []
  const open: Candidate[] = []
  for (const { code, decision, notApplicable } of listDecisions(plan)) {
    const title = decisionTitle(code)
    if (decision === null) {
      tried.push({
        code,
        title,
        outcome: 'notApplicable',
        criteria: null,
        reasons: notApplicable ? [notApplicable] : [],
      })
      continue
    }
    const made = await makePlan(decideOtherwise(problem, decision))
    const candidate = judgeCandidate(problem, { plan, criteria }, { code, made })
    if ('alternative' in candidate) open.push(candidate)
    else tried.push(candidate)
  }
  const kept = keepBest(problem, open, count)
  const entries = [...tried, ...kept.tried, POSTURE]
  return {
    criteria,
    alternatives: kept.alternatives,
    tried: entries,
    verdict:
      kept.alternatives.length > 0 || kept.tried.some(({ outcome }) => outcome === 'overCount')
        ? null
        : makeReason('alternatives-none', { tried: entries.filter((entry) => entry.criteria !== null).length }),
  }
}

/** Attack or hold: nothing in the data says what either would bring, so no plan is made of it. */
const POSTURE: TriedDecision = {
  code: 'posture',
  title: '进攻或防御态势',
  outcome: 'notApplicable',
  criteria: null,
  reasons: [makeReason('decision-posture-no-data')],
}

/** A candidate against the plan: unlawful, the same or dominated ones are out. */
function judgeCandidate(
  problem: PlanningProblem,
  base: { readonly plan: DispatchPlan; readonly criteria: PlanCriteria },
  { code, made }: { readonly code: DecisionCode; readonly made: DispatchPlan },
): Candidate | TriedDecision {
  const parameters = problem.parameters.alternatives
  const title = decisionTitle(code)
  const criteria = measurePlan(made, parameters)
  const standing = standingOf(criteria, base.criteria, parameters)
  const differences = sayDifference(criteria, base.criteria, standing)
  const entry = (outcome: TriedDecision['outcome'], reasons: Reason[]): TriedDecision => ({
    code,
    title,
    outcome,
    criteria,
    reasons,
  })
  const broken = unlawfulness(problem, base.plan, made)
  if (broken.length > 0) return entry('unlawful', broken)
  if (isSame(standing)) return entry('same', [makeReason('alternative-same')])
  if (isDominated(standing)) return entry('dominated', [makeReason('alternative-dominated'), ...differences])
  const reasons = [...differences, sayEffort(criteria, base.criteria)]
  return {
    alternative: { decision: code, title, reasons, criteria, plan: made },
    tried: entry('kept', reasons),
  }
}

/** What forbids a candidate: a blocking finding against the unchanged rules, or a waiting place lost. */
function unlawfulness(problem: PlanningProblem, plan: DispatchPlan, made: DispatchPlan): Reason[] {
  const blocks = checkPlan(made, problem).filter(({ severity }) => severity === 'block')
  const hasPlace = ({ movementPlan }: DispatchPlan): boolean =>
    movementPlan.stagingAreas.some(({ kind }) => kind === 'staging')
  return [
    ...blocks.slice(0, 3).map(({ code, text }) => makeReason('alternative-blocked', { rule: code, why: text })),
    ...(hasPlace(plan) && !hasPlace(made) ? [makeReason('alternative-no-place')] : []),
  ]
}

/** Leaves out what another candidate beats or equals, and what is over the number asked for. */
function keepBest(
  problem: PlanningProblem,
  open: readonly Candidate[],
  count: number,
): { alternatives: Alternative[]; tried: TriedDecision[] } {
  const parameters = problem.parameters.alternatives
  const alternatives: Alternative[] = []
  const tried: TriedDecision[] = []
  for (const [index, { alternative, tried: entry }] of open.entries()) {
    const better = open.find((other, place) => {
      if (place === index) return false
      const standing = standingOf(alternative.criteria, other.alternative.criteria, parameters)
      return isDominated(standing) || (isSame(standing) && place < index)
    })
    if (better !== undefined) {
      const reasons = [makeReason('alternative-dominated-by', { title: better.alternative.title })]
      tried.push({ ...entry, outcome: 'dominated', reasons: [...reasons, ...entry.reasons] })
    } else if (alternatives.length >= count) {
      tried.push({ ...entry, outcome: 'overCount', reasons: [makeReason('alternative-over-count', { count })] })
    } else {
      alternatives.push(alternative)
      tried.push(entry)
    }
  }
  return { alternatives, tried }
}

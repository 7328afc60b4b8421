import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { StressEvidence } from '../../domain/stress.ts'
import type { PlanningProblem } from '../problem.ts'
import { prepareDraw } from './draw-incidents.ts'
import { judgeIncident, unhousedOf } from './judge-incident.ts'
import type { StressGround } from './stress-steps.ts'

/** The problem behind one incident of a run, to be planned again as evidence. */
export function drawnProblem(ground: StressGround, seed: number, index: number): PlanningProblem {
  const incident = prepareDraw(ground.dataset, ground.parameters.stress).at(seed, index)
  return { ...ground, incident, effort: 'draft' }
}

/** The plan of a drawn incident in words: what it missed and why. */
export function stressEvidence(
  { incident, parameters }: PlanningProblem,
  index: number,
  plan: DispatchPlan,
): StressEvidence {
  const wordsOf = (rows: readonly { readonly reasons: readonly { readonly text: string }[] }[]): string[] =>
    rows.flatMap(({ reasons }) => reasons.map(({ text }) => text))
  const { forcePlan, movementPlan, handlingPlan, findings } = plan
  const lines = [
    ...wordsOf(forcePlan.shortfalls),
    ...wordsOf(forcePlan.supplies.shortfalls),
    ...wordsOf(unhousedOf(handlingPlan)),
    ...wordsOf(handlingPlan.casualtyGaps ?? []),
    ...wordsOf(movementPlan.blocked),
    ...findings.filter(({ severity }) => severity === 'block').map(({ text }) => text),
  ]
  return { incident, judged: judgeIncident(index, incident, plan, parameters.assignment), lines: [...new Set(lines)] }
}

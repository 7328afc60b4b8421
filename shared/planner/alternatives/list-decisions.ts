import type { DecisionCode } from '../../domain/plan/alternatives.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { Decision } from './decision.ts'

/** A decision that can be tried, or why it is no question here. */
export interface DecisionQuestion {
  readonly code: DecisionCode
  readonly decision: Decision | null
  readonly notApplicable: Reason | null
}

/** Every decision a commander could take otherwise than this plan, in a fixed order. */
export function listDecisions(plan: DispatchPlan): DecisionQuestion[] {
  const { forcePlan, movementPlan, handlingPlan } = plan
  const lostCover = forcePlan.coverageLeft.some(
    ({ beforeS, targetS, met }) => !met && beforeS !== null && beforeS <= targetS,
  )
  const asksOutside = forcePlan.assignments.some(({ tier }) => tier !== 'street' && tier !== 'district')
  const place = movementPlan.stagingAreas.find(({ kind }) => kind === 'staging')
  const hasScene = movementPlan.stagingAreas.some(({ kind }) => kind !== 'staging') || plan.zones.length > 0
  const leavesInTime = handlingPlan.evacuation.assignments.some(
    ({ mode, cloudArrivesS, reasons }) =>
      mode === 'evacuate' && cloudArrivesS !== null && reasons.some(({ code }) => code === 'hz12-time-to-walk'),
  )
  return [
    ask('fastestForce', {}),
    lostCover ? ask('keepCover', {}) : refuse('keepCover', 'decision-cover-kept'),
    ask('askNeighboursNow', {}),
    asksOutside ? ask('ownForcesFirst', {}) : refuse('ownForcesFirst', 'decision-own-only'),
    place !== undefined && hasScene
      ? ask('otherSide', { awayFromDeg: place.bearingFromIncidentDeg })
      : refuse('otherSide', 'decision-no-side'),
    leavesInTime ? ask('stayIndoors', {}) : refuse('stayIndoors', 'decision-no-choice-hz12'),
  ]
}

/** The same problem with one decision taken otherwise: weights or a forced choice, never a hard rule. */
export function decideOtherwise(problem: PlanningProblem, decision: Decision): PlanningProblem {
  const { alternatives } = problem.parameters
  // Somebody chose it: what it changes in a plan in force is no price against it.
  const assignment = {
    ...problem.parameters.assignment,
    changePenaltyS: { ...problem.parameters.assignment.changePenaltyS, value: 0 },
  }
  const supplies = {
    ...problem.parameters.supplies,
    changedLinePackS: { ...problem.parameters.supplies.changedLinePackS, value: 0 },
  }
  const withForces = (changes: Partial<typeof assignment>): PlanningProblem => ({
    ...problem,
    decision,
    parameters: { ...problem.parameters, supplies, assignment: { ...assignment, ...changes } },
  })
  const none = { ...assignment.teamUseS, value: 0 }
  switch (decision.code) {
    case 'fastestForce':
      return withForces({ exposedTownPenaltyS: none, teamUseS: none, vehicleUseS: none })
    case 'keepCover':
      return withForces({ exposedTownPenaltyS: alternatives.keepCoverS })
    case 'askNeighboursNow': {
      const [own = [], neighbours = [], ...farther] = assignment.tierGroups
      return withForces({
        tierGroups: [[...own, ...neighbours], ...farther],
        brigadeFromGrade: { ...assignment.brigadeFromGrade, value: 1 },
      })
    }
    case 'ownForcesFirst':
      return withForces({ lateToleranceS: assignment.latestAfterS })
    case 'otherSide':
    case 'stayIndoors':
      return withForces({})
  }
}

function ask(code: DecisionCode, more: Omit<Decision, 'code'>): DecisionQuestion {
  return { code, decision: { code, ...more }, notApplicable: null }
}

function refuse(code: DecisionCode, reason: string): DecisionQuestion {
  return { code, decision: null, notApplicable: makeReason(reason) }
}

import type { DispatchPlan, MatchedContingencyPlan, PlannedIncident } from '../domain/plan/dispatch-plan.ts'
import type { Headquarters } from '../domain/taxonomy.ts'
import { digestOf } from '../kernel/digest.ts'
import { formatInstant } from '../kernel/instant.ts'
import { decisionTitle } from '../text/decision-names.ts'
import { libraryDigests } from './library/plan-digest.ts'
import { PLANNER_VERSION } from './planner-version.ts'
import type { PlanningProblem, StageValues } from './problem.ts'
import type { StageRun } from './run-stages.ts'
import { contingencyPlansNotUsed } from './stages/match-contingency-plans.ts'
import { DISCRETION } from './rules/discretion.ts'

/** Puts the stage values into the shape of `dispatch-plan/1`; decides nothing. */
export function assembleDraft(problem: PlanningProblem, run: StageRun): DispatchPlan {
  const { values } = run
  return {
    schema: 'dispatch-plan/1',
    plannerVersion: PLANNER_VERSION,
    parametersVersion: problem.parameters.version,
    datasetVersion: problem.dataset.version,
    problemHash: hashProblem(problem),
    ...(problem.decision === undefined
      ? {}
      : { decision: { code: problem.decision.code, text: decisionTitle(problem.decision.code) } }),
    incident: planIncident(problem, values),
    contingencyPlans: withDigests(problem, values.contingencyPlans),
    contingencyPlansNotUsed: withDigests(problem, contingencyPlansNotUsed(problem, values.facts)),
    zones: [...values.zones],
    firstOrders: [...values.firstOrders],
    forcePlan: { ...values.forces.force, experts: [...values.experts], supplies: values.supplies },
    movementPlan: values.forces.movement,
    handlingPlan: values.handling,
    headquarters: {
      administrative: withActions(values, 'administrative'),
      tactical: { ...withActions(values, 'tactical'), discretion: DISCRETION.map((entry) => ({ ...entry })) },
    },
    reports: [...values.reports],
    unknowns: [...values.facts.unknowns],
    findings: [...run.findings],
    trace: [...run.trace],
  }
}

/** The contingency plans with what they said, so that a stored plan can be judged by them also when they changed. */
function withDigests(
  { library }: PlanningProblem,
  contingencyPlans: readonly MatchedContingencyPlan[],
): DispatchPlan['contingencyPlans'] {
  const digests = libraryDigests(library)
  return contingencyPlans.map((matched) => {
    const contentHash = digests[matched.id]
    return contentHash === undefined ? matched : { ...matched, contentHash }
  })
}

function planIncident(problem: PlanningProblem, values: StageValues): PlannedIncident {
  const { facts, grading } = values
  const at = (epochS: number | null): string | null => (epochS === null ? null : formatInstant(epochS, facts.offsetMin))
  return {
    ...problem.incident,
    plannedAt: formatInstant(facts.nowS, facts.offsetMin),
    night: facts.night,
    sunrise: at(facts.sunriseS),
    sunset: at(facts.sunsetS),
    town: facts.town,
    level: grading.level,
    majorJeopardy: grading.majorJeopardy,
    response: grading.response,
    alarm: grading.alarm,
  }
}

function withActions(values: StageValues, hq: Headquarters): StageValues['headquarters'][Headquarters] {
  const actionIds = values.handling.phases.flatMap((phase) =>
    phase.actions.filter((action) => action.hq === hq).map((action) => action.id),
  )
  return { ...values.headquarters[hq], actionIds }
}

/** Hash of everything the plan was made from; equal hash means equal plan. */
function hashProblem(problem: PlanningProblem): string {
  const { inForce } = problem
  return digestOf({
    incident: problem.incident,
    dataset: problem.dataset.version,
    parameters: problem.parameters.version,
    library: libraryDigests(problem.library),
    planner: PLANNER_VERSION,
    solver: problem.effort === 'draft' ? 'greedy' : (problem.solver?.name ?? 'greedy'),
    ...(inForce === undefined
      ? {}
      : {
          inForce: {
            problem: inForce.plan.problemHash,
            underWay: inForce.underWay ?? [],
            ...(inForce.goodsUnderWay === undefined ? {} : { goodsUnderWay: inForce.goodsUnderWay }),
            ...(inForce.peopleUnderWay === undefined ? {} : { peopleUnderWay: inForce.peopleUnderWay }),
            ...(inForce.officerKeeps === undefined ? {} : { officerKeeps: [...inForce.officerKeeps].sort() }),
            ...(inForce.officerLeaves === undefined ? {} : { officerLeaves: [...inForce.officerLeaves].sort() }),
            keepAll: inForce.keepAll === true,
          },
        }),
    ...(problem.decision === undefined ? {} : { decision: problem.decision }),
    ...(problem.officerResponse === undefined ? {} : { officerResponse: { ...problem.officerResponse } }),
  })
}

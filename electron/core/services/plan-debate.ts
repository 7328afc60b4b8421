import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { DecisionCode } from '#shared/domain/plan/alternatives.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { decideOtherwise, listDecisions } from '#shared/planner/alternatives/list-decisions.ts'
import { planAlternatives } from '#shared/planner/alternatives/plan-alternatives.ts'
import { rankUnknowns } from '#shared/planner/explain/rank-unknowns.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'
import type { RunningTrials } from './running-trials.ts'

/** What the debate about a plan works with. */
export interface PlanDebateParts {
  readonly trials: RunningTrials
  /** The incident as it is now, with the revision of its facts. @throws AppError `not-found`. */
  readonly incidentOf: (incidentId: string) => { readonly incident: Incident; readonly revision: number }
  readonly problemOf: (incidentId: string, incident: Incident) => PlanningProblem
  readonly latestOf: (incidentId: string) => PlanVersion | null
}

/** Alternatives to the plan in force, and which unknown would change it most; both are made when they are asked for. */
export function createPlanDebate(parts: PlanDebateParts): Pick<AppHandlers['plan'], 'alternatives' | 'influence'> {
  return {
    alternatives: async ({ incidentId, version, count, requestId = null }) => {
      const { problem, plan } = debated(parts, incidentId, version)
      const plans = listDecisions(plan).filter(({ decision }) => decision !== null).length
      const answer = await parts.trials.run({ incidentId, requestId, work: 'alternatives', plans }, (makePlan) =>
        planAlternatives(problem, plan, count, makePlan),
      )
      return {
        version,
        criteria: answer.criteria,
        alternatives: answer.alternatives.map(({ decision, title, reasons, criteria }) => ({
          decision,
          title,
          reasons: [...reasons],
          criteria,
        })),
        tried: [...answer.tried],
        verdict: answer.verdict,
      }
    },
    influence: async ({ incidentId, version, requestId = null }) => {
      const { problem, plan } = debated(parts, incidentId, version)
      const { plausible } = problem.parameters.unknowns
      const values = plan.unknowns.flatMap(({ fact }) => plausible.find((entry) => entry.fact === fact)?.values ?? [])
      // One more: the draft of the incident as it is, with which the others are compared.
      const plans = 1 + values.length
      const unknowns = await parts.trials.run({ incidentId, requestId, work: 'influence', plans }, (makePlan) =>
        rankUnknowns(problem, plan, makePlan),
      )
      return { version, unknowns }
    },
  }
}

/** The problem with the decision a commander took. @throws AppError `bad-input` when it is no question for the plan in force. */
export function takeDecision(
  problem: PlanningProblem,
  inForce: DispatchPlan | null,
  code: DecisionCode,
): PlanningProblem {
  const question = inForce === null ? undefined : listDecisions(inForce).find((each) => each.code === code)
  if (question?.decision) return decideOtherwise(problem, question.decision)
  const why = question?.notApplicable?.text ?? '还没有可比较的方案'
  throw new AppError('bad-input', `不能按“${code}”重新生成：${why}；请先生成方案并重新比选`, {
    path: 'decision',
    value: code,
  })
}

/** Plan and problem of the version in force; another version, newer facts or another library are refused. */
function debated(
  { incidentOf, problemOf, latestOf }: PlanDebateParts,
  incidentId: string,
  version: number,
): { problem: PlanningProblem; plan: DispatchPlan } {
  const { incident, revision } = incidentOf(incidentId)
  const latest = latestOf(incidentId)
  if (latest?.version !== version) {
    throw new AppError('conflict', `第 ${version} 版不是现行方案；请对现行方案比选`, {
      path: 'version',
      value: version,
    })
  }
  const problem = problemOf(incidentId, incident)
  if (latest.incidentRevision !== revision || latest.plan.datasetVersion !== problem.dataset.version) {
    throw new AppError('conflict', '事实或资源库在本版方案之后已更新；请先重新生成三案，再比选', {
      path: 'version',
      value: version,
    })
  }
  return { problem, plan: latest.plan }
}

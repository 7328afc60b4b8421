import type { PlanEdits } from '#shared/contract/orders.contract.ts'
import type { ProposedOrder } from '#shared/domain/command/order-draft.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { editPlan } from '#shared/command/orders/edit-plan.ts'
import { proposeOrders } from '#shared/command/orders/propose-orders.ts'
import { checkPlan } from '#shared/planner/check-plan.ts'
import { libraryAsOf } from '../../../planning/plan-library-source.ts'
import type { KeptPlan } from './kept-plan.ts'
import type { OrderParts } from './order-parts.ts'

const NO_EDITS: PlanEdits = { dropped: [], swapped: [], staging: [] }

/** The plan with an officer's changes. @throws `bad-input` when a change names what the plan does not have. */
export function changedPlan(core: OrderParts, { plan }: KeptPlan, edits: PlanEdits = NO_EDITS): DispatchPlan {
  const { assignments } = plan.forcePlan
  const teams = new Set(assignments.map(({ teamId }) => teamId))
  const strange = [...edits.dropped, ...edits.swapped.map(({ from }) => from)].find((teamId) => !teams.has(teamId))
  if (strange !== undefined) throw refused(`方案里没有队伍“${strange}”；请刷新后重试`, 'edits', strange)
  for (const { from, to } of edits.swapped) {
    const line = assignments.find(({ teamId }) => teamId === from)
    if (line?.runnersUp.some(({ teamId, etaS }) => teamId === to && etaS !== null) !== true) {
      throw refused(
        `“${to}”不在该任务的候选队伍中，到达时间未知；请从候选队伍中选，或自由下达指令`,
        'edits.swapped',
        to,
      )
    }
  }
  const areas = new Set(plan.movementPlan.stagingAreas.map(({ id }) => id))
  const nowhere = edits.staging.find(({ stagingAreaId }) => !areas.has(stagingAreaId))
  if (nowhere !== undefined) {
    throw refused(
      `方案里没有集结点“${nowhere.stagingAreaId}”；请从方案的集结点中选`,
      'edits.staging',
      nowhere.stagingAreaId,
    )
  }
  return editPlan(plan, edits, core.library.current())
}

/** What the rules say of a plan as it would be issued, with the library as it is now. */
export function judgePlan(core: OrderParts, plan: DispatchPlan): Finding[] {
  const { parameters, hazmat } = core.references()
  const library = libraryAsOf(core.contingencyPlans, plan)
  return checkPlan(plan, { dataset: core.library.current(), parameters, hazmat, library })
}

/** The orders a plan comes to now. */
export function proposalOf(core: OrderParts, version: number, plan: DispatchPlan): ProposedOrder[] {
  const towns = new Map(core.library.current().populationPoints.map(({ id, town }) => [id, town]))
  return proposeOrders({
    plan,
    version,
    nowS: Math.floor(core.nowMs() / 1000),
    limits: core.references().parameters.command,
    townOf: (id) => towns.get(id) ?? '',
  })
}

/** Findings that forbid an order: those about a line it is made from. */
export function findingsOf(order: Pick<ProposedOrder, 'places'>, findings: readonly Finding[]): Finding[] {
  return findings.filter(({ where }) => order.places.some((place) => where === place || where.startsWith(`${place}.`)))
}

function refused(message: string, path: string, value: string): AppError {
  return new AppError('bad-input', message, { path, value })
}

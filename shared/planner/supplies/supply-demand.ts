import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { cutOffDemand } from '../cut-off/cut-off-supplies.ts'
import { factScope } from '../formula/fact-scope.ts'
import { inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { makeReason } from '../reason.ts'
import { reliefDemand, type ReliefContext } from './relief-demand.ts'
import { EVIDENCE_NAMES, supplyQuantity } from './supply-quantity.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** Where supplies go. */
export interface Destination {
  readonly id: string
  readonly name: string
}

/** Needs of people who left home (by shelter) and of the work itself (at `workSite`), by deadline, item and place. */
export function supplyDemand(
  problem: PlanningProblem,
  facts: FactSheet,
  evacuation: EvacuationPlan,
  workSite: Destination,
): SupplyDemand[] {
  const items = new Map(problem.parameters.supplies.items.map((item) => [item.itemCode, item]))
  const rows = [
    ...reliefDemand(problem, facts, { evacuation, items }),
    ...cutOffDemand(problem, facts, items),
    ...workDemand(problem, facts, { evacuation, items, workSite }),
  ]
  return sortedBy(rows, (row) => [row.bySAfterStart, row.itemCode, row.toId])
}

function workDemand(
  problem: PlanningProblem,
  facts: FactSheet,
  { evacuation, items, workSite }: ReliefContext & { readonly workSite: Destination },
): SupplyDemand[] {
  const peopleMoved = evacuation.assignments.reduce((sum, row) => sum + row.people, 0)
  const scope: FormulaScope = { ...factScope(facts), peopleMoved }
  return problem.parameters.supplies.work.flatMap((need): SupplyDemand[] => {
    const item = items.get(need.itemCode)
    if (item === undefined || !need.types.includes(facts.type) || !isTrue(need.when, scope)) return []
    const quantity = supplyQuantity(need.formula, scope)
    if (quantity <= 0) return []
    return [
      {
        id: `S-${need.itemCode}-${workSite.id}`,
        itemCode: item.itemCode,
        item: item.item,
        quantity,
        unit: item.unit,
        toId: workSite.id,
        toName: workSite.name,
        bySAfterStart: need.byS,
        formula: need.formula,
        inputs: inputsOf(need.formula, scope),
        basis: [makeReason('supply-work', { item: item.item, evidence: EVIDENCE_NAMES[need.evidence] }, need.source)],
      },
    ]
  })
}

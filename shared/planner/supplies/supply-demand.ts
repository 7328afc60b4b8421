import type { SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import type { SupplyItem } from '../../domain/parameters/supplies.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { factScope } from '../formula/fact-scope.ts'
import { evaluateFormula, inputsOf, isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import { makeReason } from '../reason.ts'
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
    ...workDemand(problem, facts, { evacuation, items, workSite }),
  ]
  return sortedBy(rows, (row) => [row.bySAfterStart, row.itemCode, row.toId])
}

interface ReliefContext {
  readonly evacuation: EvacuationPlan
  readonly items: ReadonlyMap<string, SupplyItem>
}

function reliefDemand(
  problem: PlanningProblem,
  facts: FactSheet,
  { evacuation, items }: ReliefContext,
): SupplyDemand[] {
  const { relief, reliefDays, reliefDaysShort, reliefClockS } = problem.parameters.supplies
  const isTransfer = evacuation.assignments.some((row) => row.mode === 'transfer')
  const days = isTransfer ? reliefDays.value : reliefDaysShort.value
  const moved = evacuation.assignments.filter((row) => row.shelterId !== null)
  const byShelter = groupBy(moved, (row) => row.shelterId ?? '')
  const facet = factScope(facts)
  return [...byShelter].flatMap(([toId, rows]) => {
    const people = rows.reduce((sum, row) => sum + row.people, 0)
    const scope: FormulaScope = {
      ...facet,
      people,
      days,
      summer: isSummer(facts),
      openSpace: facts.type === 'earthquake',
      overnight: isTransfer || facts.night,
      transferred: isTransfer,
    }
    return relief.flatMap((need): SupplyDemand[] => {
      const item = items.get(need.itemCode)
      if (item === undefined || !isTrue(need.when, scope)) return []
      const quantity = quantityOf(need.formula, scope)
      if (quantity <= 0) return []
      return [
        {
          id: `S-${need.itemCode}-${toId}`,
          itemCode: item.itemCode,
          item: item.item,
          quantity,
          unit: item.unit,
          toId,
          toName: rows[0]?.shelterName ?? toId,
          bySAfterStart: reliefClockS.value,
          formula: need.formula,
          inputs: inputsOf(need.formula, scope),
          basis: [
            makeReason('supply-relief', { people, days, evidence: EVIDENCE_NAMES[need.evidence] }, need.source),
            makeReason('supply-relief-clock', { hours: reliefClockS.value / 3600 }, reliefClockS.source),
          ],
        },
      ]
    })
  })
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
    const quantity = quantityOf(need.formula, scope)
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

/** Words for the evidence of a figure. */
export const EVIDENCE_NAMES = {
  seed: '规划原文',
  found: '公开资料',
  derived: '由已知数推算',
  design: '设计取值',
  unverified: '未核实，可在参数中修改',
} as const

/** A quantity is a number by construction of the file; an unknown one is a fault of the formula. */
function quantityOf(formula: string, scope: FormulaScope): number {
  const value = evaluateFormula(formula, scope)
  if (typeof value !== 'number') throw new Error(`supply formula gives no number: ${formula}`)
  return Math.round(value * 100) / 100
}

/** June to September: mats instead of quilts. */
function isSummer(facts: FactSheet): boolean {
  const month = Number(localParts(facts.nowS, facts.offsetMin).date.slice(5, 7))
  return month >= 6 && month <= 9
}

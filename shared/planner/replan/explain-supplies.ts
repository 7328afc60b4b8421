import type { ForcePlan, SupplyAllocation, SupplyDemand } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { groupBy } from '../../kernel/order.ts'
import type { PlanningProblem, WhyChanged } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { PosedSupplies, StoreTrip } from '../supplies/pose-supplies.ts'
import type { SupplySolution } from '../supplies/supply-problem.ts'
import type { UsableStock } from '../supplies/usable-lots.ts'
import { gainOfLeaving } from './gain-of-leaving.ts'

type Supplies = Pick<ForcePlan['supplies'], 'demand' | 'allocations' | 'shortfalls'>

/** What a split against the version in force was made from, and what came of it. */
export interface SplitAgain {
  readonly after: Pick<Supplies, 'demand' | 'allocations'>
  readonly stock: UsableStock
  readonly trip: StoreTrip
  readonly posed: PosedSupplies
  readonly solution: SupplySolution
}

/**
 * Why each line of supplies differs from the version in force: which rule forbids what was, which need changed, or what the
 * change saves against its price. Empty for a first plan.
 */
export function explainSupplies({ inForce, dataset }: PlanningProblem, again: SplitAgain): WhyChanged {
  const why = new Map<string, readonly Reason[]>()
  if (inForce === undefined) return why
  const before = inForce.plan.forcePlan.supplies
  const [was, is] = [sumLines(before.allocations), sumLines(again.after.allocations)]
  const gain = gainReason(again)
  const less = [...was.values()].filter((line) => (is.get(line.id)?.quantity ?? 0) < line.quantity)
  const forbidden = new Map(
    less.map((line) => [line.id, forbiddenBy(line, { before, again, stock: dataset.stock, isGain: gain.length > 0 })]),
  )
  for (const line of less) why.set(changeId(line), forbidden.get(line.id) ?? gain)
  for (const line of is.values()) {
    if (line.quantity <= (was.get(line.id)?.quantity ?? 0)) continue
    const lost = less.filter(({ itemCode, toId }) => itemCode === line.itemCode && toId === line.toId)
    const isForced = lost.some(({ id }) => forbidden.get(id) !== undefined)
    const reasons = [
      ...needReason(line, before, again.after),
      ...(lost.length === 0
        ? []
        : [makeReason('line-replaces', { lines: lost.map(({ storeName, lotId }) => `${storeName}批次${lotId}`) })]),
    ]
    const all = isForced || (reasons.length > 0 && lost.length === 0) ? reasons : [...reasons, ...gain]
    if (all.length > 0) why.set(changeId(line), all)
  }
  return why
}

/** All packs of one lot for one place. */
interface Line extends Pick<
  SupplyAllocation,
  'storeId' | 'storeName' | 'lotId' | 'itemCode' | 'item' | 'toId' | 'unit'
> {
  readonly id: string
  readonly quantity: number
}

function sumLines(rows: readonly SupplyAllocation[]): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const { storeId, storeName, lotId, itemCode, item, toId, unit, quantity } of rows) {
    const id = `${storeId}:${lotId}:${itemCode}:${toId}`
    const sum = quantity + (lines.get(id)?.quantity ?? 0)
    lines.set(id, { id, storeId, storeName, lotId, itemCode, item, toId, unit, quantity: sum })
  }
  return lines
}

function changeId({ id }: Line): string {
  return `supplyChanged:${id}`
}

/** The rule, the need or the want of room that no longer lets a line be what it was; undefined = it could have stayed. */
function forbiddenBy(
  line: Line,
  {
    before,
    again,
    stock,
    isGain,
  }: {
    readonly before: Supplies
    readonly again: SplitAgain
    readonly stock: PlanningProblem['dataset']['stock']
    readonly isGain: boolean
  },
): readonly Reason[] | undefined {
  const { storeId, lotId, itemCode, toId, unit, item } = line
  const [wanted, wants] = [quantityOf(before.demand, line), quantityOf(again.after.demand, line)]
  const place = before.demand.find((need) => need.toId === toId)?.toName ?? toId
  if (!again.after.demand.some((need) => need.toId === toId)) return [makeReason('line-place-left', { place })]
  if (wants === 0) return [makeReason('line-need-gone', { place, item })]
  const row = stock.find((lot) => lot.lotId === lotId && lot.storeId === storeId)
  if (row === undefined) return [makeReason('line-lot-gone', { lot: lotId })]
  const refused = again.stock.refused.get(itemCode)?.find((lot) => lot.row.lotId === lotId)
  if (refused !== undefined)
    return [makeReason(`line-lot-${refused.cause}`, { lot: lotId, status: row.status, date: row.expiresOn })]
  const taken = (fits: (other: SupplyAllocation) => boolean): number =>
    before.allocations.filter(fits).reduce((sum, { quantity }) => sum + quantity, 0)
  const ofLot = taken((other) => other.lotId === lotId)
  if (row.quantity < ofLot)
    return [makeReason('line-lot-short', { lot: lotId, held: row.quantity, before: ofLot, unit })]
  if (again.trip(storeId, toId) === null) return [makeReason('line-road-cut', { store: line.storeName, place })]
  const shelf = again.stock.shelves.get(itemCode)?.find(({ store }) => store.id === storeId)
  if (shelf !== undefined && shelf.free < taken((other) => other.storeId === storeId && other.itemCode === itemCode))
    return [makeReason('line-kept-back', { store: line.storeName, kept: shelf.keptBack, unit })]
  if (wants < wanted) return [makeReason('line-need-changed', { place, item, before: wanted, after: wants, unit })]
  return isGain ? undefined : [makeReason('line-no-transport', { store: line.storeName })]
}

/** A need that grew, or one that was short before. */
function needReason(line: Line, before: Supplies, after: SplitAgain['after']): Reason[] {
  const { toId, itemCode, item, unit } = line
  const [wanted, wants] = [quantityOf(before.demand, line), quantityOf(after.demand, line)]
  const place = after.demand.find((need) => need.toId === toId)?.toName ?? toId
  if (wants > wanted) return [makeReason('line-need-changed', { place, item, before: wanted, after: wants, unit })]
  const short = before.shortfalls.find((gap) => gap.itemCode === itemCode && gap.toId === toId)
  return short === undefined ? [] : [makeReason('line-was-short', { place, missing: short.missing, unit })]
}

function quantityOf(demand: readonly SupplyDemand[], { itemCode, toId }: Line): number {
  const rows = groupBy(demand, (need) => `${need.itemCode}|${need.toId}`).get(`${itemCode}|${toId}`) ?? []
  return rows.reduce((sum, { quantity }) => sum + quantity, 0)
}

/** What leaving the version in force saves, and what the changed lines are priced at; none where it was kept. */
function gainReason({ posed, solution }: SplitAgain): Reason[] {
  const gain = gainOfLeaving(posed.problem, solution)
  return gain === null ? [] : [makeReason('line-gain', { ...gain }, '设计规则：变动折算')]
}

import type { ForcePlan, SupplyDemand, SupplyPurchase } from '../../domain/plan/force-plan.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { clockOf } from '../handling/scene-texts.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { PosedSupplies } from './pose-supplies.ts'
import type { SupplyFlow } from './supply-problem.ts'
import type { UsableStock } from './usable-lots.ts'

type SupplyShortfall = ForcePlan['supplies']['shortfalls'][number]
type Moment = Pick<FactSheet, 'nowS' | 'offsetMin'>

/** What no store gives, each with its cause and a purchase that names item, quantity and time. */
export function writeSupplyGaps(
  problem: PlanningProblem,
  facts: Moment,
  { posed, flow, stock }: { posed: PosedSupplies; flow: SupplyFlow; stock: UsableStock },
): { shortfalls: SupplyShortfall[]; purchases: SupplyPurchase[] } {
  const packOf = new Map(problem.parameters.supplies.items.map((item) => [item.itemCode, item.pack]))
  const met = posed.needs.map(() => 0)
  const given = posed.shelves.map(() => 0)
  posed.problem.ways.forEach((way, index) => {
    met[way.need] = (met[way.need] ?? 0) + (flow[index] ?? 0)
    given[way.shelf] = (given[way.shelf] ?? 0) + (flow[index] ?? 0)
  })
  const gaps = posed.needs.flatMap((demand, need) => {
    const pack = packOf.get(demand.itemCode) ?? 1
    const missing = Math.round((demand.quantity - (met[need] ?? 0) * pack) * 100) / 100
    if (missing <= 0) return []
    const unreached = posed.shelves.some(
      (shelf, index) =>
        shelf.itemCode === demand.itemCode && (given[index] ?? 0) < (posed.problem.shelves[index]?.packs ?? 0),
    )
    return [{ demand, missing, buy: Math.ceil(missing / pack) * pack, unreached }]
  })
  return {
    shortfalls: mergeUnheld(posed, gaps).map(({ demand, missing, buy, unreached, toIds }) => ({
      itemCode: demand.itemCode,
      item: demand.item,
      missing,
      unit: demand.unit,
      toId: demand.toId,
      ...(toIds === undefined ? {} : { toIds }),
      reasons: reasonsOf(demand, missing, { stock, unreached }),
      remedies: [
        makeReason('remedy-purchase-row', {
          item: demand.item,
          quantity: buy,
          unit: demand.unit,
          by: clockOf(facts.nowS + demand.bySAfterStart, facts.offsetMin),
          to: toIds === undefined ? demand.toName : `${demand.toName}等${toIds.length}处`,
        }),
        makeReason('remedy-city-stock'),
        makeReason('remedy-requisition'),
      ],
    })),
    purchases: sortedBy([...groupBy(gaps, (gap) => gap.demand.itemCode)], ([itemCode]) => [itemCode]).flatMap(
      ([itemCode, rows]) => {
        const [first] = rows
        if (first === undefined) return []
        const byS = Math.min(...rows.map((row) => row.demand.bySAfterStart))
        return [
          {
            itemCode,
            item: first.demand.item,
            quantity: rows.reduce((sum, row) => sum + row.buy, 0),
            unit: first.demand.unit,
            neededBy: formatInstant(facts.nowS + byS, facts.offsetMin),
            toIds: [...new Set(rows.map((row) => row.demand.toId))].sort(),
          },
        ]
      },
    ),
  }
}

interface Gap {
  readonly demand: SupplyDemand
  readonly missing: number
  readonly buy: number
  readonly unreached: boolean
  readonly toIds?: readonly string[]
}

/** An item that no store holds is one gap for all its places, not one a place: it is bought in one order. */
function mergeUnheld(posed: PosedSupplies, gaps: readonly Gap[]): (Omit<Gap, 'toIds'> & { toIds?: string[] })[] {
  const held = new Set(posed.shelves.map((shelf) => shelf.itemCode))
  const rows: (Omit<Gap, 'toIds'> & { toIds?: string[] })[] = []
  const merged = new Map<string, (typeof rows)[number]>()
  for (const gap of gaps) {
    const { itemCode, toId } = gap.demand
    const known = held.has(itemCode) ? undefined : merged.get(itemCode)
    if (known === undefined) {
      const row = { demand: gap.demand, missing: gap.missing, buy: gap.buy, unreached: gap.unreached }
      rows.push(row)
      if (!held.has(itemCode)) merged.set(itemCode, row)
      continue
    }
    const index = rows.indexOf(known)
    const sum = {
      ...known,
      missing: Math.round((known.missing + gap.missing) * 100) / 100,
      buy: known.buy + gap.buy,
      toIds: [...new Set([...(known.toIds ?? [known.demand.toId]), toId])],
    }
    rows[index] = sum
    merged.set(itemCode, sum)
  }
  return rows
}

function reasonsOf(
  demand: SupplyDemand,
  missing: number,
  { stock, unreached }: { stock: UsableStock; unreached: boolean },
): SupplyShortfall['reasons'] {
  const refused = stock.refused.get(demand.itemCode) ?? []
  const count = (cause: string): number => refused.filter((lot) => lot.cause === cause).length
  const keptBack = (stock.shelves.get(demand.itemCode) ?? []).reduce((sum, shelf) => sum + shelf.keptBack, 0)
  return [
    makeReason(unreached ? 'supply-cannot-carry' : 'supply-stock-out', {
      item: demand.item,
      missing,
      unit: demand.unit,
    }),
    ...(refused.length > 0
      ? [
          makeReason('supply-lots-refused', {
            expired: count('expired'),
            soon: count('soon'),
            notInStock: count('notInStock'),
            unavailable: count('unavailable'),
            endangered: count('endangered'),
            otherUnit: count('otherUnit'),
          }),
        ]
      : []),
    ...(keptBack > 0 ? [makeReason('supply-kept-back', { quantity: keptBack, unit: demand.unit })] : []),
  ]
}

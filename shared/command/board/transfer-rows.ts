import type { TransferRow } from '../../domain/command/board.ts'
import type { SaidGoods, Status } from '../../domain/command/status.ts'
import type { SupplyAllocation, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { readArrival, type PlannedWay } from './arrival.ts'
import { tellRow } from './base-row.ts'
import type { BoardInput } from './board-input.ts'
import type { BoardSources } from './board-sources.ts'
import { subjectKey } from './said-words.ts'
import type { Word } from './word.ts'

/** The id of the run that carries a line of goods, also in plans made before runs were named. */
export function transferIdOf({ transferId, storeId, toId }: SupplyAllocation): string {
  return transferId ?? `T-${storeId}-${toId}`
}

/** Rows of every run of goods from a store: loaded, on the way, received, against what the plan sends. */
export function transferRows({ plan, library, nowS }: BoardInput, sources: BoardSources): TransferRow[] {
  const supplies = plan?.content.forcePlan.supplies
  const planned = groupBy(supplies?.allocations ?? [], transferIdOf)
  const runs = new Map(supplies?.transfers?.map((run) => [run.id, run]))
  const plannedS = parseInstant(plan?.content.incident.plannedAt ?? '')?.epochS ?? null
  const spoken = [...sources.said.bySubject.keys()].flatMap((key) =>
    key.startsWith('transfer:') ? [key.slice(9)] : [],
  )
  const rows = [...new Set([...planned.keys(), ...spoken])].map((id): TransferRow => {
    const lines = planned.get(id) ?? []
    const run = runs.get(id) ?? null
    const [first] = lines
    const said = sources.said.bySubject.get(subjectKey('transfer', id)) ?? []
    const orders = sources.folded.orders.filter(
      ({ order: { source, receiver } }) =>
        source.kind === 'supply' &&
        (source.lineId === id || receiver.id === first?.storeId || source.lineId === first?.storeId),
    )
    const told = tellRow({ kind: 'transfer', said, orders, indexOf: sources.indexOf, limits: library.limits, nowS })
    return {
      id,
      name: first?.storeName ?? sources.said.names.get(subjectKey('transfer', id)) ?? id,
      ...told.row,
      toName: run?.toName ?? '',
      goods: goodsOf(lines, told.words),
      arrival: readArrival(told.standing.told, wayOf(run, plannedS), { nowS, offsetMin: sources.offsetMin }).arrival,
    }
  })
  return sortedBy(rows, ({ arrival, id }) => [arrival.plannedAt ?? '~', id])
}

function wayOf(run: SupplyTransfer | null, plannedS: number | null): PlannedWay | null {
  if (run === null || plannedS === null) return null
  // The plan gives one span, loading included: said to be on the way, a run is held to the whole of it no more than that.
  return { departS: plannedS, arriveS: plannedS + run.etaS, durationS: run.etaS }
}

const SENT: ReadonlySet<Status | null> = new Set<Status | null>(['loading', 'onTheWay'])
const RECEIVED: ReadonlySet<Status | null> = new Set<Status | null>(['delivered', 'received', 'short'])

/** Goods by item: what the plan sends, what was said to have gone, what was said to have come. */
function goodsOf(lines: readonly SupplyAllocation[], words: readonly Word[]): TransferRow['goods'] {
  const planned = groupBy(lines, ({ itemCode }) => itemCode)
  const sent = saidGoods(words, SENT)
  const received = saidGoods(words, RECEIVED)
  const codes = new Set([...planned.keys(), ...sent.keys(), ...received.keys()])
  return [...codes].flatMap((itemCode) => {
    const rows = planned.get(itemCode) ?? []
    const named = rows[0] ?? sent.get(itemCode) ?? received.get(itemCode)
    if (named === undefined) return []
    return {
      itemCode,
      item: named.item,
      unit: named.unit,
      planned: rows.reduce((sum, { quantity }) => sum + quantity, 0),
      sent: sent.get(itemCode)?.quantity ?? null,
      received: received.get(itemCode)?.quantity ?? null,
    }
  })
}

/** The newest figure of each item among the words of some states. */
function saidGoods(words: readonly Word[], states: ReadonlySet<Status | null>): Map<string, SaidGoods> {
  const newest = new Map<string, SaidGoods>()
  for (const { state, goods } of words) {
    if (![...states].some((one) => one === state)) continue
    for (const line of goods) newest.set(line.itemCode, line)
  }
  return newest
}

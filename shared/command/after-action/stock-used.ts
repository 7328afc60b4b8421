import type { StockUsed } from '../../domain/after-action.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { Op } from '../../replication/op.ts'
import type { OrderState } from '../orders/order-state.ts'
import { isCarriedOut } from './order-deviations.ts'
import { countingWords } from './stated-moments.ts'

/** Goods by item and unit: what orders took out of stores, and what somebody signed for at the other end. */
export function stockUsed(ops: readonly Op[], orders: readonly OrderState[]): StockUsed[] {
  const keyOf = ({ item, unit }: Pick<StockUsed, 'item' | 'unit'>): string => `${item} ${unit}`
  const ordered = orders
    .filter(isCarriedOut)
    .flatMap(({ order }) => order.goods.map((goods) => ({ ...goods, order, key: keyOf(goods) })))
  const received = groupBy(lastReceipts(ops), keyOf)
  const byKey = groupBy(ordered, ({ key }) => key)
  const keys = [...new Set([...byKey.keys(), ...received.keys()])]
  const rows = keys.flatMap((key): StockUsed[] => {
    const out = byKey.get(key) ?? []
    const come = received.get(key) ?? null
    const first = out[0] ?? come?.[0]
    if (first === undefined) return []
    return [
      {
        ...{ item: first.item, unit: first.unit },
        ordered: sum(out),
        received: come === null ? null : sum(come),
        stores: unique(
          out.map(({ order, storeId }) => (order.receiver.kind === 'store' ? order.receiver.name : storeId)),
        ),
        orders: unique(out.map(({ order }) => order.number)),
      },
    ]
  })
  return sortedBy(rows, ({ item, unit }) => [item, unit])
}

/** Goods of the last receipt of each run; one that was `short` says what did come. */
function lastReceipts(
  ops: readonly Op[],
): { readonly item: string; readonly unit: string; readonly quantity: number }[] {
  const receipts = countingWords(ops).filter(
    ({ body: { subject, status } }) => subject.kind === 'transfer' && (status === 'received' || status === 'short'),
  )
  const runs = groupBy(receipts, ({ body }) => body.subject.id)
  return [...runs.values()].flatMap((said) => said.at(-1)?.body.goods ?? [])
}

function sum(goods: readonly { readonly quantity: number }[]): number {
  return goods.reduce((total, { quantity }) => total + quantity, 0)
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].toSorted()
}

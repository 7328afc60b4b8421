import type { BoardMoment, RowWord } from '#shared/contract/board.contract.ts'
import { opsOfKind } from '#shared/command/heads.ts'
import type { SubjectKind } from '#shared/domain/command/status.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import type { Op } from '#shared/replication/op.ts'
import { wordsOfOp } from '#shared/text/op-words/op-words.ts'

/** Every word about one row with what became of it, the newest stated time first. */
export function wordsOfRow(ops: readonly Op[], kind: SubjectKind | 'trapped', id: string): RowWord[] {
  const gone = new Set<string>([
    ...opsOfKind(ops, 'v1.status.takenBack').map(({ body }) => body.word),
    ...opsOfKind(ops, 'v1.status.said', 'v1.trapped.changed').flatMap(({ body }) => body.corrects ?? []),
    ...opsOfKind(ops, 'v1.order.corrected').flatMap(({ body }) => (body.at === null ? [body.stepOp] : [])),
  ])
  const orders = opsOfKind(ops, 'v1.order.issued').filter(({ body }) => kind === 'team' && body.teamId === id)
  const orderIds = new Set(orders.map(({ body }) => body.orderId))
  const told: readonly { op: Op; kind: RowWord['kind']; at: string }[] = [
    ...opsOfKind(ops, 'v1.status.said')
      .filter(({ body }) => body.subject.kind === kind && body.subject.id === id)
      .map((op) => ({ op, kind: 'said' as const, at: op.body.at })),
    ...opsOfKind(ops, 'v1.trapped.changed')
      .filter(({ body }) => kind === 'trapped' && body.trappedId === id)
      .map((op) => ({ op, kind: 'said' as const, at: op.body.at })),
    ...orders.map((op) => ({ op, kind: 'issued' as const, at: op.body.issuedAt })),
    ...opsOfKind(ops, 'v1.order.stepped')
      .filter(({ body }) => orderIds.has(body.orderId))
      .map((op) => ({ op, kind: 'step' as const, at: op.body.at })),
  ]
  const words = told.map(({ op, kind: of, at }): RowWord => ({
    opId: op.id,
    kind: of,
    at,
    recordedAt: op.wall,
    recordedBy: op.by.user,
    text: wordsOfOp(op),
    counts: !gone.has(op.id),
  }))
  return sortedBy(words, ({ at }) => [-(parseInstant(at)?.epochS ?? 0)])
}

/** How much an entry says about its minute. */
const WEIGHTS: readonly (readonly [RegExp, number])[] = [
  [/^v1\.(incident|plan)\./, 5],
  [/^v1\.trapped\./, 4],
  [/^v1\.order\.(issued|corrected)$/, 3],
  [/^v1\.(order|status)\./, 2],
]

/** Minutes that something was recorded in, each with its weightiest entry as a sentence. */
export function momentsOf(ops: readonly Op[]): BoardMoment[] {
  const minutes = new Map<string, { last: Op; shown: Op; entries: number }>()
  for (const op of ops) {
    const key = op.wall.slice(0, 16)
    const known = minutes.get(key)
    if (known === undefined) minutes.set(key, { last: op, shown: op, entries: 1 })
    else {
      const shown = weightOf(op) >= weightOf(known.shown) ? op : known.shown
      minutes.set(key, { last: op, shown, entries: known.entries + 1 })
    }
  }
  return [...minutes.values()].map(({ last, shown, entries }) => ({
    opId: last.id,
    at: last.wall,
    entries,
    text: wordsOfOp(shown),
  }))
}

function weightOf({ kind }: Op): number {
  return WEIGHTS.find(([pattern]) => pattern.test(kind))?.[1] ?? 1
}

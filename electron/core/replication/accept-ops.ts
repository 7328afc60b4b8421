import type { KeyObject } from 'node:crypto'
import { applyOp } from '#shared/replication/apply-op.ts'
import { GENESIS, type Op } from '#shared/replication/op.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { compareText, groupBy } from '#shared/kernel/order.ts'
import type { WriteDb } from '../db/db-types.ts'
import { appendOp, findOpHash, findOpTime, readHeads, type StoredOp } from '../db/repositories/op-log.repo.ts'
import { writeProjection } from '../db/repositories/projection.repo.ts'
import { findSplit, hasRefusedBeyond, type RefusalReason, type RefusedOp } from '../db/repositories/quarantine.repo.ts'
import { readKnownOp } from './known-op.ts'
import { hashOp, isSignedBy } from './op-proof.ts'

/** What became of the entries of another machine. */
export interface Acceptance {
  /** Entries that are new here, in the order they were written. */
  readonly taken: readonly StoredOp[]
  /** Entries that were there already. */
  readonly known: number
  readonly refused: readonly RefusedOp[]
}

/** The entries of one seat that wait to be looked at. */
interface Queue {
  readonly seat: string
  readonly ops: readonly StoredOp[]
  next: number
  /** The first entry of this seat that was refused: nothing after it can be taken. */
  refusedAt: number | null
}

type Verdict =
  { readonly kind: 'take'; readonly op: Op | null } | { readonly kind: 'known' } | { readonly kind: 'wait' } | Refused
type Refused = {
  readonly kind: 'refuse'
  readonly reason: RefusalReason
  readonly detail: string
  readonly ownHash: string
}

/**
 * Takes entries of other machines into the record, a cause before its effects: each must be signed by its seat, continue
 * that seat's chain, name only causes that are here, and have a body this version can read (a kind it does not know is kept).
 * What fails is returned with the reason, and what its seat wrote after it. To be called inside one transaction.
 *
 * @throws AppError `bundle-gap` when entries in between are missing.
 */
export function acceptOps(db: WriteDb, offered: readonly StoredOp[], keys: ReadonlyMap<string, KeyObject>): Acceptance {
  const heads = new Map(readHeads(db).map((head) => [head.seat, head]))
  const queues = [...groupBy(offered, ({ op }) => op.seat)]
    .sort(([a], [b]) => compareText(a, b))
    .map(([seat, ops]): Queue => ({ seat, ops: ops.toSorted((a, b) => a.op.seq - b.op.seq), next: 0, refusedAt: null }))
  const taken: StoredOp[] = []
  const refused: RefusedOp[] = []
  let known = 0

  const isHeldBack = (seat: string): boolean => {
    if (queues.some((queue) => queue.seat === seat && queue.refusedAt !== null)) return true
    return findSplit(db, seat) !== null || hasRefusedBeyond(db, seat, heads.get(seat)?.seq ?? 0)
  }
  const judge = (stored: StoredOp, queue: Queue): Verdict => {
    const { op, hash } = stored
    const head = heads.get(op.seat) ?? { seat: op.seat, seq: 0, hash: GENESIS }
    const own = op.seq <= head.seq ? findOpHash(db, op.seat, op.seq) : null
    if (own === hash) return { kind: 'known' }
    if (queue.refusedAt !== null) return refusal('after-refused', `接在被拒的第 ${queue.refusedAt} 条之后`)
    const fault = proofFault(stored, keys.get(op.seat) ?? null)
    if (fault !== null) return fault
    if (own !== null) return refusal('split', '同一条号有两种内容', own)
    if (findSplit(db, op.seat) !== null) return refusal('seat-frozen', '该席位已冻结')
    if (op.seq > head.seq + 1) throw gapError(op.seat, head.seq + 1, op.seq - 1)
    if (op.prev !== head.hash) return refusal('split', `第 ${head.seq} 条在对方机器上有不同内容`, head.hash)
    const missing = Object.entries(op.seen).find(([seat, seq]) => seq > (heads.get(seat)?.seq ?? 0))
    if (missing !== undefined && !isHeldBack(missing[0])) return { kind: 'wait' }
    return causeFault(op, db) ?? readBody(stored)
  }
  const look = (queue: Queue): boolean => {
    const stored = queue.ops[queue.next]
    if (stored === undefined) return false
    const verdict = judge(stored, queue)
    if (verdict.kind === 'wait') return false
    queue.next += 1
    if (verdict.kind === 'known') known += 1
    else if (verdict.kind === 'refuse') {
      queue.refusedAt ??= stored.op.seq
      const { reason, detail, ownHash } = verdict
      refused.push({ ...stored, reason, detail, ownHash })
    } else {
      appendOp(db, stored)
      for (const row of verdict.op === null ? [] : applyOp(verdict.op)) writeProjection(db, row)
      heads.set(stored.op.seat, { seat: stored.op.seat, seq: stored.op.seq, hash: stored.hash })
      taken.push(stored)
    }
    return true
  }

  for (let moved = true; moved;) {
    moved = false
    for (const queue of queues) while (look(queue)) moved = true
  }
  refuseWaiting(queues, heads)
  return { taken, known, refused }
}

function refusal(reason: RefusalReason, detail: string, ownHash = ''): Refused {
  return { kind: 'refuse', reason, detail, ownHash }
}

function proofFault({ op, hash, signature }: StoredOp, key: KeyObject | null): Refused | null {
  if (hashOrNull(op) !== hash) return refusal('hash', '内容与摘要不符')
  if (key?.asymmetricKeyType !== 'ed25519' || !isSignedBy(hash, signature, key)) {
    return refusal('signature', '签名不是该席位所签')
  }
  return null
}

function hashOrNull(op: StoredOp['op']): string | null {
  try {
    return hashOp(op)
  } catch {
    return null // a value that has no JSON form has no hash either
  }
}

/** An honest author had seen his own entries and what he replaces, and his hybrid clock was past all of them. */
function causeFault(op: StoredOp['op'], db: WriteDb): Refused | null {
  if ((op.seen[op.seat] ?? 0) !== op.seq - 1) return refusal('causes', '没有接续本席位自己的前一条')
  const isSeen = (opId: string): boolean => {
    const at = opId.lastIndexOf(':')
    return Number(opId.slice(at + 1)) <= (op.seen[opId.slice(0, at)] ?? 0)
  }
  const unseen = op.basis.find((opId) => !isSeen(opId))
  if (unseen !== undefined) return refusal('causes', `取代了作者没有见过的 ${unseen}`)
  const later = Object.entries(op.seen).find(([seat, seq]) => (findOpTime(db, seat, seq) ?? '') >= op.hlc)
  return later === undefined ? null : refusal('clock', `时序早于它已见的 ${later[0]}:${later[1]}`)
}

function readBody({ op }: StoredOp): Verdict {
  try {
    return { kind: 'take', op: readKnownOp(op) }
  } catch (error) {
    return refusal('body', error instanceof Error ? error.message.slice(0, 500) : String(error))
  }
}

/** What still waits waits for entries that are neither here nor in what was offered. */
function refuseWaiting(queues: readonly Queue[], heads: ReadonlyMap<string, { readonly seq: number }>): void {
  for (const { ops, next } of queues) {
    const waiting = ops[next]
    if (waiting === undefined) continue
    for (const [seat, seq] of Object.entries(waiting.op.seen).sort(([a], [b]) => compareText(a, b))) {
      const here = heads.get(seat)?.seq ?? 0
      if (seq > here) throw gapError(seat, here + 1, seq)
    }
  }
}

function gapError(seat: string, from: number, to: number): AppError {
  return new AppError(
    'bundle-gap',
    `文件里缺席位 ${seat} 的第 ${from} 至 ${to} 条，没有写入任何内容；请对方改选“全部记录”重新导出`,
    { path: seat, value: from },
  )
}

import type { KeyObject } from 'node:crypto'
import { AppError } from '#shared/kernel/app-error.ts'
import type { WriteDb } from '../../db/db-types.ts'
import { saveAttachment } from '../../db/repositories/attachment.repo.ts'
import { addBundleRun, wasTakenIn } from '../../db/repositories/bundle-run.repo.ts'
import { findContent, saveContent } from '../../db/repositories/contents.repo.ts'
import { readSeats, saveSeat } from '../../db/repositories/op-log.repo.ts'
import { saveRefusedOp, type RefusedOp } from '../../db/repositories/quarantine.repo.ts'
import { acceptOps, type Acceptance } from '../accept-ops.ts'
import { readPublicKey } from '../op-proof.ts'
import type { Bundle, BundleHeader } from './bundle-shape.ts'

/** A seat this machine has never taken entries from. */
export type UnknownSeat = BundleHeader['seats'][number]

/** What taking a bundle did. */
export interface TakenBundle extends Acceptance {
  /** Refused entries that had not been refused before. */
  readonly newlyRefused: readonly RefusedOp[]
  /** True when nothing was new: neither an entry nor a refusal nor what the sender has. */
  readonly isKnown: boolean
}

/** Seats that wrote something in a bundle, or sent it, and are not known here: a person must compare their fingerprints. */
export function unknownSeatsOf(db: WriteDb, { header, ops }: Bundle): UnknownSeat[] {
  const known = new Set(readSeats(db).map(({ seat }) => seat))
  const writers = new Set(ops.map(({ op }) => op.seat)).add(header.from)
  return header.seats.filter(({ seat }) => writers.has(seat) && !known.has(seat))
}

/**
 * Takes a bundle into the record: keys of trusted seats, contents, operations and their rows. To be called inside one
 * transaction, so that it is all or nothing; the same bundle again changes nothing.
 *
 * @throws AppError `bundle-untrusted`, `bundle-gap`.
 */
export function takeBundle(
  db: WriteDb,
  bundle: Bundle,
  { trust, who, at }: { readonly trust: readonly string[]; readonly who: string; readonly at: string },
): TakenBundle {
  const { header, contentHash, ops, contents, attachments } = bundle
  const unknown = unknownSeatsOf(db, bundle)
  refuseUntrusted(unknown.filter(({ seat }) => !trust.includes(seat)))
  for (const seat of unknown) saveSeat(db, seat)
  for (const [hash, content] of contents) saveContent(db, hash, content)
  for (const attachment of attachments) saveAttachment(db, attachment)
  refuseMissingContents(db, bundle)
  const accepted = acceptOps(db, ops, keysOf(db))
  const newlyRefused = accepted.refused.filter((refused) => saveRefusedOp(db, refused, { seat: header.from, at }))
  const isKnown = accepted.taken.length === 0 && newlyRefused.length === 0
  if (!wasTakenIn(db, contentHash)) {
    const heads = Object.fromEntries(header.heads.map(({ seat, seq }) => [seat, seq]))
    const run = { direction: 'in', seat: header.from, at, who, ops: accepted.taken.length, heads, contentHash } as const
    addBundleRun(db, run)
  }
  return { ...accepted, newlyRefused, isKnown }
}

function keysOf(db: WriteDb): Map<string, KeyObject> {
  return new Map(
    readSeats(db).flatMap(({ seat, publicKey }): [string, KeyObject][] => {
      const key = readPublicKey(publicKey)
      return key === null ? [] : [[seat, key]]
    }),
  )
}

function refuseUntrusted(unknown: readonly UnknownSeat[]): void {
  if (unknown.length === 0) return
  const names = unknown.map(({ seat, name }) => (name === '' ? seat : `${name}（${seat}）`)).join('、')
  throw new AppError(
    'bundle-untrusted',
    `文件里有本机还不认识的席位：${names}。没有写入任何内容；请打电话核对指纹，确认无误后选择信任再导入`,
    { path: 'trust', value: unknown.map(({ seat }) => seat) },
  )
}

/** A plan is nothing without its content; a sender always gives both. */
function refuseMissingContents(db: WriteDb, { ops }: Bundle): void {
  for (const { op } of ops) {
    if (op.kind !== 'v1.plan.published') continue
    const { body } = op
    const hash = typeof body === 'object' && body !== null && 'contentHash' in body ? body.contentHash : null
    if (typeof hash !== 'string' || findContent(db, hash) !== null) continue
    throw new AppError('bundle-gap', '文件里缺一份方案的内容，没有写入任何内容；请对方改选“全部记录”重新导出', {
      path: op.id,
      value: hash,
    })
  }
}

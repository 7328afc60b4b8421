import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { AppError } from '#shared/kernel/app-error.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findAttachment } from '../../db/repositories/attachment.repo.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import { readHeads, readOpsAfter, readSeats, type StoredOp } from '../../db/repositories/op-log.repo.ts'
import { hashText } from '../op-proof.ts'
import { FILE_MARK, MAX_FILE_BYTES, MAX_UNPACKED_BYTES, type BundleHeader } from './bundle-shape.ts'

/** What a bundle is made of. */
export interface BundleWish {
  /** The sending seat. */
  readonly seat: string
  readonly sign: (hash: string) => string
  /** Last entry of every seat that the receiver has; nothing = all there is. */
  readonly since: Readonly<Record<string, number>>
  readonly madeAt: string
  readonly library: string
  readonly names: ReadonlyMap<string, string>
}

/** A bundle as bytes, with what it says of itself. */
export interface WrittenBundle {
  readonly header: BundleHeader
  readonly contentHash: string
  readonly bytes: Buffer
}

/**
 * Everything this record has beyond `since`, also what it took over from other seats, with the contents those operations
 * name, as one signed file. The same record and time give the same bytes. @throws AppError `file-too-large`.
 */
export function writeBundle(db: ReadDb, wish: BundleWish): WrittenBundle {
  const heads = readHeads(db)
  const ops = heads.flatMap(({ seat }) => readOpsAfter(db, seat, wish.since[seat] ?? 0))
  const hashes = hashesIn(ops)
  const contents = hashes.flatMap((hash) => findContent(db, hash) ?? [])
  const attachments = hashes.flatMap((hash) => findAttachment(db, hash) ?? [])
  const lines = [
    ...ops.map((stored) => canonicalJson(stored)),
    ...contents.map((content) => canonicalJson({ content })),
    ...attachments.map(({ mime, bytes }) => canonicalJson({ mime, base64: bytes.toString('base64') })),
  ]
  const body = lines.map((line) => `${line}\n`)
  const writers = new Set(heads.map(({ seat }) => seat)).add(wish.seat)
  const header: BundleHeader = {
    schema: 'bundle/1',
    from: wish.seat,
    madeAt: wish.madeAt,
    library: wish.library,
    since: Object.fromEntries(Object.entries(wish.since).filter(([seat, seq]) => seq > 0 && writers.has(seat))),
    heads,
    seats: readSeats(db)
      .filter(({ seat }) => writers.has(seat))
      .map(({ seat, publicKey }) => ({ seat, algorithm: 'ed25519', publicKey, name: wish.names.get(seat) ?? '' })),
    counts: { ops: ops.length, contents: contents.length, attachments: attachments.length },
    bodyHash: hashOfAll(body),
  }
  const signature = wish.sign(hashText(canonicalJson(header)))
  const pieces = [`${canonicalJson({ header, signature })}\n`, ...body].map((text) => Buffer.from(text, 'utf8'))
  const unpacked = pieces.reduce((sum, { length }) => sum + length, 0)
  const packed = unpacked > MAX_UNPACKED_BYTES ? null : gzipSync(Buffer.concat(pieces, unpacked), { level: 6 })
  if (packed === null || packed.length > MAX_FILE_BYTES) {
    throw new AppError('file-too-large', '记录太多，一个文件装不下；请改选“对方没有的部分”再导出', {
      path: 'since',
      value: unpacked,
    })
  }
  const contentHash = createHash('sha256').update(packed).digest('hex')
  const mark = Buffer.from(`${FILE_MARK} ${contentHash} ${packed.length}\n`, 'utf8')
  return { header, contentHash, bytes: Buffer.concat([mark, packed]) }
}

/** Every hash that stands in an operation, also of a kind this version does not know: what is kept under it goes along. */
function hashesIn(ops: readonly StoredOp[]): string[] {
  return [...new Set(ops.flatMap(({ op }) => canonicalJson(op.body).match(/\b[0-9a-f]{64}\b/g) ?? []))].sort()
}

function hashOfAll(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(text, 'utf8')
  return hash.digest('hex')
}

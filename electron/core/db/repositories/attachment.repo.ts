import type { ReadDb, WriteDb } from '../db-types.ts'
import { bytesOf, firstRow, textOf, type SqlRow, type SqlValue } from '../rows.ts'

/** Bytes kept by their SHA-256 (hex). */
export interface StoredAttachment {
  readonly hash: string
  readonly mime: string
  readonly bytes: Buffer
}

/** Keeps bytes; the same bytes are kept once. */
export function saveAttachment(db: WriteDb, { hash, mime, bytes }: StoredAttachment): void {
  db.prepare('INSERT INTO attachments (hash, mime, size, bytes) VALUES (?, ?, ?, ?) ON CONFLICT (hash) DO NOTHING').run(
    hash,
    mime,
    bytes.length,
    bytes,
  )
}

/** The bytes of a hash, or null. */
export function findAttachment(db: ReadDb, hash: string): StoredAttachment | null {
  const row = firstRow(db, 'SELECT hash, mime, bytes FROM attachments WHERE hash = ?', [hash])
  return row === null ? null : attachmentOf(row)
}

/** True when the bytes of a hash are kept. */
export function hasAttachment(db: ReadDb, hash: string): boolean {
  return firstRow(db, 'SELECT 1 FROM attachments WHERE hash = ?', [hash]) !== null
}

/** All kept bytes, one after the other. */
export function* readAttachments(db: ReadDb): Generator<StoredAttachment> {
  const statement = db.prepare<SqlValue[], SqlRow>('SELECT hash, mime, bytes FROM attachments ORDER BY hash')
  for (const row of statement.iterate()) {
    yield attachmentOf(row)
  }
}

function attachmentOf(row: SqlRow): StoredAttachment {
  return { hash: textOf(row, 'hash'), mime: textOf(row, 'mime'), bytes: bytesOf(row, 'bytes') }
}

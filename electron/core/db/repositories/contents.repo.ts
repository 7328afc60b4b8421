import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, textOf, type SqlRow, type SqlValue } from '../rows.ts'

/** Keeps a content under its hash; the same content twice is kept once. */
export function saveContent(db: WriteDb, hash: string, content: string): void {
  db.prepare('INSERT INTO contents (hash, content) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING').run(hash, content)
}

/** The content of a hash, or null. */
export function findContent(db: ReadDb, hash: string): string | null {
  const row = firstRow(db, 'SELECT content FROM contents WHERE hash = ?', [hash])
  return row === null ? null : textOf(row, 'content')
}

/** All contents, one after the other. */
export function readContents(db: ReadDb): IterableIterator<SqlRow> {
  return db.prepare<SqlValue[], SqlRow>('SELECT hash, content FROM contents ORDER BY hash').iterate()
}

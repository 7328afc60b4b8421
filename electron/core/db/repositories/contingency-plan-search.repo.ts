import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, numberOf, textOf } from '../rows.ts'

/** One place of a plan version with the words that stand there. */
export interface IndexedLine {
  readonly path: string
  readonly text: string
}

/** A place where all searched words stand. */
export interface FoundLine {
  readonly planId: string
  readonly version: number
  readonly path: string
  readonly line: string
}

/** Puts what a version says now into the full-text index in place of what it said before. */
export function indexPlanVersion(
  db: WriteDb,
  { planId, version }: { readonly planId: string; readonly version: number },
  lines: readonly IndexedLine[],
): void {
  db.prepare('DELETE FROM contingency_plan_search WHERE plan_id = ? AND version = ?').run(planId, version)
  const insert = db.prepare(
    'INSERT INTO contingency_plan_search (plan_id, version, place, line, words) VALUES (?, ?, ?, ?, ?)',
  )
  for (const { path, text } of lines) insert.run(planId, version, path, text, spaced(text))
}

/** Places where every word of a text stands, the best first. Chinese is found by any run of characters, also by two or one. */
export function searchPlanLines(db: ReadDb, text: string): FoundLine[] {
  const match = matchOf(text)
  if (match === '') return []
  const sql = `SELECT plan_id, version, place, line FROM contingency_plan_search WHERE words MATCH ?
    ORDER BY rank, plan_id, version DESC, rowid`
  const pieces = plain(text).split(/\s+/)
  return (
    allRows(db, sql, [match])
      .map((row) => ({
        planId: textOf(row, 'plan_id'),
        version: numberOf(row, 'version'),
        path: textOf(row, 'place'),
        line: textOf(row, 'line'),
      }))
      // The index does not see the marks between words: a phrase must not run over the end of a sentence.
      .filter(({ line }) => pieces.every((piece) => plain(line).includes(piece)))
  )
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}

/** The text with every Chinese character as a word of its own: two characters are then a phrase of two words. */
function spaced(text: string): string {
  return plain(text).replace(/\p{Script=Han}/gu, ' $& ')
}

/** Each piece between spaces is a phrase; the beginning of a Latin word is enough. Nothing of it is read as a command. */
function matchOf(text: string): string {
  return text
    .split(/\s+/)
    .flatMap((piece) => {
      const words = spaced(piece).match(/[\p{L}\p{N}]+/gu) ?? []
      const last = words.at(-1)
      if (last === undefined) return []
      return [`"${words.join(' ')}"${/\p{Script=Han}/u.test(last) ? '' : ' *'}`]
    })
    .join(' AND ')
}

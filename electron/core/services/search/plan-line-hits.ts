import type { SearchHit } from '#shared/contract/search.contract.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { searchPlanLines } from '../../db/repositories/contingency-plan-search.repo.ts'
import { findRecord } from '../../db/repositories/search.repo.ts'
import { rangeInText, wantedOf, plain } from './plain-text.ts'
import { readBody } from './search-record.ts'

/** A character alone stands in every plan. */
const LEAST = 2

/** Contingency plans in which the words stand somewhere, one place each, besides those that were found already. */
export function planLineHits(
  db: ReadDb,
  text: string,
  { known, limit }: { known: readonly SearchHit[]; limit: number },
): SearchHit[] {
  if (limit <= 0 || plain(text).length < LEAST) return []
  const seen = new Set(known.filter(({ kind }) => kind === 'plan').map(({ key }) => key))
  const hits: SearchHit[] = []
  for (const { planId, line } of searchPlanLines(db, text)) {
    if (hits.length === limit) break
    if (seen.has(planId)) continue
    seen.add(planId)
    const record = findRecord(db, { kind: 'plan', key: planId })
    const title = record === null ? planId : (readBody(record.body).texts[0]?.text ?? planId)
    hits.push({
      ...{ kind: 'plan', key: planId, grade: 'inside', title: { text: title, marks: [] }, phone: '' },
      ...{ line: [{ field: 'line', text: line, marks: marksOf(line, text) }], position: null, isDemo: false },
    })
  }
  return hits
}

function marksOf(line: string, text: string): [number, number][] {
  const own = plain(line)
  return wantedOf(text)
    .pieces.map((piece) => [own.indexOf(piece), piece.length] as const)
    .flatMap(([from, length]) => (from < 0 ? [] : [rangeInText(line, from, from + length)]))
    .filter((range) => range !== null)
    .sort(([a], [b]) => a - b)
}

import {
  MATCH_GRADES,
  SEARCH_KINDS,
  type MatchGrade,
  type SearchHit,
  type SearchKind,
} from '#shared/contract/search.contract.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { recordsOfKey, recordsWith, type IndexedRecord } from '../../db/repositories/search.repo.ts'
import { matchRecord, type RecordMatch } from './match-record.ts'
import { rangeInText, wantedOf, type Wanted } from './plain-text.ts'
import { looksFor, type Look } from './query-terms.ts'
import { bandOfPlace, readBody, spanOfKind, type RecordBody } from './search-record.ts'
import type { Speller } from './spelling.ts'

/** What is looked for. */
export interface FindQuestion {
  readonly text: string
  readonly kinds?: readonly SearchKind[] | undefined
  readonly limit: number
}

interface Found {
  readonly record: IndexedRecord
  readonly body: RecordBody
  readonly match: RecordMatch
}

/** An id was asked for as it is. */
const BY_KEY: RecordMatch = { grade: 'exact', sum: 0, pieces: [] }

/** A look reads this many records in vain before it gives up: the terms only narrow down. */
const READ_AT_MOST = 1500

/** Equally good records stand by their number; among those of one band this many more are read and sorted by key. */
const READ_BEYOND = 20

/** The best records for a text, by grade, kind, home district, length of name and key. */
export function findRecords(
  db: ReadDb,
  question: FindQuestion,
  speller: Speller,
): { hits: SearchHit[]; more: boolean } {
  const wanted = wantedOf(question.text)
  const found = new Map<number, Found>()
  const enough = question.limit + READ_BEYOND
  for (const record of recordsOfKey(db, question.text.trim())) {
    const isWanted = question.kinds?.some((kind) => kind === record.kind) ?? true
    if (isWanted) found.set(record.place, { record, body: readBody(record.body), match: BY_KEY })
  }
  for (const look of looksFor(wanted)) {
    readLook(db, look, { wanted, speller, found, enough, spans: spansOf(question.kinds) })
    if (countAtLeast(found, look.atLeast) >= enough) break
  }
  const sorted = sortedBy([...found.values()], ({ record, match }) => [
    MATCH_GRADES.indexOf(match.grade),
    match.sum,
    bandOfPlace(record.place),
    record.key,
  ])
  return {
    hits: sorted.slice(0, question.limit).map(hitOf),
    more: sorted.length > question.limit,
  }
}

/** Kinds in the order of their numbers; all of them are one span. */
function spansOf(kinds: FindQuestion['kinds']): (readonly [number, number])[] {
  if (kinds === undefined) return [[0, Number.MAX_SAFE_INTEGER]]
  return SEARCH_KINDS.filter((kind) => kinds.includes(kind)).map(spanOfKind)
}

interface Reading {
  readonly wanted: Wanted
  readonly speller: Speller
  readonly found: Map<number, Found>
  readonly enough: number
  readonly spans: readonly (readonly [number, number])[]
}

function readLook(db: ReadDb, { atLeast, match }: Look, { wanted, speller, found, enough, spans }: Reading): void {
  let good = countAtLeast(found, atLeast)
  let vain = 0
  for (const span of spans) {
    for (const record of recordsWith(db, match, span)) {
      if (found.has(record.place)) continue
      const body = readBody(record.body)
      const how = matchRecord(body.texts, wanted, speller)
      if (how !== null) found.set(record.place, { record, body, match: how })
      if (how !== null && isAtLeast(how.grade, atLeast)) good += 1
      else vain += 1
      if (good >= enough || vain >= READ_AT_MOST) return
    }
  }
}

function isAtLeast(grade: MatchGrade, atLeast: MatchGrade): boolean {
  return MATCH_GRADES.indexOf(grade) <= MATCH_GRADES.indexOf(atLeast)
}

function countAtLeast(found: ReadonlyMap<number, Found>, atLeast: MatchGrade): number {
  return [...found.values()].filter(({ match }) => isAtLeast(match.grade, atLeast)).length
}

function hitOf({ record, body, match }: Found): SearchHit {
  const [title, ...line] = body.texts.map(({ field, text }, index) => ({
    field,
    text,
    marks: marksOf(text, index, match),
  }))
  return {
    kind: SEARCH_KINDS.find((kind) => kind === record.kind) ?? 'places',
    key: record.key,
    grade: match.grade,
    title: { text: title?.text ?? '', marks: title?.marks ?? [] },
    line,
    phone: body.phone,
    position: body.at === null ? null : { lng: body.at[0], lat: body.at[1] },
    isDemo: body.demo,
  }
}

function marksOf(text: string, index: number, { pieces }: RecordMatch): [number, number][] {
  const own = pieces.filter((piece) => piece.text === index)
  const ranges = own.map(({ from, to }) => rangeInText(text, from, to)).filter((range) => range !== null)
  return sortedBy(ranges, ([from, to]) => [from, to])
}

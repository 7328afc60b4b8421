import { SEARCH_KINDS, type SearchKind } from '#shared/contract/search.contract.ts'
import { digestOf } from '#shared/kernel/digest.ts'
import type { WriteDb } from '../../db/db-types.ts'
import {
  addRecord,
  addTerms,
  countChanges,
  dropRecord,
  findRecord,
  noteAllChanged,
  noteChange,
  readChanges,
  readKeys,
  readSearchState,
  settleChange,
  writeSearchState,
  type RecordName,
} from '../../db/repositories/search.repo.ts'
import type { SourceOf } from './record-source.ts'
import { termsOf } from './record-terms.ts'
import { bandEnd, bandOf, writeBody } from './search-record.ts'
import type { Speller } from './spelling.ts'

/** Raised when terms or bodies are made otherwise: every record is then read again. */
const INDEX_VERSION = 1

/** Records that are read again at once, before a search answers. */
const AT_ONCE = 300
/** Records of one transaction in the background. */
const SLICE = 1000

/** What the indexer works with. */
export interface IndexerParts {
  readonly db: WriteDb
  readonly sourceOf: SourceOf
  readonly speller: Speller
  /** Texts that come with the program and not from the database: keys by kind, and what they say. */
  readonly shipped: () => ReadonlyMap<SearchKind, ReadonlyMap<string, unknown>>
  /** What decides which records are at home; when it changes, all of them are read again. */
  readonly homeKey: () => string
  /** Records that show something of this one and must be read again with it. */
  readonly dependants: (name: RecordName) => readonly RecordName[]
}

/** Keeps the index up with what was changed. */
export interface SearchIndexer {
  /** Reads again what was changed, when it is little; else begins in the background. Share done, or null = complete. */
  catchUp(): number | null
  /** Reads everything that was changed, in slices with a rest between them. */
  start(): void
  stop(): void
  /** Writes nothing until this is settled: somebody else has the database for a long write. */
  hold(until: Promise<unknown>): void
}

/** Makes the indexer. Nothing is done before it is asked. */
export function createSearchIndexer(parts: IndexerParts): SearchIndexer {
  let verified = false
  let timer: ReturnType<typeof setImmediate> | null = null
  let holds = 0
  let progress: { total: number; done: number } | null = null
  const slice = (count: number): number => {
    const done = parts.db.transaction(() => indexChanges(parts, count)).immediate()
    if (progress !== null) progress.done += done
    return done
  }
  const step = (): void => {
    timer = null
    if (!verified) {
      parts.db.transaction(() => verify(parts)).immediate()
      verified = true
      progress = { total: countChanges(parts.db), done: 0 }
    } else if (slice(SLICE) === 0) {
      progress = null
      return
    }
    timer = setImmediate(step)
  }
  const start = (): void => {
    if (timer !== null || holds > 0) return
    progress = { total: Math.max(1, countChanges(parts.db)), done: 0 }
    timer = setImmediate(step)
  }
  const stop = (): void => {
    if (timer !== null) clearImmediate(timer)
    timer = null
  }
  return {
    start,
    stop,
    hold: (until) => {
      holds += 1
      stop()
      const release = (): void => {
        holds -= 1
        start()
      }
      until.then(release, release)
    },
    catchUp: () => {
      if (holds > 0) return 0
      if (!verified) start()
      if (timer === null) {
        // One more than fits is enough to know that it is much.
        const isLittle = readChanges(parts.db, AT_ONCE + 1).length <= AT_ONCE
        if (isLittle) while (slice(AT_ONCE) > 0) continue
        else start()
      }
      return timer === null || progress === null ? null : Math.min(1, progress.done / Math.max(1, progress.total))
    },
  }
}

/** Notes what an index made by another version, for another district or with other shipped texts has wrong. */
function verify({ db, shipped, homeKey }: IndexerParts): void {
  const version = `${INDEX_VERSION} ${homeKey()}`
  if (readSearchState(db, 'version') !== version) noteAllChanged(db)
  writeSearchState(db, 'version', version)
  for (const [kind, texts] of shipped()) {
    const digest = digestOf([...texts])
    if (readSearchState(db, `shipped ${kind}`) === digest) continue
    for (const key of [...readKeys(db, kind), ...texts.keys()]) noteChange(db, { kind, key })
    writeSearchState(db, `shipped ${kind}`, digest)
  }
}

/** Reads some of the changed records again; their number, 0 = nothing is left. */
function indexChanges(parts: IndexerParts, count: number): number {
  const names = readChanges(parts.db, count)
  const added: { place: number; terms: string }[] = []
  for (const name of names) {
    const record = indexOne(parts, name)
    if (record !== null) added.push(record)
    settleChange(parts.db, name)
  }
  addTerms(parts.db, added)
  return names.length
}

function indexOne(
  { db, speller, sourceOf, dependants }: IndexerParts,
  name: RecordName,
): { place: number; terms: string } | null {
  const kind = SEARCH_KINDS.find((each) => each === name.kind)
  const body = kind === undefined ? null : sourceOf(kind).read(name.key)
  const known = findRecord(db, name)
  const text = body === null ? '' : writeBody(body)
  if (known !== null && known.body === text) return null
  if (known !== null) {
    dropRecord(db, known.place)
    // What others show of it is its name, place and telephone: new ones show it already.
    for (const other of dependants(name)) noteChange(db, other)
  }
  if (kind === undefined || body === null) return null
  const band = bandOf(kind, body)
  return { place: addRecord(db, { ...name, body: text }, [band, bandEnd(band)]), terms: termsOf(body.texts, speller) }
}

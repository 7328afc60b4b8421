import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#electron/core/db/open-database.ts'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { findRecords } from '#electron/core/services/search/find-records.ts'
import { createSearchIndex } from '#electron/core/services/search.service.ts'
import type { SearchIndexer } from '#electron/core/services/search/search-indexer.ts'
import { ratioOf, round, type Bench, type BenchOptions, type BenchRow } from './bench-row.ts'
import { median, quantile, timeOf } from './measure.ts'
import { fillLibrary, NOTHING_SHIPPED, queriesFor } from './search-library.ts'

const LIMIT = 40
/** Every so manyth query is also answered by a scan. */
const SCANNED = 25

/** S1: one box over everything, against a scan of the same tables with LIKE. */
export const bench: Bench = {
  goals: ['S1'],
  run: async (options) => {
    const folder = mkdtempSync(join(tmpdir(), 'search-bench-'))
    const { db, close } = openDatabase(join(folder, 'bench.db'), { nowMs: Date.now(), damaged: 'set-aside' })
    try {
      return await compare(db, join(folder, 'bench.db'), options)
    } finally {
      close()
      rmSync(folder, { recursive: true })
    }
  },
}

async function compare(db: WriteDb, path: string, { quick, say }: BenchOptions): Promise<BenchRow[]> {
  const records = quick ? 20_000 : 500_000
  const fillMs = timeOf(() => {
    fillLibrary(db, records)
  })
  const dataBytes = sizeOf(db, path)
  say(`filled in ${round(fillMs / 1000)} s, ${round(dataBytes / 2 ** 20)} MiB`)
  const { indexer, speller } = createSearchIndex({ db, ...NOTHING_SHIPPED })
  const startMs = performance.now()
  await settle(indexer)
  const buildS = (performance.now() - startMs) / 1000
  const indexBytes = sizeOf(db, path) - dataBytes
  say(`indexed in ${round(buildS)} s, ${round(indexBytes / 2 ** 20)} MiB`)
  const queries = queriesFor(quick ? 160 : 1000)
  const times: number[] = []
  const scans: number[] = []
  const scanned: number[] = []
  let slowest = ''
  queries.forEach((text, at) => {
    const ms = timeOf(() => findRecords(db, { text, limit: LIMIT }, speller))
    if (ms > Math.max(0, ...times)) slowest = text
    times.push(ms)
    if (at % SCANNED !== 0) return
    scanned.push(ms)
    scans.push(timeOf(() => scan(db, text)))
  })
  const longest = Math.max(...times)
  return [
    {
      name: 'S1 search over everything',
      size: `${records} records, ${queries.length} queries of 16 ways`,
      ours: round(median(scanned), 3),
      baseline: round(median(scans), 1),
      baselineName: 'LIKE over the same tables, unranked, no pinyin',
      ratio: ratioOf(median(scanned), median(scans)),
      unit: 'ms',
      runs: queries.length,
      extrapolated: true,
      p95: round(quantile(times, 0.95)),
      note: `p50 ${round(median(times))}, p95 ${round(quantile(times, 0.95))}, slowest ${round(longest)} ms (“${slowest}”); index made in ${round(buildS, 1)} s, ${round(indexBytes / dataBytes)} of the data (${round(dataBytes / 2 ** 20, 0)} MiB)`,
    },
  ]
}

async function settle(indexer: SearchIndexer): Promise<void> {
  indexer.start()
  while (indexer.catchUp() !== null) await new Promise((resolve) => setTimeout(resolve, 100))
}

/** Bytes of the database when its write-ahead log is written back. */
function sizeOf(db: WriteDb, path: string): number {
  db.pragma('wal_checkpoint(TRUNCATE)')
  return statSync(path).size
}

const SCANNED_COLUMNS = {
  ...{
    teams: ['name', 'town', 'phone', 'id'],
    vehicles: ['name', 'plate', 'id'],
    people: ['name', 'organisation', 'phone'],
  },
  ...{ stores: ['name', 'town', 'keeper', 'phone'], stock: ['item', 'lot_id'], places: ['name', 'town'] },
  ...{
    population_points: ['name', 'town', 'person_in_charge', 'phone'],
    tanker_trips: ['plate', 'un', 'cargo', 'phone'],
  },
}

/** What is found without an index: every word somewhere in a row of a table. */
function scan(db: WriteDb, text: string): number {
  const words = text.split(/\s+/)
  return Object.entries(SCANNED_COLUMNS).reduce((found, [table, columns]) => {
    const row = columns.map((column) => `"${column}"`).join(` || ' ' || `)
    const sql = `SELECT rowid FROM ${table} WHERE ${words.map(() => `${row} LIKE ?`).join(' AND ')}`
    return found + db.prepare(sql).all(...words.map((word) => `%${word}%`)).length
  }, 0)
}

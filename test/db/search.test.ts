import { describe, expect, it } from 'vitest'
import type { WriteDb } from '#electron/core/db/db-types.ts'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { allRows, textOf } from '#electron/core/db/rows.ts'
import { findRecords } from '#electron/core/services/search/find-records.ts'
import { matchRecord } from '#electron/core/services/search/match-record.ts'
import { wantedOf } from '#electron/core/services/search/plain-text.ts'
import { readBody } from '#electron/core/services/search/search-record.ts'
import { createSearchIndex, type SearchIndex } from '#electron/core/services/search.service.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import { fillLibrary, NOTHING_SHIPPED, queriesFor } from '#test/bench/search-library.ts'

describe('the index of everything that can be found', () => {
  it('is told of every change by triggers on every table of the library', () => {
    const db = openMemoryDatabase()
    const triggers = allRows(db, "SELECT name FROM sqlite_master WHERE type = 'trigger'").map((row) =>
      textOf(row, 'name'),
    )
    const tables = [...TABLE_NAMES.filter((table) => table !== 'rosters').map((table) => TABLES[table].sqlTable)]
    for (const table of [...tables, 'roads', 'areas', 'risk_areas'])
      for (const event of ['insert', 'update', 'delete']) expect(triggers).toContain(`search_${table}_${event}`)
    db.close()
  })

  it('follows a changed, a new and a deleted record, and who shows its name', async () => {
    const db = openMemoryDatabase()
    const { indexer, speller } = await indexOf(db, 400)
    const find = (text: string): string[] => {
      expect(indexer.catchUp()).toBeNull()
      return findRecords(db, { text, limit: 200 }, speller).hits.map(({ kind, key }) => `${kind} ${key}`)
    }
    const crews = allRows(db, "SELECT id FROM vehicles WHERE team_id = 'teams3'").map(
      (row) => `vehicles ${textOf(row, 'id')}`,
    )
    db.exec("UPDATE teams SET name = '饕餮队' WHERE id = 'teams3'")
    expect(find('饕餮').sort()).toEqual(['teams teams3', ...crews].sort())
    expect(find('ttd')).toEqual(['teams teams3', ...find('饕餮').slice(1)])
    db.exec("DELETE FROM vehicles WHERE team_id = 'teams3'")
    expect(find('饕餮')).toEqual(['teams teams3'])
    db.exec("UPDATE teams SET name = '一队' WHERE id = 'teams3'")
    expect(find('饕餮')).toEqual([])
    db.close()
  })

  it('finds exactly what reading every record would find, whichever way it is asked', async () => {
    const db = openMemoryDatabase()
    const { speller } = await indexOf(db, 1500)
    const all = allRows(db, 'SELECT kind, key, body FROM search_records')
    for (const text of queriesFor(64)) {
      const read = all.filter(
        (row) =>
          matchRecord(readBody(textOf(row, 'body')).texts, wantedOf(text), speller) !== null ||
          textOf(row, 'key') === text,
      )
      const { hits, more } = findRecords(db, { text, limit: 200 }, speller)
      if (more) expect(hits).toHaveLength(200)
      else
        expect(hits.map(({ kind, key }) => `${kind} ${key}`).sort(), text).toEqual(
          read.map((row) => `${textOf(row, 'kind')} ${textOf(row, 'key')}`).sort(),
        )
    }
    db.close()
  })
})

async function indexOf(db: WriteDb, records: number): Promise<SearchIndex> {
  const index = createSearchIndex({ db, ...NOTHING_SHIPPED })
  fillLibrary(db, records)
  while (index.indexer.catchUp() !== null) await new Promise((resolve) => setImmediate(resolve))
  return index
}

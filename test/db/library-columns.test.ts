import { describe, expect, it } from 'vitest'
import { openMemoryDatabase } from '#electron/core/db/open-database.ts'
import { allRows } from '#electron/core/db/rows.ts'
import { columnsOf } from '#electron/core/db/repositories/library-columns.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'

describe('library tables', () => {
  const db = openMemoryDatabase()

  it.each(TABLE_NAMES)('%s has exactly the columns of its file, in order, with their types', (table) => {
    const actual = allRows(db, `PRAGMA table_info(${TABLES[table].sqlTable})`).map((row) => [
      row['name'],
      row['type'],
      row['notnull'],
    ])
    const expected = columnsOf(table).map(({ name, cell, isOptionalReference }) => {
      const empty = cell.schema.safeParse('')
      const isUnknownAllowed = isOptionalReference || (empty.success && empty.data === null)
      return [name, cell.sqlType, isUnknownAllowed ? 0 : 1]
    })
    expect(actual).toEqual([...expected, ['extras', 'TEXT', 1]])
  })

  it.each(TABLE_NAMES)('%s has its key and its references', (table) => {
    const { sqlTable, key, references } = TABLES[table]
    const primary = allRows(db, `PRAGMA table_info(${sqlTable})`).filter((row) => Number(row['pk']) > 0)
    expect(primary.map((row) => row['name'])).toEqual(key)
    const foreign = allRows(db, `PRAGMA foreign_key_list(${sqlTable})`).map((row) => [
      row['from'],
      row['table'],
      row['to'],
    ])
    const expected = Object.entries(references).map(([column, target]) => {
      const pointed = TABLE_NAMES.find((name) => name === target)
      return [column, pointed === undefined ? target : TABLES[pointed].sqlTable, 'id']
    })
    expect(foreign.toSorted()).toEqual(expected.toSorted())
  })

  it('are STRICT without exception, like every other table', () => {
    const loose = allRows(db, "SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0")
    const tables = loose
      .map((row) => String(row['name']))
      .filter((name) => !/^(contingency_plan_search|search_terms)/.test(name))
    // A full-text index and a view cannot be.
    expect(tables.sort()).toEqual(['contingency_plans_now', 'sqlite_schema'])
  })
})

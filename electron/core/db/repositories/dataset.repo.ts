import { DatasetHead, type Dataset } from '#shared/domain/dataset/dataset.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { digestOf } from '#shared/kernel/digest.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, jsonOf, numberOf, textOf } from '../rows.ts'
import { countLibraryRows, readLibraryTable, writeLibraryTable } from './library-table.repo.ts'
import { readAreas, readRiskAreas, readRoads, writeAreas, writeRiskAreas, writeRoads } from './map-features.repo.ts'

/** What is known of the stored library without reading its rows. */
export interface StoredLibrary {
  readonly head: DatasetHead
  readonly version: string
  readonly roadsSchematic: boolean
  /** Digest of everything in the library's tables when it was written. */
  readonly contentHash: string
}

/**
 * Replaces the whole library by a data set, in one transaction: all of it or nothing.
 *
 * @throws AppError `unknown-reference` when a row points to a row that is not there.
 */
export function writeDataset(db: WriteDb, dataset: Dataset): void {
  refuseDanglingReferences(dataset)
  db.transaction(() => {
    for (const table of ['dataset_head', 'roads', 'areas', 'risk_areas']) db.exec(`DELETE FROM ${table}`)
    for (const table of TABLE_NAMES) db.exec(`DELETE FROM ${TABLES[table].sqlTable}`)
    for (const table of TABLE_NAMES) writeLibraryTable(db, table, dataset[table])
    writeRoads(db, dataset.roads)
    writeAreas(db, dataset.areas)
    writeRiskAreas(db, dataset.riskAreas)
    db.prepare(
      'INSERT INTO dataset_head (only_row, id, version, head, roads_schematic, content_hash) VALUES (1, ?, ?, ?, ?, ?)',
    ).run(dataset.head.id, dataset.version, JSON.stringify(dataset.head), dataset.roadsSchematic ? 1 : 0, '')
    // Over what was read back, so that the digest speaks of the tables and not of the way a file wrote its rows.
    const written = readDataset(db)
    db.prepare('UPDATE dataset_head SET content_hash = ?').run(written === null ? '' : libraryDigestOf(written))
  }).immediate()
}

/** The stored library as one value, or null when none was imported yet. Rows keep the order they were written in. */
export function readDataset(db: ReadDb): Dataset | null {
  const library = readStoredLibrary(db)
  if (library === null) return null
  const tables = Object.fromEntries(TABLE_NAMES.map((table) => [table, readLibraryTable(db, table)]))
  const rest = {
    head: library.head,
    version: library.version,
    roads: readRoads(db),
    roadsSchematic: library.roadsSchematic,
    areas: readAreas(db),
    riskAreas: readRiskAreas(db),
  }
  return { ...tables, ...rest } as unknown as Dataset // every table name was just read with its own row type; entries lose it
}

/** Head of the stored library, or null when none was imported yet. */
export function readStoredLibrary(db: ReadDb): StoredLibrary | null {
  const row = firstRow(db, 'SELECT version, head, roads_schematic, content_hash FROM dataset_head')
  if (row === null) return null
  return {
    head: DatasetHead.parse(jsonOf(row, 'head')),
    version: textOf(row, 'version'),
    roadsSchematic: numberOf(row, 'roads_schematic') === 1,
    contentHash: textOf(row, 'content_hash'),
  }
}

/** Rows of each table of the stored library, with roads, areas and risk areas. */
export function countLibrary(db: ReadDb): Record<string, number> {
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  return {
    ...countLibraryRows(db, TABLE_NAMES),
    roads: count('roads'),
    areas: count('areas'),
    riskAreas: count('risk_areas'),
  }
}

/** Digest of a data set's whole content, to tell a changed library table from an untouched one. */
export function libraryDigestOf(dataset: Dataset): string {
  return digestOf(dataset)
}

function refuseDanglingReferences(dataset: Dataset): void {
  for (const table of TABLE_NAMES) {
    for (const [column, target] of Object.entries(TABLES[table].references)) {
      const found = firstDangling(dataset, { table, column, target })
      if (found === null) continue
      throw new AppError(
        'unknown-reference',
        `${TABLES[table].title}（${TABLES[table].file}）的 ${column} 指向不存在的记录“${found}”；请补上该记录或更正此值`,
        { path: `${TABLES[table].file}:${column}`, value: found },
      )
    }
  }
}

function firstDangling(
  dataset: Dataset,
  where: { table: keyof typeof TABLES; column: string; target: string },
): string | null {
  const targetTable = TABLE_NAMES.find((name) => name === where.target)
  const targets: readonly object[] = targetTable === undefined ? [] : dataset[targetTable]
  const ids = new Set(targets.map((row) => Reflect.get(row, 'id') as unknown))
  const key = camelCaseOf(where.column)
  for (const row of dataset[where.table]) {
    const value: unknown = Reflect.get(row, key)
    if (typeof value === 'string' && value !== '' && !ids.has(value)) return value
  }
  return null
}

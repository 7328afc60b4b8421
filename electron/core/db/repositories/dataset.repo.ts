import { DatasetHead, type Dataset } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS } from '#shared/domain/dataset/record-kinds.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, jsonOf, numberOf, textOf } from '../rows.ts'
import { countRecords, readRecords } from './library-table.repo.ts'

/** What is known of the stored library without reading its rows. */
export interface StoredLibrary {
  readonly head: DatasetHead
  readonly version: string
  readonly roadsSchematic: boolean
}

/** Keeps head and version of the library; its rows are written by the changes of a batch. */
export function saveLibraryHead(db: WriteDb, { head, version, roadsSchematic }: StoredLibrary): void {
  db.prepare(
    `INSERT INTO dataset_head (only_row, id, version, head, roads_schematic, content_hash) VALUES (1, ?, ?, ?, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET id = excluded.id, version = excluded.version, head = excluded.head,
       roads_schematic = excluded.roads_schematic, content_hash = excluded.content_hash`,
  ).run(head.id, version, JSON.stringify(head), roadsSchematic ? 1 : 0, version)
}

/** The stored library as one value, or null when none was imported yet. Rows keep the order they were written in. */
export function readDataset(db: ReadDb): Dataset | null {
  const library = readStoredLibrary(db)
  if (library === null) return null
  const records = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, readRecords(db, kind)]))
  return { ...records, ...library } as unknown as Dataset // every kind was just read with its own row type; entries lose it
}

/** Head of the stored library, or null when none was imported yet. */
export function readStoredLibrary(db: ReadDb): StoredLibrary | null {
  const row = firstRow(db, 'SELECT version, head, roads_schematic FROM dataset_head')
  if (row === null) return null
  return {
    head: DatasetHead.parse(jsonOf(row, 'head')),
    version: textOf(row, 'version'),
    roadsSchematic: numberOf(row, 'roads_schematic') === 1,
  }
}

/** Records of each kind of the stored library. */
export function countLibrary(db: ReadDb): Record<string, number> {
  return Object.fromEntries(RECORD_KINDS.map((kind) => [kind, countRecords(db, kind)]))
}

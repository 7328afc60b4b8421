import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { recordKeyReader, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readStoredLibrary } from '../db/repositories/dataset.repo.ts'
import { readRetired } from '../db/repositories/library-history.repo.ts'
import { readRecords } from '../db/repositories/library-table.repo.ts'
import type { Standing } from './compare-file.ts'

/** The library as it stands, read kind by kind when it is wanted. */
export interface StandingLibrary {
  readonly version: string
  readonly head: DatasetHead | null
  readonly of: (kind: RecordKind) => Standing
  /** Keys of records that left the library; they are not given anew. */
  readonly retired: (kind: RecordKind) => readonly string[]
}

/** Reads from a connection that stays open as long as the answer is used. */
export function readStanding(db: ReadDb): StandingLibrary {
  const known = new Map<RecordKind, Standing>()
  const stored = readStoredLibrary(db)
  return {
    version: stored?.version ?? '',
    head: stored?.head ?? null,
    retired: (kind) => readRetired(db, kind).map(({ key }) => key),
    of: (kind) => {
      const keyOf = recordKeyReader(kind)
      const found = known.get(kind) ?? new Map(readRecords(db, kind).map((value) => [keyOf(value), value]))
      known.set(kind, found)
      return found
    },
  }
}

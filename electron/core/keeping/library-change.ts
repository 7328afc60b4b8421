import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import type { BatchKind } from '#shared/domain/library-batch.ts'

/** One record before and after; null where it is not in its table. A record that leaves its table is kept in the history. */
export interface RecordChange {
  readonly kind: RecordKind
  readonly key: string
  readonly before: object | null
  readonly after: object | null
}

/** What a data set says of itself as a whole. */
export interface LibraryHead {
  readonly head: DatasetHead
  readonly roadsSchematic: boolean
}

/** The head of the data set before and after. */
export interface HeadChange {
  readonly kind: 'head'
  readonly before: LibraryHead
  readonly after: LibraryHead
}

export type LibraryChange = RecordChange | HeadChange

/** Who changes the library, when and why. */
export interface BatchStamp {
  /** Wall time of the console, ISO 8601. */
  readonly recordedAt: string
  readonly who: string
  readonly role: string
  readonly seat: string
  readonly reason: string
}

/** Changes that are made together, all or none. */
export interface LibraryBatch extends BatchStamp {
  readonly kind: BatchKind
  /** The batch that this one takes back, or null. */
  readonly undoes: number | null
  readonly changes: Iterable<LibraryChange>
}

const LAYER_TITLES = { roads: '道路', areas: '区域', riskAreas: '风险区' } as const

/** What a kind of record is called in a message. */
export function recordTitleOf(kind: RecordKind): string {
  return isTableName(kind) ? TABLES[kind].title : LAYER_TITLES[kind]
}

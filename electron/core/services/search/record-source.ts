import type { SearchKind } from '#shared/contract/search.contract.ts'
import type { RecordBody } from './search-record.ts'

/** Where the records of one kind come from. */
export interface RecordSource {
  /** What is to be found of a record now, or null when there is none of this key. */
  read(key: string): RecordBody | null
}

/** The source of each kind. */
export type SourceOf = (kind: SearchKind) => RecordSource

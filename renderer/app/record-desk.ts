import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { ViewStore } from './view-store.ts'

/** Cells of a record by column, as text. */
export type Cells = Readonly<Record<string, string>>

/** A record under edit. It stays while other functions are on the screen, until it is saved or given up. */
export interface RecordDraft {
  readonly kind: RecordKind
  /** Null for a new record. */
  readonly key: string | null
  /** Digest of the state the edit began from; null for a new record. */
  readonly basis: string | null
  /** Cells of that state. */
  readonly before: Cells
  readonly cells: Cells
  /** Cells of columns that the kind has no place for, of that state and as edited. */
  readonly extrasBefore: Cells
  readonly extras: Cells
  /** The officer says that the data of a demo record were checked and are real. */
  readonly verified: boolean
  readonly reason: string
}

/** What the library's tables show in one window. */
export interface RecordDesk {
  /** The table in the list; `changes` = the changes of the whole library. */
  readonly table: RecordKind | 'changes'
  readonly text: string
  readonly where: Cells
  readonly sort: { readonly column: string; readonly descending: boolean } | null
  readonly retired: 'without' | 'with' | 'only'
  readonly offset: number
  /** Chosen row of the list, so that the way back leads to it. */
  readonly chosen: string | null
  /** The record on the screen; a null key = a new one. */
  readonly open: { readonly kind: RecordKind; readonly key: string | null } | null
  readonly draft: RecordDraft | null
  /** Name typed last, offered for the next change. */
  readonly who: string
}

export const FIRST_RECORD_DESK: RecordDesk = {
  table: 'teams',
  text: '',
  where: {},
  sort: null,
  retired: 'without',
  offset: 0,
  chosen: null,
  open: null,
  draft: null,
  who: '',
}

/** Changes what the library's tables show. */
export function setRecordDesk(view: ViewStore, change: Partial<RecordDesk>): void {
  view.setState(({ recordDesk }) => ({ recordDesk: { ...recordDesk, ...change } }))
}

/** Shows a list of records from its beginning. */
export function openTable(view: ViewStore, table: RecordDesk['table'], where: Cells = {}): void {
  view.setState({ section: 'library', libraryRoom: 'tables', importing: null, mapEnlarged: false })
  setRecordDesk(view, { table, where, text: '', sort: null, retired: 'without', offset: 0, chosen: null, open: null })
}

/** Shows one record of the library, from wherever it was named. Unsaved work on another record stays kept. */
export function openRecord(view: ViewStore, kind: RecordKind, key: string): void {
  view.setState({ section: 'library', libraryRoom: 'tables', importing: null, mapEnlarged: false })
  setRecordDesk(view, { table: kind, open: { kind, key }, chosen: key })
}

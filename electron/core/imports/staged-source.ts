import type { DatasetHead } from '#shared/domain/dataset/dataset.ts'
import type { ImportNote } from '#shared/contract/imports.contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { WrittenPlan } from '../planning/record-plan-change.ts'
import type { TextTable } from '../datasets/read-table.ts'
import type { ReadFile } from '../datasets/record-kind.ts'

/** A table whose columns can be mapped. */
export interface StagedTable {
  readonly form: 'table'
  readonly file: string
  /** What file name or headings say; null when they do not. */
  readonly kind: TableName | null
  readonly header: readonly string[]
  readonly rows: number
  /** What was left out or read otherwise before any column was known. */
  readonly notes: readonly ImportNote[]
  /** Its rows as texts; a workbook needs the mapped headings to know which cells are dates and numbers. */
  readonly text: (kind: TableName | null, header: readonly string[]) => TextTable
}

/** Roads, areas and whatever else brings its own names: read and checked at once. */
export interface StagedLayer {
  readonly form: 'layer'
  readonly file: string
  readonly read: ReadFile
}

/** A contingency plan; it becomes a draft beside what is there. */
export interface StagedPlan {
  readonly form: 'plan'
  readonly file: string
  readonly written: WrittenPlan | null
  readonly problem: string
}

/** `dataset.json`. */
export interface StagedHead {
  readonly form: 'head'
  readonly file: string
  readonly head: DatasetHead
}

/** A file that could not be read, with the reason. */
export interface BrokenSource {
  readonly form: 'broken'
  readonly file: string
  readonly problem: string
}

export type StagedSource = StagedTable | StagedLayer | StagedPlan | StagedHead | BrokenSource

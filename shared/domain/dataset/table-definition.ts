import { flag, optionalText, type CellValue } from './cells.ts'

/** One table of a data set: its file, SQL table, key and columns. */
export interface TableDefinition<C> {
  readonly file: string
  readonly sqlTable: string
  /** Chinese name for reports. */
  readonly title: string
  /** Columns that together identify a row. */
  readonly key: readonly (keyof C & string)[]
  readonly columns: C
  /** Columns that point to another table's `id`; empty cells are allowed. */
  readonly references: Readonly<Partial<Record<keyof C & string, string>>>
}

/** `turnout_s` → `turnoutS`: columns are snake_case in files and SQL, camelCase in values. */
export type CamelCase<S extends string> = S extends `${infer Head}_${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S

/** A row of a table as a value; keys are the column names in camelCase. */
export type RowOf<T> =
  T extends TableDefinition<infer C>
    ? { -readonly [K in keyof C & string as CamelCase<K>]: CellValue<C[K]> } & RowExtras
    : never

/** The value key of a column name. */
export function camelCaseOf(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

/** Cells of unknown columns, kept as notes. */
export interface RowExtras {
  extras?: Record<string, string>
}

/** Every file may end with these. */
const tail = { source: optionalText(), is_demo: flag(), note: optionalText() } as const

/** Declares one table; every file may end with source, is_demo and note. */
export function table<const C>(
  file: string,
  title: string,
  columns: C,
  options: { key?: readonly (keyof C & string)[]; references?: Partial<Record<keyof C & string, string>> } = {},
): TableDefinition<C & typeof tail> {
  const defaultKey = 'id' as keyof C & string // every table without an explicit key has a column `id` (tested)
  return {
    file,
    sqlTable: file.replace(/\.csv$/, ''),
    title,
    key: options.key ?? [defaultKey],
    columns: { ...columns, ...tail },
    references: options.references ?? {},
  } as TableDefinition<C & typeof tail> // spreading keeps every column; TypeScript cannot see the intersection
}

import type { Cell } from '#shared/domain/dataset/cells.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'

/** Rows of one library table as text cells, in file order. */
export interface TextRows {
  readonly columns: string[]
  /** Rows that match, before paging. */
  readonly total: number
  readonly rows: string[][]
}

/** Which rows to show: those with the text in any cell, a page of them. */
export interface RowsWanted {
  readonly table: TableName
  readonly text: string
  readonly offset: number
  readonly limit: number
}

/** Reads rows of the library as text, filtered by a piece of text in any cell (upper and lower case alike). */
export function textRowsOf(dataset: Dataset, { table, text, offset, limit }: RowsWanted): TextRows {
  // Each cell writes only values of its own column; the value type is erased to walk over all columns alike.
  const cells = Object.entries(TABLES[table].columns) as unknown as readonly (readonly [string, Cell<unknown>])[]
  const rows: readonly object[] = dataset[table]
  const wanted = text.trim().toLowerCase()
  const written = rows
    .map((row) => cells.map(([column, cell]) => cell.write(Reflect.get(row, camelCaseOf(column)) as unknown)))
    .filter((row) => wanted === '' || row.some((value) => value.toLowerCase().includes(wanted)))
  return {
    columns: cells.map(([column]) => column),
    total: written.length,
    rows: written.slice(offset, offset + limit),
  }
}

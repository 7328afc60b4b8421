import type { Cell } from '#shared/domain/dataset/cells.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'

/** The columns of a table with their cells, in file order. */
export function cellsOf(name: TableName): readonly (readonly [column: string, cell: Cell<unknown>])[] {
  // Each cell only ever meets values of its own column; the value type is erased to walk over all columns alike.
  const columns: Readonly<Record<string, unknown>> = TABLES[name].columns
  return Object.entries(columns) as [string, Cell<unknown>][]
}

import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import type { Cell } from '#shared/domain/dataset/cells.ts'
import type { SqlValue } from '../rows.ts'

/** One column of a library table: its name in SQL, its key in a row value, and how its cells are read and written. */
export interface LibraryColumn {
  readonly name: string
  readonly key: string
  readonly cell: Cell<unknown>
  /** True for an optional pointer to another table: an empty one is NULL, so that foreign keys hold. */
  readonly isOptionalReference: boolean
}

/** The columns of a library table in file order. */
export function columnsOf(table: TableName): readonly LibraryColumn[] {
  const { columns, references } = TABLES[table]
  // Each cell only ever meets values of its own column; the value type is erased to walk over all columns alike.
  const cells = Object.entries(columns) as unknown as readonly (readonly [string, Cell<unknown>])[]
  return cells.map(([name, cell]) => ({
    name,
    key: camelCaseOf(name),
    cell,
    isOptionalReference: Object.hasOwn(references, name) && !cell.required,
  }))
}

/** The SQL value of a row's value in one column. */
export function toSql(column: LibraryColumn, value: unknown): SqlValue {
  if (column.cell.sqlType === 'TEXT') {
    const text = column.cell.write(value)
    return column.isOptionalReference && text === '' ? null : text
  }
  if (value === null || typeof value === 'number') return value
  throw new Error(`column ${column.name} holds a number, not ${typeof value}`)
}

/** The row's value of a SQL value, validated by the column's own cell. */
export function fromSql(column: LibraryColumn, value: unknown): unknown {
  if (column.cell.sqlType === 'TEXT') return column.cell.schema.parse(value ?? '')
  if (value === null || typeof value === 'number') return value
  throw new Error(`column ${column.name} is not a number`)
}

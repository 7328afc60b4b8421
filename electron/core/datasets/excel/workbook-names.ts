import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'

/** Whether a file is a workbook by its name, or an older kind of one that is refused by name. */
export function isWorkbookName(name: string): boolean {
  return /\.(xlsx|xlsm|xlsb|xls|et)$/i.test(name)
}

/** A table by the name of a sheet or file: `teams`, or its Chinese title. */
export function tableNamed(name: string): TableName | null {
  const wanted = name.trim().toLowerCase()
  return TABLE_NAMES.find((table) => TABLES[table].sqlTable === wanted || TABLES[table].title === wanted) ?? null
}

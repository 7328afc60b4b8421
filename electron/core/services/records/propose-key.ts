import { keyColumnsOf, recordKeyReader, recordsOf } from '#shared/domain/dataset/record-kinds.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { readRetired } from '../../db/repositories/library-history.repo.ts'
import type { RecordsParts } from './record-parts.ts'

/** A key that no record of the table has or had: its name and the next number. Empty where several columns are the key. */
export function proposeKey(core: RecordsParts, kind: TableName): string {
  if (keyColumnsOf(kind).length > 1) return ''
  const prefix = `${TABLES[kind].sqlTable.replaceAll('_', '-')}-`
  const keys = [
    ...recordsOf(core.library.current(), kind).map(recordKeyReader(kind)),
    ...readRetired(core.db, kind).map(({ key }) => key),
  ]
  const numbers = keys.flatMap((key) => {
    const rest = key.startsWith(prefix) ? key.slice(prefix.length) : ''
    return /^\d{1,9}$/.test(rest) ? [Number(rest)] : []
  })
  const next = numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1
  return `${prefix}${String(next).padStart(4, '0')}`
}

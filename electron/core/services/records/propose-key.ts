import { keyColumnsOf, recordKeyReader, recordsOf } from '#shared/domain/dataset/record-kinds.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { readRetired } from '../../db/repositories/library-history.repo.ts'
import { keySequence } from '../../keeping/key-sequence.ts'
import type { RecordsParts } from './record-parts.ts'

/** A key that no record of the table has or had: its name and the next number. Empty where several columns are the key. */
export function proposeKey(core: RecordsParts, kind: TableName): string {
  if (keyColumnsOf(kind).length > 1) return ''
  const keys = [
    ...recordsOf(core.library.current(), kind).map(recordKeyReader(kind)),
    ...readRetired(core.db, kind).map(({ key }) => key),
  ]
  return keySequence(kind, keys)()
}

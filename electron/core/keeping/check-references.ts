import {
  cellText,
  isTableName,
  RECORD_REFERENCES,
  recordKeyOf,
  type RecordReference,
} from '#shared/domain/dataset/record-kinds.ts'
import { recordNameOf } from '#shared/domain/dataset/record-cells.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { columnMention } from '#shared/text/column-words.ts'
import type { ReadDb } from '../db/db-types.ts'
import { hasRecord, readReferring } from '../db/repositories/library-table.repo.ts'
import type { RecordChange } from './library-change.ts'

/** How many referring records an error names. */
const NAMED = 5

/** Judges the references of changed records after all of them were written. */
export interface ReferenceCheck {
  add(change: RecordChange): void
  /**
   * @throws AppError `unknown-reference` when a record names one that is not there, `conflict` when a record that left
   * its table is still named by others; the error says which.
   */
  end(): void
}

/** Begins the check of a batch. */
export function startReferenceCheck(db: ReadDb): ReferenceCheck {
  const named = new Map<string, { reference: RecordReference; id: string }>()
  const gone = new Map<string, { table: TableName; key: string; name: string }>()
  return {
    add: ({ kind, key, before, after }) => {
      if (!isTableName(kind)) return
      if (after === null) gone.set(`${kind}|${key}`, { table: kind, key, name: cellText(before ?? {}, 'name') })
      else {
        for (const reference of RECORD_REFERENCES) {
          if (reference.from !== kind) continue
          const id = cellText(after, camelCaseOf(reference.column))
          if (id !== '') named.set(`${kind}|${reference.column}|${id}`, { reference, id })
        }
      }
    },
    end: () => {
      for (const { reference, id } of named.values()) refuseDangling(db, reference, id)
      for (const record of gone.values()) refuseNamed(db, record)
    },
  }
}

function refuseDangling(db: ReadDb, { from, column, to }: RecordReference, id: string): void {
  if (hasRecord(db, to, id)) return
  throw new AppError(
    'unknown-reference',
    `${TABLES[from].title}（${TABLES[from].file}）的${columnMention(column)}指向不存在的${TABLES[to].title}“${id}”；请补上该记录或更正此值`,
    { path: `${TABLES[from].file}:${column}`, value: id },
  )
}

function refuseNamed(db: ReadDb, { table, key, name }: { table: TableName; key: string; name: string }): void {
  if (TABLES[table].key.length > 1 || hasRecord(db, table, key)) return
  const naming = RECORD_REFERENCES.filter(({ to }) => to === table).flatMap((reference) =>
    readReferring(db, reference, { id: key, limit: NAMED }).map((value) => ({
      kind: reference.from,
      key: recordKeyOf(reference.from, value),
      name: recordNameOf(reference.from, value),
    })),
  )
  if (naming.length === 0) return
  const list = naming.slice(0, NAMED).map((one) => `${TABLES[one.kind].title}“${one.name}”`)
  const more = naming.length > NAMED ? '等' : ''
  throw new AppError(
    'conflict',
    `${TABLES[table].title}“${name === '' ? key : name}”还被 ${list.join('、')}${more} 引用，不能移出；请先改派或停用这些记录`,
    { path: `${TABLES[table].file}:${key}`, value: naming },
  )
}

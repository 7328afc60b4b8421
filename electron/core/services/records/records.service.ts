import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { isTableName } from '#shared/domain/dataset/record-kinds.ts'
import { restoreRecord, retireRecord, saveRecord, undoBatch } from './change-record.ts'
import { checkRecord } from './check-record.ts'
import { listRecords } from './list-records.ts'
import { proposeKey } from './propose-key.ts'
import { historyOf, listBatches } from './record-history.ts'
import type { RecordsParts } from './record-parts.ts'
import { showRecord } from './show-record.ts'

/** The records of the library with their history. */
export type RecordsService = AppHandlers['records']

/** Builds the records service. */
export function createRecordsService(core: RecordsParts): RecordsService {
  return {
    list: (wanted) => listRecords(core, wanted),
    get: ({ kind, key }) => showRecord(core, kind, key),
    check: ({ kind, key, cells }) => ({
      problems: isTableName(kind) ? checkRecord(core, { kind, key, cells, extras: {} }).problems : [],
    }),
    proposeKey: ({ kind }) => ({ key: isTableName(kind) ? proposeKey(core, kind) : '' }),
    save: (input, caller) => saveRecord(core, input, caller),
    retire: (input, caller) => retireRecord(core, input, caller),
    restore: (input, caller) => restoreRecord(core, input, caller),
    history: ({ kind, key }) => historyOf(core.db, kind, key),
    batches: (page) => listBatches(core.db, page),
    undoBatch: (input, caller) => undoBatch(core, input, caller),
  }
}

import { appContract, type AppContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { cellNamesOf, cellsOfRecord, isDemoRecord } from '#shared/domain/dataset/record-cells.ts'
import { isTableName, keyColumnsOf, recordKeyOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordExtrasOf } from '#shared/domain/dataset/record-text.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import type { BatchKind } from '#shared/domain/library-batch.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { applyLibraryBatch } from '../../keeping/apply-library-batch.ts'
import { recordTitleOf, type BatchStamp, type RecordChange } from '../../keeping/library-change.ts'
import { undoLibraryBatch } from '../../keeping/undo-library-batch.ts'
import { answerOnce } from '../answer-once.ts'
import { stampOf } from '../batch-stamp.ts'
import { checkRecord, type TypedRecord } from './check-record.ts'
import { proposeKey } from './propose-key.ts'
import { findRecord, stateDigestOf, type RecordsParts } from './record-parts.ts'
import { showRecord } from './show-record.ts'

type Records = AppContract['records']
type Saved = OutputOf<Records['save']>

/** Saves a record; see the contract. */
export function saveRecord(core: RecordsParts, input: ParsedInputOf<Records['save']>, caller: Caller): Saved {
  const command = { channel: 'records.save', input, output: appContract.records.save.output }
  return answerOnce(core, command, () => {
    const kind = editable(input.kind)
    const before = input.key === null ? null : standing(core, kind, input.key, input.basis)
    const typed = typedRecord(core, kind, input, before)
    const { value, problems } = checkRecord(core, typed)
    const [first] = problems
    if (first !== undefined || value === null) {
      throw new AppError('rows-refused', `${recordTitleOf(kind)}没有保存：${first?.message ?? ''}`, {
        path: first?.column ?? '',
        value: problems,
      })
    }
    const isVerified = before !== null && isDemoRecord(before) && !isDemoRecord(value)
    return keep(core, isVerified ? 'verified' : 'edit', changesTo(kind, before, value), stampOf(core, input, caller))
  })
}

/** Takes a record out of its table; see the contract. */
export function retireRecord(core: RecordsParts, input: ParsedInputOf<Records['retire']>, caller: Caller): Saved {
  const command = { channel: 'records.retire', input, output: appContract.records.retire.output }
  return answerOnce(core, command, () => {
    const kind = editable(input.kind)
    const before = standing(core, kind, input.key, input.basis)
    return keep(core, 'retire', [{ kind, key: input.key, before, after: null }], stampOf(core, input, caller))
  })
}

/** Brings a retired record back; see the contract. */
export function restoreRecord(core: RecordsParts, input: ParsedInputOf<Records['restore']>, caller: Caller): Saved {
  const command = { channel: 'records.restore', input, output: appContract.records.restore.output }
  return answerOnce(core, command, () => {
    const kind = editable(input.kind)
    const { value, isRetired } = findRecord(core, kind, input.key)
    if (!isRetired) {
      throw new AppError('conflict', `${recordTitleOf(kind)}“${input.key}”没有停用，无需恢复`, {
        path: 'key',
        value: input.key,
      })
    }
    return keep(core, 'restore', [{ kind, key: input.key, before: null, after: value }], stampOf(core, input, caller))
  })
}

/** Takes a whole batch back; see the contract. */
export function undoBatch(
  core: RecordsParts,
  input: ParsedInputOf<Records['undoBatch']>,
  caller: Caller,
): OutputOf<Records['undoBatch']> {
  const command = { channel: 'records.undoBatch', input, output: appContract.records.undoBatch.output }
  return answerOnce(core, command, () => undoLibraryBatch(core.db, input.batchId, stampOf(core, input, caller)))
}

function keep(core: RecordsParts, batchKind: BatchKind, changes: readonly RecordChange[], stamp: BatchStamp): Saved {
  const { batchId, version } = applyLibraryBatch(core.db, { ...stamp, kind: batchKind, undoes: null, changes })
  const last = changes.at(-1)
  const state = last?.after ?? last?.before ?? {}
  return { key: last?.key ?? '', batchId, digest: last ? stateDigestOf(last.kind, state) : '', version }
}

/** A record whose key itself changed (a duty moved to another day) leaves its table and comes back under the new one. */
function changesTo(kind: TableName, before: object | null, after: object): RecordChange[] {
  const key = recordKeyOf(kind, after)
  if (before === null || recordKeyOf(kind, before) === key) return [{ kind, key, before, after }]
  return [
    { kind, key: recordKeyOf(kind, before), before, after: null },
    { kind, key, before: null, after },
  ]
}

/** Every cell of the record that was typed: what was not sent stays as it is, demo stays demo unless it was verified. */
function typedRecord(
  core: RecordsParts,
  kind: TableName,
  { key, cells, extras, verified }: ParsedInputOf<Records['save']>,
  before: object | null,
): TypedRecord {
  const kept = before === null ? [] : cellsOfRecord(kind, before)
  const all = Object.fromEntries(cellNamesOf(kind).map((name, index) => [name, kept[index] ?? '']))
  const typed: Record<string, string> = { ...all, ...cells }
  const [id = ''] = keyColumnsOf(kind)
  if (key === null && keyColumnsOf(kind).length === 1 && (typed[id] ?? '').trim() === '')
    typed[id] = proposeKey(core, kind)
  if (before !== null && isDemoRecord(before)) typed['is_demo'] = verified ? '0' : '1'
  return { kind, key, cells: typed, extras: extras ?? (before === null ? {} : recordExtrasOf(before)) }
}

/** The record as it stands, when it is still what was opened. */
function standing(core: RecordsParts, kind: TableName, key: string, basis: string | null): object {
  const { value, isRetired } = findRecord(core, kind, key)
  const title = recordTitleOf(kind)
  if (!isRetired && stateDigestOf(kind, value) === basis) return value
  const now = showRecord(core, kind, key)
  const what = isRetired ? '已被停用' : '在此期间已被改动'
  const by = now.change === null ? '' : `（${now.change.who}，${now.change.recordedAt}）`
  throw new AppError('conflict', `${title}“${now.name}”${what}${by}，没有保存；请核对现在的内容后再改`, {
    path: 'basis',
    value: now,
  })
}

/** @throws AppError `forbidden` for a map layer. */
function editable(kind: RecordKind): TableName {
  if (isTableName(kind)) return kind
  throw new AppError('forbidden', `${recordTitleOf(kind)}只能由文件导入来更新，不能在这里修改`, {
    path: 'kind',
    value: kind,
  })
}

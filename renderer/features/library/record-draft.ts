import * as z from 'zod'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { RECORD_KINDS, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { Cells, RecordDraft } from '../../app/record-desk.ts'

/** A record as it stands, ready to be edited. */
export function draftOf({ kind, key, digest, cells, extras }: RecordView): RecordDraft {
  const own = { before: cells, cells, extrasBefore: extras, extras }
  return { kind, key, basis: digest, ...own, verified: false, reason: '' }
}

/** An empty new record, with the cells that are known beforehand. */
export function newDraft(kind: RecordKind, known: Cells): RecordDraft {
  const empty = Object.fromEntries(cellNamesOf(kind).map((column) => [column, '']))
  const cells = { ...empty, is_demo: '0', ...known }
  return {
    kind,
    key: null,
    basis: null,
    before: cells,
    cells,
    extrasBefore: {},
    extras: {},
    verified: false,
    reason: '',
  }
}

/** Columns whose cell was changed. */
export function changedColumns({ before, cells }: Pick<RecordDraft, 'before' | 'cells'>): string[] {
  return Object.keys(cells).filter((column) => (cells[column] ?? '') !== (before[column] ?? ''))
}

/** Columns without a place in the kind whose cell was changed. */
export function changedExtras({ extrasBefore, extras }: RecordDraft): string[] {
  return changedColumns({ before: extrasBefore, cells: extras })
}

/** Whether anything would be lost if the draft were given up. */
export function isDirty(draft: RecordDraft | null): draft is RecordDraft {
  return draft !== null && (draft.verified || changedColumns(draft).length + changedExtras(draft).length > 0)
}

/** One cell typed. A pasted pair of coordinates fills both cells, whichever it was put in. */
export function withCell(draft: RecordDraft, column: string, value: string): RecordDraft {
  const pair = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(value)
  const [, lng, lat] = pair ?? []
  const typed =
    (column === 'lng' || column === 'lat') && lng !== undefined && lat !== undefined
      ? { lng, lat }
      : { [column]: value }
  return { ...draft, cells: { ...draft.cells, ...typed } }
}

/** My changes on top of the record as it stands now. */
export function rebased(draft: RecordDraft, now: RecordView): RecordDraft {
  const mine = Object.fromEntries(changedColumns(draft).map((column) => [column, draft.cells[column] ?? '']))
  const extras = Object.fromEntries(changedExtras(draft).map((column) => [column, draft.extras[column] ?? '']))
  return {
    ...draft,
    ...{ basis: now.digest, before: now.cells, cells: { ...now.cells, ...mine } },
    ...{ extrasBefore: now.extras, extras: { ...now.extras, ...extras } },
  }
}

const KeptDraft = z.strictObject({
  kind: z.enum(RECORD_KINDS),
  key: z.string().nullable(),
  basis: z.string().nullable(),
  before: z.record(z.string(), z.string()),
  cells: z.record(z.string(), z.string()),
  extrasBefore: z.record(z.string(), z.string()).default({}),
  extras: z.record(z.string(), z.string()).default({}),
  verified: z.boolean(),
  reason: z.string(),
})

const keyOf = (headquarters: string): string => `record-edit-${headquarters}`

/** Keeps unsaved work of one window, so that a closed or crashed one loses none; what is saved or given up is forgotten. */
export function keepDraft(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  headquarters: string,
  draft: RecordDraft | null,
): void {
  if (isDirty(draft)) storage.setItem(keyOf(headquarters), JSON.stringify(draft))
  else storage.removeItem(keyOf(headquarters))
}

/** The unsaved work of an earlier window, or null. */
export function readKeptDraft(storage: Pick<Storage, 'getItem'>, headquarters: string): RecordDraft | null {
  const kept = storage.getItem(keyOf(headquarters))
  if (kept === null) return null
  try {
    const read = KeptDraft.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS, recordKeyReader, recordsOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordOfText } from '#shared/domain/dataset/record-text.ts'
import type { StoredLibrary } from '../db/repositories/dataset.repo.ts'
import type { StoredChange } from '../db/repositories/library-history.repo.ts'

/** The record of a stored text; one that was read beforehand need not be read again. */
export type ReadRecord = (kind: RecordKind, text: string) => object

/**
 * The data set after changes, in the order they were made. Lists without a change stay the very same, so that whoever
 * keeps something made from one need not make it again; records keep their place, new ones come last.
 */
export function followDataset(
  dataset: Dataset,
  changes: readonly StoredChange[],
  now: StoredLibrary,
  read: ReadRecord = recordOfText,
): Dataset {
  const lists = RECORD_KINDS.flatMap((kind): [RecordKind, object[]][] => {
    const own = changes.filter((change) => change.kind === kind)
    return own.length === 0 ? [] : [[kind, followRecords(kind, recordsOf(dataset, kind), { changes: own, read })]]
  })
  return { ...dataset, ...Object.fromEntries(lists), ...now }
}

function followRecords(
  kind: RecordKind,
  records: readonly object[],
  { changes, read }: { readonly changes: readonly StoredChange[]; readonly read: ReadRecord },
): object[] {
  const keyOf = recordKeyReader(kind)
  // What a record is in the end; one that left and came back stands last, as it does in its table.
  const ends = new Map<string, { after: string | null; isMoved: boolean }>()
  for (const { key, before, after } of changes) {
    const isNew = before === null
    if (isNew) ends.delete(key)
    ends.set(key, { after, isMoved: isNew || (ends.get(key)?.isMoved ?? false) })
  }
  const followed: object[] = []
  for (const record of records) {
    const end = ends.get(keyOf(record))
    if (end === undefined) followed.push(record)
    else if (end.after !== null && !end.isMoved) followed.push(read(kind, end.after))
  }
  for (const { after, isMoved } of ends.values()) {
    if (after !== null && isMoved) followed.push(read(kind, after))
  }
  return followed
}

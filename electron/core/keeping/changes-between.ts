import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { RECORD_KINDS, recordKeyReader, recordsOf, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { recordText } from '#shared/domain/dataset/record-text.ts'
import type { LibraryChange } from './library-change.ts'

/**
 * The changes that make one data set another, one after the other; nothing for what both have alike, whatever the
 * order of their rows. Records that both hold as the very same object are not looked into.
 */
export function* changesBetween(before: Dataset, after: Dataset): Generator<LibraryChange> {
  yield {
    kind: 'head',
    before: { head: before.head, roadsSchematic: before.roadsSchematic },
    after: { head: after.head, roadsSchematic: after.roadsSchematic },
  }
  for (const kind of RECORD_KINDS) yield* changesOfKind(kind, recordsOf(before, kind), recordsOf(after, kind))
}

function* changesOfKind(
  kind: RecordKind,
  before: readonly object[],
  after: readonly object[],
): Generator<LibraryChange> {
  if (before === after || (before.length === after.length && before.every((value, index) => value === after[index]))) {
    return
  }
  const keyOf = recordKeyReader(kind)
  const left = new Map(before.map((value) => [keyOf(value), value]))
  for (const value of after) {
    const key = keyOf(value)
    const known = left.get(key) ?? null
    left.delete(key)
    if (known === value || (known !== null && recordText(kind, known) === recordText(kind, value))) continue
    yield { kind, key, before: known, after: value }
  }
  for (const [key, value] of left) yield { kind, key, before: value, after: null }
}

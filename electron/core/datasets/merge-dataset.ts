import type { Dataset, DatasetHead } from '#shared/domain/dataset/dataset.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { digestsOf, libraryVersionOf } from '../keeping/library-digest.ts'
import { RECORD_KINDS, recordKeyOf, recordsOf, type ReadFile, type ReadRecord, type RecordKind } from './record-kind.ts'

/** A data set with nothing in it. */
export function emptyDataset(head: DatasetHead): Dataset {
  return withVersion({
    ...datasetOf(new Map()),
    head,
    roadsSchematic: false,
  })
}

/**
 * The data set after an import: rows replace those of the same key, new ones come after, roads replace all roads.
 * Rows that the files do not name stay.
 */
export function mergeDataset(base: Dataset, head: DatasetHead | null, files: readonly ReadFile[]): Dataset {
  const records = new Map<RecordKind, readonly object[]>()
  for (const kind of RECORD_KINDS) {
    const brought = files.filter((file) => file.kind === kind)
    const kept = kind === 'roads' && brought.length > 0 ? [] : recordsOf(base, kind)
    const merged = new Map(kept.map((value) => [recordKeyOf(kind, value), value]))
    for (const file of brought) for (const { key, value } of file.records) merged.set(key, value)
    records.set(kind, [...merged.values()])
  }
  const roadFiles = files.filter(({ kind }) => kind === 'roads')
  const roadsSchematic = roadFiles.length > 0 ? roadFiles.some(({ schematic }) => schematic) : base.roadsSchematic
  return withVersion({ ...datasetOf(records), head: head ?? base.head, roadsSchematic })
}

/** How many groups (lines, features, ways) of a file are new, changed or as before. */
export function countChanges(base: Dataset, file: ReadFile): { new: number; changed: number; unchanged: number } {
  const before = new Map(recordsOf(base, file.kind).map((value) => [recordKeyOf(file.kind, value), value]))
  const counts = { new: 0, changed: 0, unchanged: 0 }
  for (const records of groupsOf(file.records).values()) {
    const known = records.filter(({ key }) => before.has(key))
    if (known.length === 0) counts.new += 1
    else if (known.length === records.length && records.every(({ key, value }) => isSame(before.get(key), value)))
      counts.unchanged += 1
    else counts.changed += 1
  }
  return counts
}

function withVersion(content: Omit<Dataset, 'version'>): Dataset {
  return { ...content, version: libraryVersionOf(content, digestsOf(content)) }
}

type Records = Omit<Dataset, 'version' | 'head' | 'roadsSchematic'>

function datasetOf(records: ReadonlyMap<RecordKind, readonly object[]>): Records {
  const lists = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, records.get(kind) ?? []]))
  // RECORD_KINDS names every list of a data set, and each reader builds its values by that kind's own columns.
  return lists as unknown as Records
}

function groupsOf(records: readonly ReadRecord[]): Map<string, ReadRecord[]> {
  const groups = new Map<string, ReadRecord[]>()
  for (const record of records) {
    const group = groups.get(record.group)
    if (group) group.push(record)
    else groups.set(record.group, [record])
  }
  return groups
}

function isSame(before: object | undefined, after: object): boolean {
  return before !== undefined && canonicalJson(before) === canonicalJson(after)
}

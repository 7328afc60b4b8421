import type { ExportChoice } from '#shared/contract/exports.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { isDemoRecord } from '#shared/domain/dataset/record-cells.ts'
import {
  isTableName,
  RECORD_KINDS,
  recordKeyReader,
  recordsOf,
  type RecordKind,
} from '#shared/domain/dataset/record-kinds.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { recordTitleOf } from '../keeping/library-change.ts'

/** What of a data set is taken out: kinds in their order, and the keys of a list that was filtered. */
export interface ChosenRecords {
  readonly kinds: readonly RecordKind[]
  readonly keys: ReadonlySet<string> | null
}

/** The kinds of a choice in the order of the data set; templates are for tables only. */
export function kindsOf({ kinds, format }: Pick<ExportChoice, 'kinds' | 'format'>): RecordKind[] {
  const wanted = kinds === null ? RECORD_KINDS : RECORD_KINDS.filter((kind) => kinds.includes(kind))
  return format === 'template' ? wanted.filter(isTableName) : [...wanted]
}

/** The data set with the chosen records alone; everything else is empty. */
export function chosenDataset(dataset: Dataset, { kinds, keys }: ChosenRecords): Dataset {
  const records = Object.fromEntries(
    RECORD_KINDS.map((kind) => {
      if (!kinds.includes(kind)) return [kind, []]
      const keyOf = recordKeyReader(kind)
      const all = recordsOf(dataset, kind)
      return [kind, keys === null ? all : all.filter((value) => keys.has(keyOf(value)))]
    }),
  )
  return { ...dataset, ...records }
}

/** Records of the kinds in a data set. */
export function countChosen(dataset: Dataset): number {
  return RECORD_KINDS.reduce((sum, kind) => sum + recordsOf(dataset, kind).length, 0)
}

/** Whether anything in a data set is made up for demonstration. */
export function hasDemo(dataset: Dataset): boolean {
  return dataset.head.isDemo || RECORD_KINDS.some((kind) => recordsOf(dataset, kind).some(isDemoRecord))
}

/** Titles of kinds that say who a person is or how to reach them; design rule: these leave only with a tick. */
export function personalTitles(dataset: Dataset): string[] {
  return RECORD_KINDS.filter((kind) => isPersonal(kind) && recordsOf(dataset, kind).length > 0).map(recordTitleOf)
}

function isPersonal(kind: RecordKind): boolean {
  if (!isTableName(kind)) return false
  if (kind === 'people' || kind === 'evacuees') return true
  return ['person_id', 'person_in_charge', 'keeper'].some((column) => Object.hasOwn(TABLES[kind].columns, column))
}

/** Kinds in words for names and the record of exports. */
export function kindsInWords(kinds: readonly RecordKind[] | null): string {
  if (kinds === null) return '全部数据'
  return kinds.map(recordTitleOf).join('、')
}

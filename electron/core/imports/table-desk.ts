import type {
  ImportColumn,
  ImportMapping,
  ImportNote,
  ImportPreview,
  ImportSource,
  ImportWord,
} from '#shared/contract/imports.contract.ts'
import type { TableName } from '#shared/domain/dataset/tables.ts'
import { choiceWord, expectedWords } from '#shared/text/choice-words.ts'
import { columnTitle, columnUnit } from '#shared/text/column-words.ts'
import { cellsOf } from '../datasets/cells-of.ts'
import type { TextTable } from '../datasets/read-table.ts'
import { headerSignature, helperColumnsOf, missingColumns, proposeColumns, type Remembered } from './column-names.ts'
import { mappedHeader, mapTable } from './map-table.ts'
import { PERSON_PHONE } from './identity/resolve-references.ts'
import type { StagedTable } from './staged-source.ts'
import { tidyCells } from './tidy/tidy-cells.ts'
import { findWords } from './value-words.ts'

/** Rows shown of a table before it is checked. */
const PREVIEW_ROWS = 50

/** One table of an import with what is known and answered of its columns. */
export interface TableDesk {
  readonly kind: () => TableName | null
  readonly missing: () => string[]
  readonly preview: (source: ImportSource) => ImportPreview
  readonly answer: (mapping: ImportMapping) => void
  /** Its rows under the headings and words of the data set, cells tidied; null until it is known what it is. */
  readonly mapped: () => { readonly table: TextTable; readonly notes: readonly ImportNote[] } | null
  /** The answers by heading, for the next file with the same headings; nothing until it is known what it is. */
  readonly toRemember: () => { kind: TableName; signature: string; columns: Record<string, string | null> }[]
}

/** Begins with what headings, Chinese titles, synonyms and the last answer say. */
export function openTableDesk(table: StagedTable, rememberedFor: (kind: TableName) => Remembered): TableDesk {
  let columns: ImportColumn[] = []
  let mapping: ImportMapping | null = null
  let words: ImportWord[] = []
  const text = (): TextTable =>
    table.text(mapping?.kind ?? null, mapping === null ? table.header : mappedHeader(table.header, mapping))
  const settle = (answered: ImportMapping): void => {
    mapping = answered
    words = findWords(answered.kind, answered.columns, text(), new Set(answered.refusedWords))
  }
  const propose = (kind: TableName): void => {
    columns = proposeColumns(kind, table.header, rememberedFor(kind))
    settle({ kind, columns: columns.map(({ column }) => column), constants: {}, refusedWords: [] })
  }
  if (table.kind !== null) propose(table.kind)
  return {
    kind: () => mapping?.kind ?? null,
    missing: () => (mapping === null ? [] : missingColumns(mapping.kind, mapping.columns, mapping.constants)),
    preview: (source) => ({
      source,
      columns: mapping === null ? table.header.map((header) => ({ header, column: null, basis: 'none' })) : columns,
      rows: text()
        .lines.slice(0, PREVIEW_ROWS)
        .map(({ line, cells }) => ({ line, cells: [...cells] })),
      constants: { ...mapping?.constants },
      words,
      wanted: mapping === null ? [] : wantedOf(mapping.kind),
    }),
    answer: (answered) => {
      // Only the kind was said: its columns are proposed anew.
      if (answered.columns.length === 0) {
        propose(answered.kind)
        return
      }
      columns = table.header.map((header, index) => {
        const column = answered.columns[index] ?? null
        const before = answered.kind === mapping?.kind ? columns[index] : undefined
        return before?.column === column ? before : { header, column, basis: column === null ? 'none' : 'chosen' }
      })
      settle(answered)
    },
    toRemember: () => {
      if (mapping === null) return []
      const { kind } = mapping
      const signature = headerSignature(table.header)
      return [{ kind, signature, columns: Object.fromEntries(columns.map(({ header, column }) => [header, column])) }]
    },
    mapped: () => (mapping === null ? null : tidyCells(mapping.kind, table.header, mapTable(text(), mapping, words))),
  }
}

function wantedOf(kind: TableName): ImportPreview['wanted'] {
  const helpers = helperColumnsOf(kind).map((column) => ({
    ...{ column, required: false, choices: [] },
    ...(column === PERSON_PHONE
      ? { title: '人员电话（只用来认人）', expected: '电话，可空' }
      : { title: '经纬度写在一格', expected: '如 121.88,29.93 或度分秒' }),
  }))
  const own = cellsOf(kind).map(([column, cell]) => {
    const [title, unit] = [columnTitle(column), columnUnit(column)]
    return {
      column,
      title: unit === '' ? title : `${title}（${unit}）`,
      expected: expectedWords(column, cell),
      required: cell.required,
      choices: (cell.choices ?? []).map((key) => ({ key, word: choiceWord(column, key) })),
    }
  })
  return [...own, ...helpers]
}

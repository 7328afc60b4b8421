import type { ImportCounts, ImportOutcome } from '#shared/contract/imports.contract.ts'
import { recordText } from '#shared/domain/dataset/record-text.ts'
import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { camelCaseOf } from '#shared/domain/dataset/table-definition.ts'
import { cellsOf } from '../datasets/cells-of.ts'
import type { RowProblem } from '../datasets/import-report.ts'
import type { TextTable } from '../datasets/read-table.ts'
import { isTableName, type ReadFile, type RecordKind } from '../datasets/record-kind.ts'

/** What became of one row, small enough to keep for every row of a large file. */
export interface RowOutcome {
  readonly source: number
  /** Null for a file that could not be read. */
  readonly kind: RecordKind | null
  readonly line: number
  readonly key: string
  /** Name as far as it is known. */
  readonly name: string
  readonly outcome: ImportOutcome
  /** By what the row was matched to a record; empty when its own number says it. */
  readonly basis: string
  /** What the file brings; null for a refused or absent row. */
  readonly after: object | null
  /** What the library holds; null for a new or refused row. */
  readonly before: object | null
  readonly problems: readonly RowProblem[]
}

/** Records of the library by key. */
export type Standing = ReadonlyMap<string, object>

/** Outcomes of a file in the order of its lines. `watch` is told of every thousandth row and may throw. */
export function compareFile(
  source: number,
  file: ReadFile,
  {
    standing,
    text,
    basis,
    watch,
  }: {
    readonly standing: Standing
    readonly text: TextTable | null
    readonly basis: ReadonlyMap<number, string>
    readonly watch: (rows: number) => void
  },
): RowOutcome[] {
  const columns = text === null ? null : new Set(text.header)
  const rows = file.records.map(({ line, key, value }, index): RowOutcome => {
    if (index % 1000 === 0) watch(index)
    const before = standing.get(key) ?? null
    const after = before === null || columns === null ? value : keptBeside(file.kind, { before, value, columns })
    const outcome: ImportOutcome =
      before === null ? 'new' : recordText(file.kind, before) === recordText(file.kind, after) ? 'unchanged' : 'changed'
    const found = { source, kind: file.kind, line, key, name: nameOf(after), outcome, after, before }
    return { ...found, basis: basis.get(line) ?? '', problems: NO_PROBLEMS }
  })
  const refused = refusedRows(source, file, text).map((row) => ({ ...row, basis: basis.get(row.line) ?? '' }))
  return [...rows, ...refused].sort((a, b) => a.line - b.line)
}

/**
 * A record as a list leaves it: the columns of the list as it says, all others as they stand. A list of telephone
 * numbers must not wipe out capabilities, nor make a demo record a real one.
 */
function keptBeside(
  kind: RecordKind,
  {
    before,
    value,
    columns,
  }: { readonly before: object; readonly value: object; readonly columns: ReadonlySet<string> },
): object {
  if (!isTableName(kind)) return value
  const kept = cellsOf(kind).flatMap(([column]) => {
    const key = camelCaseOf(column)
    return columns.has(column) ? [] : [[key, Reflect.get(before, key)] as const]
  })
  const extras = { ...extrasOf(before), ...extrasOf(value) }
  return { ...value, ...Object.fromEntries(kept), ...(Object.keys(extras).length === 0 ? {} : { extras }) }
}

/** Records of the library that none of the files of their kind brings. */
export function absentRows(
  source: number,
  kind: RecordKind,
  standing: Standing,
  brought: ReadonlySet<string>,
): RowOutcome[] {
  return [...standing].flatMap(([key, before]) =>
    brought.has(key)
      ? []
      : [
          {
            source,
            kind,
            line: 0,
            key,
            name: nameOf(before),
            outcome: 'absent' as const,
            basis: '',
            after: null,
            before,
            problems: NO_PROBLEMS,
          },
        ],
  )
}

/** A file that could not be read, as one refused row. */
export function brokenRow(source: number, file: string, message: string): RowOutcome {
  const problem = { line: 0, column: '', value: file, code: 'file-broken', message }
  return {
    source,
    kind: null,
    line: 0,
    ...NAMELESS,
    outcome: 'refused',
    basis: '',
    after: null,
    before: null,
    problems: [problem],
  }
}

/** How many rows became what; a file refused as a whole counts all its rows. */
export function countOutcomes(rows: readonly RowOutcome[], files: readonly ReadFile[]): ImportCounts {
  const counts = { new: 0, changed: 0, unchanged: 0, refused: 0, absent: 0 }
  for (const { outcome } of rows) counts[outcome] += 1
  const unreadable = rows.filter(({ kind }) => kind === null).length
  return { ...counts, refused: files.reduce((sum, { refused }) => sum + refused, unreadable) }
}

/** Cells of a record that differ, as texts by column; the shape of a line or polygon only says that it differs. */
export function differencesOf(
  kind: RecordKind,
  before: object,
  after: object,
): { column: string; before: string; after: string }[] {
  return columnsOf(kind, before, after).flatMap(({ column, text }) => {
    const [old, now] = [text(before), text(after)]
    return old === now ? [] : [{ column, before: shown(column, old), after: shown(column, now) }]
  })
}

/** Name of a record for a list; empty when it has none. */
function nameOf(value: object): string {
  for (const key of ['name', 'item', 'plate', 'post', 'cargo', 'place']) {
    const found: unknown = Reflect.get(value, key)
    if (typeof found === 'string' && found !== '') return found
  }
  return ''
}

interface ComparedColumn {
  readonly column: string
  readonly text: (value: object) => string
}

function columnsOf(kind: RecordKind, before: object, after: object): ComparedColumn[] {
  const member = (key: string) => (value: object) => textOf(Reflect.get(value, key))
  if (!isTableName(kind)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
    return keys.map((key) => ({ column: key, text: member(key) }))
  }
  const own = cellsOf(kind).map(([column, cell]) => {
    const key = camelCaseOf(column)
    return { column, text: (value: object) => cell.write(Reflect.get(value, key)) }
  })
  const extras = [...new Set([before, after].flatMap((value) => Object.keys(extrasOf(value))))].sort()
  return [...own, ...extras.map((column) => ({ column, text: (value: object) => extrasOf(value)[column] ?? '' }))]
}

function extrasOf(value: object): Readonly<Record<string, string>> {
  const extras: unknown = Reflect.get(value, 'extras')
  if (typeof extras !== 'object' || extras === null) return {}
  return Object.fromEntries(Object.entries(extras).map(([key, text]) => [key, textOf(text)]))
}

const SHAPES: ReadonlySet<string> = new Set(['coordinates', 'polygons', 'rings', 'point'])

function shown(column: string, text: string): string {
  return SHAPES.has(column) ? `${text.length} 字节` : text
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}

const NO_PROBLEMS: readonly RowProblem[] = []

function refusedRows(source: number, { kind, problems }: ReadFile, text: TextTable | null): RowOutcome[] {
  const byLine = new Map<number, RowProblem[]>()
  for (const problem of problems) {
    const known = byLine.get(problem.line)
    if (known === undefined) byLine.set(problem.line, [problem])
    else known.push(problem)
  }
  const named = text === null || !isTableName(kind) ? new Map<number, RowName>() : namesOf(kind, text, byLine)
  return [...byLine].map(([line, found]) => ({
    ...{ source, kind, line, ...(named.get(line) ?? NAMELESS), outcome: 'refused' as const, after: null, before: null },
    basis: '',
    problems: found,
  }))
}

interface RowName {
  readonly key: string
  readonly name: string
}
const NAMELESS: RowName = { key: '', name: '' }

/** What refused lines call themselves, as far as their cells can be read. */
function namesOf(
  kind: TableName,
  { header, lines }: TextTable,
  refused: ReadonlyMap<number, unknown>,
): Map<number, RowName> {
  const keys = TABLES[kind].key.map((column) => header.indexOf(column))
  const name = header.indexOf('name')
  return new Map(
    lines.flatMap(({ line, cells }) =>
      refused.has(line)
        ? [[line, { key: keys.map((index) => cells[index] ?? '').join('|'), name: cells[name] ?? '' }] as const]
        : [],
    ),
  )
}

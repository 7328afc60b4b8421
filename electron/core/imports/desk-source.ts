import { findDoubts, isDoubt } from '../datasets/find-doubts.ts'
import type { ImportCounts, ImportNote, ImportSource } from '#shared/contract/imports.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import type { ReadFile } from '../datasets/record-kind.ts'
import { absentRows, type RowOutcome } from './compare-file.ts'
import type { StandingLibrary } from './read-standing.ts'
import type { StagedSource } from './staged-source.ts'
import type { TableDesk } from './table-desk.ts'

/** One file of the import with its questions and what its check found. */
export interface DeskSource {
  readonly staged: StagedSource
  /** Null for what has no columns to map. */
  readonly table: TableDesk | null
  counts: ImportCounts | null
  /** What the last check read otherwise than it stands. */
  notes: readonly ImportNote[]
}

/** What a window is told of one file. */
export function describe({ staged, table, counts, notes }: DeskSource, index: number): ImportSource {
  const base = {
    index,
    file: staged.file,
    form: staged.form,
    counts,
    missing: [] as string[],
    problem: '',
    notes: [...notes],
  }
  switch (staged.form) {
    case 'table':
      return {
        ...{ ...base, kind: table?.kind() ?? null, rows: staged.rows, missing: table?.missing() ?? [] },
        notes: [...staged.notes, ...notes],
      }
    case 'layer':
      return { ...base, kind: staged.read.kind, rows: staged.read.read }
    case 'plan':
      return { ...base, kind: null, rows: 1, problem: staged.problem }
    case 'head':
      return { ...base, kind: null, rows: 1 }
    case 'broken':
      return { ...base, kind: null, rows: 0, problem: staged.problem }
  }
}

/** Adds to each file's notes the rows that pass every check and still look wrong. */
export function noteDoubts(
  sources: readonly DeskSource[],
  files: ReadonlyMap<number, ReadFile>,
  library: StandingLibrary,
): void {
  const brought = [...files.values()].flatMap(({ kind, records }) =>
    kind === 'areas' ? records.map(({ value }) => value) : [],
  )
  const areas = [...library.of('areas').values(), ...brought]
  for (const [index, file] of files) {
    const source = sources[index]
    if (source === undefined) continue
    const doubts = findDoubts(file, areas).map(({ example, ...doubt }) => ({ ...doubt, from: example, to: '' }))
    source.notes = [...source.notes.filter(({ code }) => !isDoubt(code)), ...doubts]
  }
}

/** Records that no file of their kind brings; told at the last file of each kind. */
export function absentIn(
  files: ReadonlyMap<number, ReadFile>,
  rows: readonly RowOutcome[],
  library: StandingLibrary,
): RowOutcome[] {
  const last = new Map<RecordKind, number>([...files].map(([index, { kind }]) => [kind, index]))
  return [...last].flatMap(([kind, index]) => {
    const brought = new Set(rows.flatMap((row) => (row.kind === kind && row.after !== null ? [row.key] : [])))
    return absentRows(index, kind, library.of(kind), brought)
  })
}

/** A list in the order of a map's files, under their indices again. */
export function byPlace(files: ReadonlyMap<number, ReadFile>, list: readonly ReadFile[]): Map<number, ReadFile> {
  return new Map(
    [...files.keys()].flatMap((index, place) => {
      const file = list[place]
      return file === undefined ? [] : [[index, file] as const]
    }),
  )
}

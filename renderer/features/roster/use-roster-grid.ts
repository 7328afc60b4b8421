import { useMemo, useState } from 'react'
import type { RosterCell, RosterGrid } from '#shared/contract/roster.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useView } from '../../app/view-store.ts'
import { blockOf, movedBy, type Selection } from './grid-keys.ts'
import { isInGroup, type PostGroup } from './post-groups.ts'
import {
  cellKey,
  editCell,
  pasteBlock,
  shownPeople,
  swapCells,
  type PlacedCell,
  type RosterEdits,
} from './roster-edits.ts'

/** One row of the grid: a post on one shift. */
export interface GridLine {
  readonly post: string
  readonly title: string
  readonly cells: readonly RosterCell[]
}

const SHIFTS = ['day', 'night'] as const

/** Work on the grid of one view: selection, copied block, marked cell, unsaved cells with every state before them. */
export interface GridWork {
  readonly lines: readonly GridLine[]
  readonly selection: Selection
  /** False until a cell was chosen: then it is that of today. */
  readonly isChosen: boolean
  readonly edits: RosterEdits
  readonly marked: PlacedCell | null
  /** The chosen cell; null in an empty grid. */
  readonly chosen: PlacedCell | null
  select(selection: Selection): void
  move(key: { key: string; shiftKey: boolean; ctrlKey: boolean }): boolean
  write(people: readonly string[]): void
  clear(): void
  copy(): string
  paste(): void
  /** Marks a cell, or swaps it with the marked one. */
  swap(): void
  undo(): void
  reset(): void
}

/** Keeps the work on a grid; `names` are for the text of a copied block. */
export function useRosterGrid(
  grid: RosterGrid | null,
  group: PostGroup,
  names: ReadonlyMap<string, string>,
  today: string,
): GridWork {
  const [moved, setSelection] = useState<Selection | null>(null)
  const { view } = useConsole()
  const states = useView(view, (state) => state.rosterEdits)
  const setStates = (next: readonly RosterEdits[]): void => view.setState({ rosterEdits: next })
  const [copied, setCopied] = useState<readonly (readonly (readonly string[])[])[]>([])
  const [marked, setMarked] = useState<PlacedCell | null>(null)
  const lines = useMemo(
    () =>
      (grid?.posts ?? [])
        .filter(({ post }) => isInGroup(post, group))
        .flatMap(({ post, title, cells }) =>
          SHIFTS.map((shift) => ({ post, title, cells: cells.filter((cell) => cell.shift === shift) })),
        ),
    [grid, group],
  )
  const edits: RosterEdits = states.at(-1) ?? new Map()
  const size = { rows: lines.length, columns: lines[0]?.cells.length ?? 0 }
  // Until a cell is chosen it is the first post of today; another month or group may be smaller.
  const first = { row: 0, column: Math.max(0, grid?.columns.findIndex(({ day }) => day === today) ?? 0) }
  const selection = within(moved ?? { at: first, to: first }, size)
  const placed = (row: number, column: number): PlacedCell | null => {
    const line = lines[row]
    const cell = line?.cells[column]
    return line === undefined || cell === undefined ? null : { post: line.post, cell }
  }
  const take = (next: RosterEdits): void => setStates([...states, next])
  const block = blockOf(selection)
  const cellsOfBlock = (): PlacedCell[] =>
    Array.from({ length: block.rows * block.columns }, (_, index) =>
      placed(block.from.row + Math.floor(index / block.columns), block.from.column + (index % block.columns)),
    ).filter((cell) => cell !== null)
  const chosen = placed(selection.at.row, selection.at.column)
  return {
    ...{ lines, selection, edits, marked, chosen, isChosen: moved !== null },
    select: setSelection,
    move: (key) => {
      const next = movedBy(key, selection, size)
      if (next !== null) setSelection(next)
      return next !== null
    },
    write: (people) => {
      if (chosen !== null) take(editCell(edits, chosen, people))
    },
    clear: () => take(cellsOfBlock().reduce((next, cell) => editCell(next, cell, []), edits)),
    copy: () => {
      const rows = Array.from({ length: block.rows }, (_, row) =>
        Array.from({ length: block.columns }, (__, column) => {
          const cell = placed(block.from.row + row, block.from.column + column)
          return cell === null ? [] : shownPeople(cell.cell, edits.get(cellKey(cell.post, cell.cell)))
        }),
      )
      setCopied(rows)
      return rows.map((row) => row.map((ids) => ids.map((id) => names.get(id) ?? id).join('、')).join('\t')).join('\n')
    },
    paste: () => {
      const { from } = block
      take(pasteBlock(edits, copied, block, (row, column) => placed(from.row + row, from.column + column)))
    },
    swap: () => {
      if (chosen === null) return
      if (marked !== null) take(swapCells(edits, marked, chosen))
      setMarked(marked === null ? chosen : null)
    },
    undo: () => {
      if (states.length > 1) setStates(states.slice(0, -1))
    },
    reset: () => {
      setStates([new Map()])
      setMarked(null)
    },
  }
}

function within({ at, to }: Selection, { rows, columns }: { rows: number; columns: number }): Selection {
  const cut = ({ row, column }: Selection['at']): Selection['at'] => ({
    ...{ row: Math.max(0, Math.min(row, rows - 1)), column: Math.max(0, Math.min(column, columns - 1)) },
  })
  return { at: cut(at), to: cut(to) }
}

import type { CellChange, RosterCell } from '#shared/contract/roster.contract.ts'

/** Cells changed and not yet saved, by where they stand. */
export type RosterEdits = ReadonlyMap<string, CellChange>

/** A cell with its post. */
export interface PlacedCell {
  readonly post: string
  readonly cell: RosterCell
}

/** Where a cell stands, as a key. */
export function cellKey(post: string, { day, shift }: Pick<RosterCell, 'day' | 'shift'>): string {
  return `${day}|${shift}|${post}`
}

/** People written in a cell, the unsaved ones counting; without any of its own those of the weekday. */
export function shownPeople(cell: RosterCell, edit: CellChange | undefined): readonly string[] {
  const own = edit === undefined ? cell.own : edit.after
  return own.length > 0 ? own : cell.weekly
}

/** The edits with a cell holding these people; a cell that is as it was stored is no edit. */
export function editCell(edits: RosterEdits, { post, cell }: PlacedCell, after: readonly string[]): RosterEdits {
  const next = new Map(edits)
  const key = cellKey(post, cell)
  if (after.join('|') === cell.own.join('|')) {
    next.delete(key)
    return next
  }
  const day = DAY.test(cell.day) ? cell.day : WEEKDAYS.find((weekday) => weekday === cell.day)
  if (day === undefined) return edits
  next.set(key, { day, shift: cell.shift, post, before: [...cell.own], after: [...after] })
  return next
}

/** The edits with the people of two cells exchanged, as they are shown. */
export function swapCells(edits: RosterEdits, a: PlacedCell, b: PlacedCell): RosterEdits {
  const peopleOf = ({ post, cell }: PlacedCell): readonly string[] => shownPeople(cell, edits.get(cellKey(post, cell)))
  const [inA, inB] = [peopleOf(a), peopleOf(b)]
  return editCell(editCell(edits, a, inB), b, inA)
}

/**
 * The edits with a copied block pasted at a place: `cellAt` answers the cell so many rows and columns from there, or null
 * outside the grid. A block smaller than the selection is repeated over it.
 */
export function pasteBlock(
  edits: RosterEdits,
  block: readonly (readonly (readonly string[])[])[],
  size: { readonly rows: number; readonly columns: number },
  cellAt: (row: number, column: number) => PlacedCell | null,
): RosterEdits {
  const width = block[0]?.length ?? 0
  if (width === 0) return edits
  let next = edits
  for (let row = 0; row < Math.max(size.rows, block.length); row += 1) {
    for (let column = 0; column < Math.max(size.columns, width); column += 1) {
      const people = block[row % block.length]?.[column % width]
      const placed = cellAt(row, column)
      if (people !== undefined && placed !== null) next = editCell(next, placed, people)
    }
  }
  return next
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

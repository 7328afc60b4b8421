/** A cell by row and column; each post has two rows, day and night. */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** The chosen cell and the other corner of the selection. */
export interface Selection {
  readonly at: Spot
  readonly to: Spot
}

/** The selection after a key that moves, or null when the key does not. Shift keeps the first corner. */
export function movedBy(
  { key, shiftKey, ctrlKey }: { readonly key: string; readonly shiftKey: boolean; readonly ctrlKey: boolean },
  { at, to }: Selection,
  size: { readonly rows: number; readonly columns: number },
): Selection | null {
  const from = shiftKey ? to : at
  const step = STEPS[key]
  if (step === undefined) return null
  const [rows, columns] = step
  const far = ctrlKey ? Math.max(size.rows, size.columns) : 1
  const spot = {
    row: Math.max(0, Math.min(size.rows - 1, from.row + rows * far)),
    column: Math.max(0, Math.min(size.columns - 1, from.column + columns * (Math.abs(columns) > 1 ? 1 : far))),
  }
  return shiftKey ? { at, to: spot } : { at: spot, to: spot }
}

const FAR = 1000
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
}

/** Rows and columns of a selection, from the upper left corner. */
export function blockOf({ at, to }: Selection): { from: Spot; rows: number; columns: number } {
  const [top, left] = [Math.min(at.row, to.row), Math.min(at.column, to.column)]
  return {
    from: { row: top, column: left },
    rows: Math.abs(at.row - to.row) + 1,
    columns: Math.abs(at.column - to.column) + 1,
  }
}

/** Where the headings of a list stand. */
export interface HeadingRows {
  /** Index of the first row of headings, and of the last: a list may have two. */
  readonly first: number
  readonly last: number
  readonly headings: readonly string[]
}

/** Rows that are looked at: no letterhead is longer. */
const LOOKED_AT = 10

/**
 * Finds the headings of a list whose first rows may be a title, a date or a department (design rule IM2): the first row
 * that holds at least two known headings and more than the row on top; else the first row with anything in it. A row
 * of known headings right below, standing only where the row above names a group or nothing, belongs to them.
 */
export function findHeadingRows(
  rows: readonly (readonly string[])[],
  isKnown: (heading: string) => boolean,
): HeadingRows | null {
  const top = rows.findIndex((cells) => cells.some((cell) => cell.trim() !== ''))
  if (top < 0) return null
  const known = (at: number): number => (rows[at] ?? []).filter((cell) => cell.trim() !== '' && isKnown(cell)).length
  let first = top
  if (known(top) < 2) {
    for (let at = top + 1; at < Math.min(rows.length, top + LOOKED_AT); at += 1) {
      if (known(at) < 2 || known(at) <= known(first)) continue
      first = at
      break
    }
  }
  const upper = rows[first] ?? []
  const lower = rows[first + 1] ?? []
  if (!isSecondRow(upper, lower, isKnown)) return { first, last: first, headings: upper.map((cell) => cell.trim()) }
  const width = Math.max(upper.length, lower.length)
  const headings = Array.from({ length: width }, (_, at) => (lower[at] ?? '').trim() || (upper[at] ?? '').trim())
  return { first, last: first + 1, headings }
}

function isSecondRow(
  upper: readonly string[],
  lower: readonly string[],
  isKnown: (heading: string) => boolean,
): boolean {
  const filled = lower.flatMap((cell, at) => (cell.trim() === '' ? [] : [at]))
  // A group has room beside its name for what stands below; without such a gap it is a row of data.
  const hasGap = filled.some((at) => (upper[at] ?? '').trim() === '')
  return filled.length >= 2 && hasGap && filled.every((at) => isKnown(lower[at] ?? ''))
}

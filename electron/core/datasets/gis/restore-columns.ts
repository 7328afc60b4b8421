/** Longest column name a `.dbf` can hold, bytes. */
export const DBF_NAME_BYTES = 10

/**
 * Names as the tables know them: a GIS writes `CAPABILITI` for `capabilities`. A name is restored when it means exactly
 * one known column, without regard to case; any other stays as it is.
 */
export function restoreColumns(header: readonly string[], known: readonly string[]): Map<string, string> {
  const taken = new Set(header.filter((name) => known.includes(name)))
  const restored = new Map<string, string>()
  for (const name of header) {
    const lower = name.toLowerCase()
    const meant = known.filter(
      (column) => column === lower || (lower.length === DBF_NAME_BYTES && column.startsWith(lower)),
    )
    const exact = meant.find((column) => column === lower)
    const [only = name] = exact !== undefined ? [exact] : meant.length === 1 ? meant : []
    const free = only === name || !taken.has(only)
    if (free) taken.add(only)
    restored.set(name, free ? only : name)
  }
  return restored
}

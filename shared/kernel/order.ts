/** Compares two texts by code unit: the same order in every runtime, unlike locale sorting. */
export function compareText(a: string, b: string): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One sort key: numbers rise, texts rise by code unit. */
export type SortKey = number | string

/** A sorted copy by the given keys, first key first; ties fall to the next key. */
export function sortedBy<T>(items: readonly T[], keysOf: (item: T) => readonly SortKey[]): T[] {
  return items
    .map((item) => ({ item, keys: keysOf(item) }))
    .sort((a, b) => compareKeys(a.keys, b.keys))
    .map((entry) => entry.item)
}

function compareKeys(a: readonly SortKey[], b: readonly SortKey[]): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index]
    const right = b[index]
    if (left === undefined || right === undefined) break
    const order =
      typeof left === 'number' && typeof right === 'number' ? left - right : compareText(String(left), String(right))
    if (order !== 0) return order
  }
  return 0
}

/** Groups items by a text key; keys keep the order of their first item. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

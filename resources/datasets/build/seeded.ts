/** FNV-1a with a final mix: one 32-bit number for a text, the same on every machine. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** A number from 0 (included) to 1 (excluded) that depends on the key alone. */
export function seededUnit(key: string): number {
  return hashText(key) / 0x1_0000_0000
}

/** A whole number from `min` to `max`, both included, that depends on the key alone. */
export function seededInt(key: string, min: number, max: number): number {
  return min + Math.floor(seededUnit(key) * (max - min + 1))
}

/** One element of the list, chosen by the key alone. */
export function seededPick<T>(key: string, list: readonly T[]): T {
  return elementAt(list, seededInt(key, 0, list.length - 1), key)
}

/** The element at `index`; running past the end is an error in the build data, named by `what`. */
export function elementAt<T>(list: readonly T[], index: number, what: string): T {
  const element = list[index]
  if (element === undefined) throw new Error(`${what}: 第 ${index} 项不存在，列表共 ${list.length} 项`)
  return element
}

/** The element at `index` of the list taken as a ring. */
export function cycle<T>(list: readonly T[], index: number): T {
  return elementAt(list, index % list.length, '循环取值')
}

/**
 * Splits a whole number into `weights.length` whole parts in proportion to the weights.
 * The parts always sum to `total` (largest remainder, ties by position).
 */
export function splitWhole(total: number, weights: readonly number[]): number[] {
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0)
  const exact = weights.map((weight) => (total * weight) / weightSum)
  const parts = exact.map(Math.floor)
  const order = exact
    .map((value, index) => ({ index, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
  const missing = total - parts.reduce((sum, part) => sum + part, 0)
  for (const { index } of order.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

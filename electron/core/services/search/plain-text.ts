/** Lower case of letters and digits alone: full width, spaces, hyphens, dots and brackets make no difference. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** A plate as it is written: one character of the province, then letters and digits. */
const PLATE = /^\p{Script=Han}[a-z][a-z0-9]*$/u
const RUNS = /\p{Script=Han}+|[^\p{Script=Han}]+/gu

/** What was asked for: all of it as one text, and its words; `hz堵漏` is two words, a plate is one. */
export interface Wanted {
  readonly whole: string
  readonly pieces: readonly string[]
}

/** Reads a text as it was typed. */
export function wantedOf(text: string): Wanted {
  const pieces = text
    .normalize('NFKC')
    .split(/\s+/u)
    .map(plain)
    .flatMap((piece) => (PLATE.test(piece) ? [piece] : (piece.match(RUNS) ?? [])))
  return { whole: plain(text), pieces: [...new Set(pieces)] }
}

/** Where a range of the plain form stands in the text as it is written, UTF-16 units; null when it cannot be said. */
export function rangeInText(text: string, from: number, to: number): [number, number] | null {
  let at = 0
  let plainAt = 0
  let start: number | null = null
  for (const character of text) {
    const size = plain(character).length
    if (size > 0 && start === null && plainAt + size > from) start = at
    at += character.length
    plainAt += size
    if (start !== null && plainAt >= to) return [start, at]
  }
  return null
}

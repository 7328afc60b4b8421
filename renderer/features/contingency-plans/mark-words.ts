/** A piece of a line; marked when it is one of the searched words. */
export interface LinePart {
  readonly text: string
  readonly marked: boolean
}

/** Longest line shown in a list of hits, characters; a longer one is cut around its first hit. */
const SHOWN = 160

/** A line in pieces, the searched words marked; a long line is cut around the first of them. */
export function markWords(line: string, words: string): readonly LinePart[] {
  const wanted = words
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  const low = line.toLowerCase()
  const first = Math.min(...wanted.map((word) => low.indexOf(word)).filter((at) => at >= 0), line.length)
  const start = line.length <= SHOWN ? 0 : Math.max(0, Math.min(first - SHOWN / 4, line.length - SHOWN))
  const end = Math.min(line.length, start + SHOWN)
  const parts: LinePart[] = start > 0 ? [{ text: '…', marked: false }] : []
  let from = start
  while (from < end) {
    const next = nextHit(low, wanted, from)
    if (next === null || next.at >= end) break
    if (next.at > from) parts.push({ text: line.slice(from, next.at), marked: false })
    parts.push({ text: line.slice(next.at, next.at + next.length), marked: true })
    from = next.at + next.length
  }
  if (from < end) parts.push({ text: line.slice(from, end), marked: false })
  return end < line.length ? [...parts, { text: '…', marked: false }] : parts
}

function nextHit(line: string, words: readonly string[], from: number): { at: number; length: number } | null {
  let best: { at: number; length: number } | null = null
  for (const word of words) {
    const at = line.indexOf(word, from)
    if (at < 0) continue
    if (best === null || at < best.at || (at === best.at && word.length > best.length))
      best = { at, length: word.length }
  }
  return best
}

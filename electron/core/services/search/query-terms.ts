import type { MatchGrade } from '#shared/contract/search.contract.ts'
import type { Wanted } from './plain-text.ts'
import { foursOf, gramsOf, LONG_NUMBER, pairsOf, threesOf } from './record-terms.ts'

/** One look into the index: everything that may match at least this well. */
export interface Look {
  readonly atLeast: MatchGrade
  readonly match: string
}

/** The looks a text needs, the best matches first; a later one also finds what an earlier one found. */
export function looksFor({ whole, pieces }: Wanted): Look[] {
  if (whole === '') return []
  const [first = '', second = ''] = whole
  const beginning = all([term(`a${first}${second}`), writtenTerms(whole)])
  const looks: (Look | null)[] = [
    look(
      'exact',
      any([term(`x${whole}`), isLongNumber(whole) ? all(foursOf(whole).map((gram) => term(`d${gram}`))) : null]),
    ),
    look('beginning', beginning),
    look('word', all(pieces.map((piece) => any([term(`w${piece}`), term(`x${piece}`)])))),
    look('inside', all(pieces.map(writtenOrWhole))),
  ]
  if (pieces.some(isSpelling)) {
    const begun = (piece: string): string | null =>
      isSpelling(piece) ? spelledBeginning(piece) : writtenOrWhole(piece)
    const inside = (piece: string): string | null => (isSpelling(piece) ? anywhere(piece) : writtenOrWhole(piece))
    looks.push(look('spelledBeginning', all(pieces.map(begun))), look('spelledInside', all(pieces.map(inside))))
  }
  return looks.filter((each) => each !== null)
}

function look(atLeast: MatchGrade, match: string | null): Look | null {
  return match === null ? null : { atLeast, match }
}

function isLongNumber(whole: string): boolean {
  return whole.length >= LONG_NUMBER && /^[a-z0-9]+$/.test(whole) && /[0-9]/.test(whole)
}

function isSpelling(piece: string): boolean {
  return /^[a-z]+$/.test(piece)
}

/** Written somewhere in the record, or at least a whole number or word; null = the index cannot narrow it down. */
function writtenOrWhole(piece: string): string | null {
  return any([term(`x${piece}`), term(`w${piece}`), writtenTerms(piece), isShort(piece) ? term(`a${piece}`) : null])
}

function isShort(piece: string): boolean {
  return Array.from(piece).length <= 2
}

/** Written anywhere in a name, a word or a number. */
function writtenTerms(piece: string): string | null {
  const characters = Array.from(piece)
  if (characters.length === 1 && !/[a-z]/.test(piece)) return term(piece)
  return any([
    all(pairsOf(characters).map(term)),
    all(foursOf(piece).map((gram) => term(`d${gram}`))),
    isSpelling(piece) ? all(threesOf(piece).map((gram) => term(`y${gram}`))) : null,
  ])
}

function spelledBeginning(piece: string): string | null {
  const start = piece.slice(0, 3)
  const rest = piece.length > 3 ? spelledTerms(piece) : null
  return all([any([term(`k${start}`), term(`h${start}`)]), rest])
}

function anywhere(piece: string): string | null {
  return any([writtenOrWhole(piece), spelledTerms(piece), piece.length < 3 ? spelledBeginning(piece) : null])
}

function spelledTerms(piece: string): string | null {
  if (piece.length === 1) return null
  const initials = gramsOf(piece, Math.min(3, piece.length)).map((gram) => term(`i${gram}`))
  return any([all(threesOf(piece).map((gram) => term(`y${gram}`))), all(initials)])
}

/** Only letters, digits and Han come this far, so that nothing of it is read as a command of the index. */
function term(text: string): string {
  return `"${text}"`
}

function all(parts: readonly (string | null)[]): string | null {
  const known = parts.filter((part) => part !== null)
  return known.length === 0 ? null : known.length === 1 ? (known[0] ?? null) : `(${known.join(' AND ')})`
}

function any(parts: readonly (string | null)[]): string | null {
  const known = [...new Set(parts.filter((part) => part !== null))]
  return known.length === 0 ? null : known.length === 1 ? (known[0] ?? null) : `(${known.join(' OR ')})`
}

import { MATCH_GRADES, type MatchGrade } from '#shared/contract/search.contract.ts'
import { plain, type Wanted } from './plain-text.ts'
import { codesIn, initialsOf, wordsIn } from './record-terms.ts'
import type { RecordText } from './search-record.ts'
import type { Speller } from './spelling.ts'

/** How a piece was found in one text: grade and the range of its plain form. */
export interface PieceMatch {
  readonly text: number
  readonly grade: number
  readonly from: number
  readonly to: number
}

/** How a record matches: the grade of its weakest word, and where each stands. */
export interface RecordMatch {
  readonly grade: MatchGrade
  /** Grades of all words together, names before what is said of them; decides among equally good records. */
  readonly sum: number
  readonly pieces: readonly PieceMatch[]
}

const [EXACT, BEGINNING, WORD, INSIDE, SPELLED, SPELLED_BEGINNING, SPELLED_INSIDE] = MATCH_GRADES.map((_, at) => at)

/** Compares a record with what was asked for; null when one of the words is nowhere in it. */
export function matchRecord(
  texts: readonly RecordText[],
  { whole, pieces }: Wanted,
  speller: Speller,
): RecordMatch | null {
  const together = bestOf(texts, whole, speller)
  if (together !== null && (together.grade <= (BEGINNING ?? 0) || pieces.length === 1))
    return matchOf(texts, [together])
  const matches: PieceMatch[] = []
  for (const piece of pieces) {
    const best = bestOf(texts, piece, speller)
    if (best === null) return null
    matches.push(best)
  }
  return matches.length === 0 ? null : matchOf(texts, matches)
}

function matchOf(texts: readonly RecordText[], pieces: readonly PieceMatch[]): RecordMatch {
  const worst = Math.max(...pieces.map(({ grade }) => grade))
  return {
    grade: MATCH_GRADES[worst] ?? 'spelledInside',
    sum: pieces.reduce((sum, { grade, text }) => sum + grade * 2 + (texts[text]?.role === 'word' ? 1 : 0), 0),
    pieces,
  }
}

function bestOf(texts: readonly RecordText[], piece: string, speller: Speller): PieceMatch | null {
  let best: PieceMatch | null = null
  for (const [text, recordText] of texts.entries()) {
    const match = written(recordText, piece) ?? spelled(recordText, piece, speller)
    if (match !== null && (best === null || match.grade < best.grade)) best = { text, ...match }
    if (best?.grade === EXACT) break
  }
  return best
}

type Found = Omit<PieceMatch, 'text'>

function written({ role, field, text }: RecordText, piece: string): Found | null {
  const own = plain(text)
  const from = own.indexOf(piece)
  if (role === 'code') return inCode(codesIn(field, text), own, piece)
  if (from < 0) return null
  const range = { from, to: from + piece.length }
  if (role === 'word') return { grade: (wordsIn(text).includes(piece) ? WORD : INSIDE) ?? 0, ...range }
  if (own === piece) return { grade: EXACT ?? 0, ...range }
  return { grade: (from === 0 ? BEGINNING : INSIDE) ?? 0, ...range }
}

/** A number matches whole, from its beginning, or by four characters of it. */
function inCode(codes: readonly string[], own: string, piece: string): Found | null {
  const code = codes.find((each) => each === piece) ?? codes.find((each) => each.includes(piece))
  if (code === undefined) return null
  const from = Math.max(0, own.indexOf(piece))
  const range = { from, to: from + piece.length }
  if (code === piece) return { grade: EXACT ?? 0, ...range }
  if (codes.some((each) => each.startsWith(piece))) return { grade: BEGINNING ?? 0, ...range }
  return piece.length >= 4 ? { grade: INSIDE ?? 0, ...range } : null
}

function spelled({ role, text, spelled: isSpelled }: RecordText, piece: string, speller: Speller): Found | null {
  if (!isSpelled || !/^[a-z]+$/.test(piece)) return null
  const spelling = speller.spell(text)
  const syllables = spelling.split(' ')
  const found = byInitials(spelling, piece) ?? byLetters(syllables, piece)
  if (found === null) return null
  const isWhole = found.from === 0 && found.to === syllables.length && found.isComplete
  const grade =
    role === 'word' ? SPELLED_INSIDE : isWhole ? SPELLED : found.from === 0 ? SPELLED_BEGINNING : SPELLED_INSIDE
  return { grade: grade ?? 0, ...unitsOf(plain(text), found.from, found.to) }
}

interface Syllables {
  readonly from: number
  readonly to: number
  readonly isComplete: boolean
}

function byInitials(spelling: string, piece: string): Syllables | null {
  const from = initialsOf(spelling).indexOf(piece)
  if (from < 0 || (piece.length === 1 && from > 0)) return null
  return { from, to: from + piece.length, isComplete: piece.length > 1 }
}

/** From the beginning of a syllable; the last one may be begun only. In the middle three letters are needed. */
function byLetters(syllables: readonly string[], piece: string): Syllables | null {
  for (let from = 0; from < (piece.length < 3 ? 1 : syllables.length); from += 1) {
    let rest = piece
    let to = from
    while (rest !== '' && to < syllables.length) {
      const syllable = syllables[to] ?? ''
      to += 1
      if (rest.startsWith(syllable)) rest = rest.slice(syllable.length)
      else if (syllable.startsWith(rest)) return { from, to, isComplete: false }
      else break
    }
    if (rest === '') return { from, to, isComplete: true }
  }
  return null
}

/** Syllables are characters; a rare character takes two units of the text. */
function unitsOf(text: string, from: number, to: number): { from: number; to: number } {
  const characters = Array.from(text)
  const start = characters.slice(0, from).join('').length
  return { from: start, to: start + characters.slice(from, to).join('').length }
}

import { plain } from './plain-text.ts'
import type { RecordText } from './search-record.ts'
import type { Speller } from './spelling.ts'

/** Longest beginning of a spelling that is a term of its own. */
const BEGINNING = 3

/** Letters and digits from here on are a long number. */
export const LONG_NUMBER = 7

/**
 * The terms a record is found by. Every term begins with a letter that says what it is: `x` a whole name or number, `w` a
 * whole word, `a` the first characters, `d` four characters of a number, `y` three letters of a spelling, `i` initials, `k`
 * and `h` the first letters of a spelling and of its initials. Characters and pairs of characters stand as they are.
 * A term only narrows down: what it finds is read and compared.
 */
export function termsOf(texts: readonly RecordText[], { spell }: Speller): string {
  const terms = new Set<string>()
  for (const { role, field, text, spelled } of texts) {
    if (role === 'code') addCode(terms, field, text)
    else addText(terms, role, text)
    if (spelled) addSpelling(terms, role, spell(text))
  }
  return [...terms].join(' ')
}

function addText(terms: Set<string>, role: RecordText['role'], text: string): void {
  const whole = plain(text)
  const characters = Array.from(whole)
  for (const gram of pairsOf(characters)) terms.add(gram)
  for (const character of characters) if (!isLetter(character)) terms.add(character)
  for (const gram of threesOf(whole)) terms.add(`y${gram}`)
  if (role === 'name') addBeginnings(terms, whole)
  else for (const word of wordsIn(text)) terms.add(`w${word}`)
}

function addCode(terms: Set<string>, field: string, text: string): void {
  for (const code of codesIn(field, text)) {
    addBeginnings(terms, code)
    for (const gram of foursOf(code)) terms.add(`d${gram}`)
  }
}

function addBeginnings(terms: Set<string>, whole: string): void {
  const [first = '', second = ''] = whole
  // A long number is whole by its fours: a term that stands for one record only is dear.
  if (whole.length < LONG_NUMBER || !/^[a-z0-9]+$/.test(whole)) terms.add(`x${whole}`)
  terms.add(`a${first}`)
  if (second !== '') terms.add(`a${first}${second}`)
}

function addSpelling(terms: Set<string>, role: RecordText['role'], spelled: string): void {
  const full = spelled.replaceAll(' ', '')
  const initials = initialsOf(spelled)
  for (const gram of threesOf(full)) terms.add(`y${gram}`)
  for (const size of [2, 3]) for (const gram of gramsOf(initials, size)) terms.add(`i${gram}`)
  if (role !== 'name') return
  for (let size = 1; size <= BEGINNING; size += 1) {
    terms.add(`k${full.slice(0, size)}`)
    terms.add(`h${initials.slice(0, size)}`)
  }
}

/** First letters of the syllables. */
export function initialsOf(spelled: string): string {
  return spelled
    .split(' ')
    .map((syllable) => syllable.slice(0, 1))
    .join('')
}

/** The words of a field in plain form; a list is several. */
export function wordsIn(text: string): string[] {
  return text.split(/[;；、,，]/u).map(plain)
}

/** The forms a number is asked for by: a list is several, a plate without its province, UN without `UN`. */
export function codesIn(field: string, text: string): string[] {
  const codes = text
    .split(/[;；、,，/]/u)
    .map(plain)
    .filter((code) => code !== '')
  if (field === 'un') return codes.flatMap((code) => [code, code.replace(/^un/, '')])
  return field === 'plate' ? codes.flatMap((code) => [code, code.replace(/^\p{Script=Han}/u, '')]) : codes
}

/** Every two neighbouring characters that are not both letters: pairs of letters stand in nearly every spelling. */
export function pairsOf(characters: readonly string[]): string[] {
  return characters
    .slice(1)
    .flatMap((second, at) => (isLetter(second) && isLetter(characters[at]) ? [] : [`${characters[at] ?? ''}${second}`]))
}

/** Every three neighbouring letters. */
export function threesOf(text: string): string[] {
  return (text.match(/[a-z]{3,}/g) ?? []).flatMap((run) => gramsOf(run, 3))
}

/** Every four neighbouring letters or digits. */
export function foursOf(text: string): string[] {
  return (text.match(/[a-z0-9]{4,}/g) ?? []).flatMap((run) => gramsOf(run, 4))
}

/** Every run of `size` characters of a Latin text. */
export function gramsOf(text: string, size: number): string[] {
  return Array.from({ length: Math.max(0, text.length - size + 1) }, (_, at) => text.slice(at, at + size))
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /^[a-z]$/.test(character)
}

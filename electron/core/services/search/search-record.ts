import { SEARCH_KINDS, type SearchKind } from '#shared/contract/search.contract.ts'

/** What a text of a record is: its name (the first is its title), a number or plate, or a word that is said of it. */
const ROLES = ['name', 'code', 'word'] as const

/** One text of a record. */
export interface RecordText {
  readonly role: (typeof ROLES)[number]
  /** The column it comes from. */
  readonly field: string
  readonly text: string
  /** Found by pinyin too. */
  readonly spelled: boolean
}

/** What is kept of a record to find and to show it. */
export interface RecordBody {
  readonly texts: readonly RecordText[]
  readonly phone: string
  /** WGS84. */
  readonly at: readonly [number, number] | null
  /** True in the district the data set is about. */
  readonly home: boolean
  readonly demo: boolean
}

/**
 * Writes a record for the index: one line for what is no text, then one for each text. Half a million records are kept
 * beside the data they come from, so that they are short.
 */
export function writeBody({ texts, phone, at, home, demo }: RecordBody): string {
  const head = [phone, at?.[0] ?? '', at?.[1] ?? '', home ? 1 : 0, demo ? 1 : 0]
  const lines = texts.map(({ role, field, text, spelled }) => [role.slice(0, 1), spelled ? 1 : 0, field, text])
  return [head, ...lines]
    .map((parts) => parts.map((part) => String(part).replace(/[\t\n]/g, ' ')).join('\t'))
    .join('\n')
}

/** Reads what `writeBody` wrote; anything else is a bug. */
export function readBody(body: string): RecordBody {
  const [head = '', ...lines] = body.split('\n')
  const [phone = '', lng = '', lat = '', home, demo] = head.split('\t')
  return {
    texts: lines.map(textOf),
    phone,
    at: lng === '' ? null : [Number(lng), Number(lat)],
    home: home === '1',
    demo: demo === '1',
  }
}

function textOf(line: string): RecordText {
  const [letter, spelled, field, text] = line.split('\t')
  const role = ROLES.find((each) => each.startsWith(letter ?? ' '))
  if (role === undefined || field === undefined || text === undefined) throw new Error(`no text of a record: ${line}`)
  return { role, field, text, spelled: spelled === '1' }
}

/** Numbers of one kind, of one place in the order: room for 16 million records of the same kind, district and length. */
const SEATS = 2 ** 24
const LENGTHS = 32
const KIND_SPAN = SEATS * LENGTHS * 2

/** First number of the records that stand with this one: by kind, home district first, short names first. */
export function bandOf(kind: SearchKind, { home, texts }: RecordBody): number {
  const length = Math.min(Array.from(texts[0]?.text ?? '').length, LENGTHS - 1)
  return SEARCH_KINDS.indexOf(kind) * KIND_SPAN + (home ? 0 : LENGTHS * SEATS) + length * SEATS
}

/** Last number of a band. */
export function bandEnd(band: number): number {
  return band + SEATS - 1
}

/** The band a number lies in. */
export function bandOfPlace(place: number): number {
  return Math.floor(place / SEATS) * SEATS
}

/** First and last number of a kind. */
export function spanOfKind(kind: SearchKind): readonly [number, number] {
  const first = SEARCH_KINDS.indexOf(kind) * KIND_SPAN
  return [first, first + KIND_SPAN - 1]
}

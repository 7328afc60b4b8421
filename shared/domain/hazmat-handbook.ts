import * as z from 'zod'
import type { Substance } from './hazmat.ts'
import { EVIDENCE_MARKS } from './taxonomy.ts'

/** Parts of a card, in the order they are read out: what kills first, then what must not be done. */
export const CARD_SECTIONS = ['hazards', 'doNot', 'protection', 'do', 'fire', 'spill', 'firstAid', 'decon'] as const
export type CardSection = (typeof CARD_SECTIONS)[number]

const Lines = z.array(z.string())
const Sections = z.strictObject({
  hazards: Lines,
  protection: Lines,
  do: Lines,
  doNot: Lines,
  fire: Lines,
  spill: Lines,
  firstAid: Lines,
  decon: Lines,
})

/** `guide-cards.yaml`: what to do, in our own words, by ERG guide and, where no guide has a card, by class. */
export const GuideCards = z.strictObject({
  schema: z.literal('hazmat-guide-cards/1'),
  /** Evidence and source of every line of a group. */
  marks: z.record(z.string(), z.strictObject({ evidence: z.enum(EVIDENCE_MARKS), source: z.string().min(1) })),
  /** Line texts by mark, then by line id. */
  lines: z.record(z.string(), z.record(z.string(), z.string().min(1))),
  common: Sections,
  cards: z.array(Sections.extend({ guides: z.array(z.string()).min(1), name: z.string() })).min(1),
  classes: z.array(Sections.extend({ classes: z.array(z.string()).min(1), name: z.string() })).min(1),
})
export type GuideCards = z.infer<typeof GuideCards>

/** `spoken-names.yaml`: what callers call a substance; only for finding it. */
export const SpokenNames = z.strictObject({
  schema: z.literal('hazmat-spoken-names/1'),
  names: z.record(z.string().regex(/^\d{4}$/), z.array(z.string().min(1)).min(1)),
})

/** One entry of the handbook: a UN number, a US number (NA, ID) or a name the US table forbids without a number. */
export interface HandbookEntry {
  /** UN number of four digits, `NA1993`, or `us-13` for a row without number. */
  readonly id: string
  readonly substance: Substance
  /** Every English name of any source, the shipping name first. */
  readonly namesEn: readonly string[]
  /** What callers call it. */
  readonly spokenNames: readonly string[]
  readonly packingGroups: readonly string[]
  /** Class and subsidiary labels of the US table, e.g. "2.3, 8". */
  readonly labels: readonly string[]
  /** Gases given off in water (ERG2024 Table 2), as extracted. */
  readonly waterGases: readonly string[]
  /** Sources that list it: `core`, `index`, `table1`, `table2`, `table3`, `us`. */
  readonly listedIn: readonly HandbookSource[]
}

export const HANDBOOK_SOURCES = ['core', 'index', 'table1', 'table2', 'table3', 'us'] as const
export type HandbookSource = (typeof HANDBOOK_SOURCES)[number]

/** The handbook: entries sorted by id, and the cards. */
export interface HazmatHandbook {
  readonly entries: readonly HandbookEntry[]
  readonly cards: GuideCards
}

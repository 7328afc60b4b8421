import * as z from 'zod'
import { TABLE_NAMES, type TableName } from '../domain/dataset/tables.ts'
import { query } from './define.ts'

/** Kinds that are no table of a data set, or stand before others among equally good finds. */
const FIRST_KINDS = [
  ...(['incident', 'teams', 'vehicles', 'people', 'substance', 'organisations', 'hospitals', 'stores'] as const),
  ...(['stock', 'teamKit', 'shelters', 'shelterZones', 'plants', 'hazardSources', 'targets'] as const),
  ...(['populationPoints', 'evacuees', 'carriers'] as const),
  ...(['tankerTrips', 'workPermits', 'helipads', 'waterPoints', 'cameras', 'plan', 'card', 'places'] as const),
  ...(['roads', 'areas', 'riskAreas'] as const),
]

/** What a found record is: a row of a table, or one of the kinds that no table holds. */
export type SearchKind = (typeof FIRST_KINDS)[number] | Exclude<TableName, 'rosters'>

/** Every kind in the order in which equally good finds stand (design rule); duty rosters are found by their people. */
export const SEARCH_KINDS: readonly SearchKind[] = [
  ...FIRST_KINDS,
  ...TABLE_NAMES.filter((table) => table !== 'rosters').filter((table) => !FIRST_KINDS.some((kind) => kind === table)),
]
const Kind = z.enum(SEARCH_KINDS)

/** A text with the parts that were asked for, as ranges of UTF-16 units `[from, to)`. */
const MarkedText = z.strictObject({ text: z.string(), marks: z.array(z.tuple([z.number().int(), z.number().int()])) })

/** How well a record matches, best first. */
export const MATCH_GRADES = [
  'exact',
  'beginning',
  'word',
  'inside',
  'spelledWhole',
  'spelledBeginning',
  'spelledInside',
] as const
export type MatchGrade = (typeof MATCH_GRADES)[number]

/** One found record, and where it is opened: kind and key. */
export const SearchHit = z.strictObject({
  kind: Kind,
  /** Id of the row; of a road its name and number as a JSON list. */
  key: z.string(),
  grade: z.enum(MATCH_GRADES),
  title: MarkedText,
  /** What else is known of it in short, what matched included; `field` is the name of the column it comes from. */
  line: z.array(MarkedText.extend({ field: z.string() })),
  phone: z.string(),
  /** WGS84; null when it has no place. */
  position: z.strictObject({ lng: z.number(), lat: z.number() }).nullable(),
  isDemo: z.boolean(),
})
export type SearchHit = z.infer<typeof SearchHit>

/** One box over everything that is stored. */
export const searchContract = {
  /**
   * Records whose names, numbers or words hold every word of the text: Chinese from one character, pinyin whole or by
   * initials, four digits of a phone or plate anywhere, UN with or without `UN`, ids. The best stand first, always in the same order.
   */
  find: query({
    input: z.strictObject({
      text: z.string().max(100),
      /** Absent = all kinds. */
      kinds: z.array(Kind).min(1).optional(),
      limit: z.number().int().min(1).max(200).default(40),
    }),
    output: z.strictObject({
      hits: z.array(SearchHit),
      /** True when there are more than were asked for. */
      more: z.boolean(),
      /** Share of the changed records that were read again, 0 to 1, while the index is being made; null = complete. */
      indexed: z.number().nullable(),
    }),
    topics: ['library', 'incidents', 'plans'],
  }),
}

import * as z from 'zod'
import { TABLE_NAMES, type TableName } from '../domain/dataset/tables.ts'
import { CAPABILITIES, VEHICLE_KINDS } from '../domain/taxonomy.ts'
import { CARES, NEAREST_PLACES } from '../planner/nearest/nearest-question.ts'
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

/** What the nearest of is looked for. */
export const NearestWhat = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('capability'), capability: z.enum(CAPABILITIES) }),
  z.strictObject({ of: z.literal('vehicle'), vehicleKind: z.enum(VEHICLE_KINDS) }),
  z.strictObject({ of: z.literal('item'), item: z.string().min(1).max(60) }),
  z.strictObject({ of: z.literal('place'), place: z.enum(NEAREST_PLACES), care: z.enum(CARES).optional() }),
])
export type NearestWhat = z.infer<typeof NearestWhat>

const Position = z.strictObject({ lng: z.number(), lat: z.number() })

/** One line of a nearest list. */
export const NearestLine = z.strictObject({
  kind: z.enum(['teams', ...NEAREST_PLACES]),
  key: z.string(),
  name: z.string(),
  phone: z.string(),
  position: Position,
  /** Seconds from now to arrival, turn-out included for teams; null = no way. */
  etaS: z.number().int().nullable(),
  /** Whole metres by road; null as above, and where it is not followed. */
  distanceM: z.number().int().nullable(),
  approximate: z.boolean(),
  /** Waiting place of the plan in force it goes to; empty = the point itself. */
  to: z.string(),
  has: z.string(),
  /** Why it cannot go or be used; empty = it can. */
  out: z.array(z.string()),
})
export type NearestLine = z.infer<typeof NearestLine>

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
      /** The nearest list the text asks for, e.g. `最近的堵漏队`; null = none. */
      nearest: z.strictObject({ what: NearestWhat, name: z.string() }).nullable(),
    }),
    topics: ['library', 'incidents', 'plans'],
  }),
  /**
   * The nearest by road with the times of a plan: those that can go first, then those that cannot, each with why. Closures
   * and danger zones of the incident count. Refused with `not-found` for an unknown incident or record.
   */
  nearest: query({
    input: z.strictObject({
      what: NearestWhat,
      /** A position, a found record, or null = the incident's own place. */
      from: z.union([Position, z.strictObject({ kind: Kind, key: z.string() })]).nullable(),
      incidentId: z.string().nullable(),
      hour: z.enum(['now', 'day', 'night']).default('now'),
      limit: z.number().int().min(1).max(50).default(3),
    }),
    output: z.strictObject({
      /** What it was measured to or from, in words. */
      from: z.strictObject({ name: z.string(), position: Position }),
      lines: z.array(NearestLine),
      /** How many can go, shown or not. */
      able: z.number().int(),
      night: z.boolean(),
      inZone: z.boolean(),
      /** True when teams go to the waiting places of the plan in force. */
      toStaging: z.boolean(),
      roadsSchematic: z.boolean(),
    }),
    topics: ['library', 'incidents', 'plans'],
  }),
}

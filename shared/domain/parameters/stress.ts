import * as z from 'zod'
import { KNOWN_FACTS, CONTAINERS } from '../incident.ts'
import { EVIDENCE_MARKS, INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** What of the data set incidents are drawn over, and by what each row weighs. */
export const PLACE_SOURCES = [
  /** Resident points, by people. */
  'population',
  /** Streets, by their residents. */
  'towns',
  /** Hazard sources and plants; each row alike. */
  'hazardSources',
  'plants',
  /** Road lines, by length times the weight of their class. */
  'roads',
  'tunnels',
  /** Risk areas, places of the gazetteer and protected objects; each row alike. */
  'riskAreas',
  'places',
  'targets',
] as const
export type PlaceSource = (typeof PLACE_SOURCES)[number]

const Range = z.tuple([z.number(), z.number()])

/** How incidents of one type are drawn. Numbers of one row share evidence and source. */
export const DrawnType = z.strictObject({
  type: z.enum(INCIDENT_TYPES),
  /** Against the weights of the other types; 0 = not drawn. */
  weight: z.number().nonnegative(),
  places: z
    .array(
      z.strictObject({
        from: z.enum(PLACE_SOURCES),
        /** Only rows of these kinds; absent = all. */
        kinds: z.array(z.string()).optional(),
        weight: z.number().positive(),
      }),
    )
    .min(1),
  /** Whole numbers from and to, small ones more often. */
  facts: z.array(z.strictObject({ fact: z.enum(KNOWN_FACTS), range: Range })),
  /** Months it happens in; absent = all the year. */
  months: z.array(z.number().int().min(1).max(12)).optional(),
  windMs: Range.optional(),
  signal: z
    .strictObject({
      kind: z.enum(['typhoon', 'rain']),
      levels: z.array(z.enum(['blue', 'yellow', 'orange', 'red'])).min(1),
    })
    .optional(),
  /** Hours until the gale, of a typhoon. */
  galeInHours: Range.optional(),
  /** Dangerous goods: what holds them where the place does not say. */
  container: z.enum(CONTAINERS).optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type DrawnType = z.infer<typeof DrawnType>

/** How random incidents are drawn and what their gaps are worth; `resources/parameters/stress.json`. */
export const StressParameters = z.strictObject({
  incidents: Quantity,
  /** Share of facts nobody knows at first, and of incidents without a known wind. */
  unknownShare: Quantity,
  unknownWindShare: Quantity,
  largeSpillShare: Quantity,
  onFireShare: Quantity,
  /** Power by which small numbers are more frequent; 1 = all alike. */
  skew: Quantity,
  windFromMs: Quantity,
  windToMs: Quantity,
  /** Farthest from the drawn row, so that incidents do not all lie on the same points. */
  scatterM: Quantity,
  /** Weight of each road class per metre; a class that is not listed is not drawn. */
  roadClasses: z.record(z.string(), Quantity),
  /** Marginal worth: gaps looked into, goods among them, resources tried, incidents planned again for each. */
  worthGaps: Quantity,
  worthGoods: Quantity,
  worthTried: Quantity,
  worthSample: Quantity,
  types: z.array(DrawnType).min(1),
})
export type StressParameters = z.infer<typeof StressParameters>

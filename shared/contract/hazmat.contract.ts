import * as z from 'zod'
import { CARD_SECTIONS, HANDBOOK_SOURCES } from '../domain/hazmat-handbook.ts'
import { CONTAINERS } from '../domain/incident.ts'
import { Reason } from '../domain/reason.ts'
import { EVIDENCE_MARKS } from '../domain/taxonomy.ts'
import { query } from './define.ts'

/** One entry found in the hazmat handbook. */
export const HandbookHit = z.strictObject({
  id: z.string(),
  /** Four digits; empty where the entry has no UN number. */
  un: z.string(),
  nameZh: z.string(),
  otherNamesZh: z.array(z.string()),
  nameEn: z.string(),
  cas: z.string(),
  classDivision: z.string(),
  guide: z.string(),
  toxicByInhalation: z.boolean(),
  waterReactive: z.boolean(),
  listedIn: z.array(z.enum(HANDBOOK_SOURCES)),
})
export type HandbookHit = z.infer<typeof HandbookHit>

/** What the operator entered by hand; absent = take it from the incident, else from the clock or unknown. */
const EnteredConditions = z.strictObject({
  at: z.string().optional(),
  windFromDeg: z.number().min(0).max(360).optional(),
  windSpeedMs: z.number().min(0).max(120).optional(),
  container: z.enum(CONTAINERS).optional(),
  spill: z.enum(['small', 'large', 'unknown']).optional(),
})
export type EnteredConditions = z.infer<typeof EnteredConditions>

const Origin = z.enum(['incident', 'entered', 'clock', 'district', 'unknown'])
export type ConditionOrigin = z.infer<typeof Origin>

/** The conditions a card was worked out for, each with where it came from. */
const CardConditions = z.strictObject({
  at: z.string(),
  atFrom: Origin,
  place: z.strictObject({ lng: z.number(), lat: z.number(), name: z.string() }),
  placeFrom: Origin,
  /** Null where the sun does not rise or set. */
  sunriseAt: z.string().nullable(),
  sunsetAt: z.string().nullable(),
  night: z.boolean(),
  /** Night by the clock of the console at the same place: it may differ from the time of the incident's facts. */
  nightByClock: z.boolean(),
  windFromDeg: z.number().nullable(),
  windSpeedMs: z.number().nullable(),
  windFrom: Origin,
  windUsable: z.boolean(),
  band: z.enum(['low', 'moderate', 'high']),
  /** Where the cloud goes, degrees; null when the wind cannot be used. */
  downwindDeg: z.number().nullable(),
  container: z.enum(CONTAINERS),
  containerFrom: Origin,
  largeSpill: z.boolean(),
  spillFrom: Origin,
})

/** Distances of one case, metres. `protectiveM` null = the guide gives none; `atLeast` = the table says "at least". */
const CardDistances = z.strictObject({
  isolationM: z.number(),
  protectiveM: z.number().nullable(),
  atLeast: z.boolean(),
  isolationLost: z.boolean(),
  source: z.string(),
  row: z.string(),
})
export type CardDistances = z.infer<typeof CardDistances>

/** A card of the handbook: who it is, how far, and what to do. */
export const HandbookCard = z.strictObject({
  entry: HandbookHit,
  namesEn: z.array(z.string()),
  packingGroups: z.array(z.string()),
  labels: z.array(z.string()),
  /** True when it may polymerise violently. */
  polymerises: z.boolean(),
  waterGases: z.array(z.strictObject({ formula: z.string(), name: z.string() })),
  conditions: CardConditions,
  distances: z.strictObject({
    present: CardDistances,
    reasons: z.array(Reason),
    fireM: z.number().nullable(),
    fireSource: z.string(),
    sizes: z.array(z.strictObject({ largeSpill: z.boolean(), night: z.boolean(), distances: CardDistances })),
    containers: z.array(
      z.strictObject({
        name: z.string(),
        key: z.enum(['rail', 'road', 'tons', 'small', 'nurse']),
        present: z.boolean(),
        isolationM: z.number(),
        cells: z.array(
          z.strictObject({
            night: z.boolean(),
            band: z.enum(['low', 'moderate', 'high']),
            distances: CardDistances,
          }),
        ),
      }),
    ),
  }),
  guideName: z.string(),
  /** True when put together from class rules because its guide has no card of its own. */
  general: z.boolean(),
  sections: z.array(
    z.strictObject({
      key: z.enum(CARD_SECTIONS),
      lines: z.array(
        z.strictObject({ id: z.string(), text: z.string(), evidence: z.enum(EVIDENCE_MARKS), source: z.string() }),
      ),
    }),
  ),
  /** The whole card as Markdown, ready to copy. */
  document: z.string(),
})
export type HandbookCard = z.infer<typeof HandbookCard>

/** The hazmat handbook (危化品手册). */
export const hazmatContract = {
  /** Entries by UN number, Chinese or English name, spoken name, CAS or pinyin; best first. `note` says why nothing was found. */
  search: query({
    input: z.strictObject({ text: z.string(), limit: z.number().int().min(1).max(100).default(40) }),
    output: z.strictObject({ hits: z.array(HandbookHit), total: z.number().int(), note: z.string().nullable() }),
    topics: ['library'],
  }),
  /** One card for the conditions of an incident and what was entered beside it. */
  card: query({
    input: z.strictObject({
      id: z.string().min(1),
      incidentId: z.string().nullable(),
      entered: EnteredConditions.default({}),
    }),
    output: HandbookCard,
    topics: ['library', 'incidents'],
  }),
}

import * as z from 'zod'
import { TABLE_NAMES } from '../domain/dataset/tables.ts'
import { SURROUNDING_FACTS, SURROUNDING_GROUPS, SURROUNDING_SIGNS } from '../domain/surroundings.ts'
import { query } from './define.ts'

const Position = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

/** One thing near a place. Distances are straight lines in whole metres; null = its position is not known. */
export const SurroundingLine = z.strictObject({
  kind: z.enum(TABLE_NAMES),
  key: z.string(),
  name: z.string(),
  town: z.string(),
  phone: z.string(),
  position: Position.nullable(),
  distanceM: z.number().int().nullable(),
  /** Clockwise from north; null as above. */
  bearingDeg: z.number().int().nullable(),
  facts: z.array(z.strictObject({ fact: z.enum(SURROUNDING_FACTS), value: z.string() })),
  signs: z.array(z.enum(SURROUNDING_SIGNS)),
  isDemo: z.boolean(),
})
export type SurroundingLine = z.infer<typeof SurroundingLine>

/** What is around a place. */
export const surroundingsContract = {
  /**
   * Everything of use or danger within a radius, by distance: work permits in force, people inside plants, tankers on the
   * road (by plate: nobody knows where they are), neighbours and stations, water, pads, cameras. Time is now; in a drill
   * that of the incident. @throws `not-found` for an unknown incident or record, or one without a place.
   */
  near: query({
    input: z.strictObject({
      /** A position, a record, or null = the place of the incident. */
      from: z.union([Position, z.strictObject({ kind: z.enum(TABLE_NAMES), key: z.string() })]).nullable(),
      incidentId: z.string().nullable().default(null),
      radiusM: z.number().int().min(100).max(50_000).default(3000),
      /** Lines of a group; the nearest. */
      limit: z.number().int().min(1).max(200).default(30),
    }),
    output: z.strictObject({
      from: z.strictObject({ name: z.string(), position: Position }),
      radiusM: z.number().int(),
      at: z.string(),
      groups: z.array(
        z.strictObject({
          group: z.enum(SURROUNDING_GROUPS),
          total: z.number().int(),
          /** Not listed because they are over or set out too long ago. */
          leftOut: z.number().int(),
          lines: z.array(SurroundingLine),
        }),
      ),
    }),
    topics: ['library', 'incidents'],
  }),
} as const

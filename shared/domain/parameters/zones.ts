import * as z from 'zod'
import { ZONE_KINDS } from '../plan/dispatch-plan.ts'
import { EVIDENCE_MARKS, INCIDENT_TYPES } from '../taxonomy.ts'
import { Quantity } from './quantity.ts'

/** First distances of one or more ERG guides (orange pages). Metres; null = the guide names none. */
export const GuideDistances = z.strictObject({
  /** Guide numbers without the polymerisation mark, e.g. "116". */
  guides: z.array(z.string()).min(1),
  name: z.string(),
  isolationM: z.number().positive(),
  /** First downwind distance of a large spill. */
  largeDownwindM: z.number().positive().nullable(),
  /** All-round isolation when a tank, rail car or tank truck is in the fire. */
  tankInFireM: z.number().positive().nullable(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type GuideDistances = z.infer<typeof GuideDistances>

/** One circle around the scene that does not come from the hazmat tables. Exactly one of `radiusM` and `areaHa` is given. */
export const SceneZoneRule = z.strictObject({
  id: z.string(),
  kind: z.enum(ZONE_KINDS),
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  name: z.string(),
  when: z.string().optional(),
  /** Formula of the radius in metres. */
  radiusM: z.string().optional(),
  /** Formula of an area in hectares, drawn as a circle of that area. */
  areaHa: z.string().optional(),
  /** Formula of a length in metres: a square downwind when the wind is usable, else a circle of that radius. */
  downwindM: z.string().optional(),
  evidence: z.enum(EVIDENCE_MARKS),
  source: z.string(),
})
export type SceneZoneRule = z.infer<typeof SceneZoneRule>

/** Parameters of the stage `draw-zones`; `resources/parameters/zones.json`. */
export const ZoneParameters = z.strictObject({
  minimumUsableWind: Quantity,
  moderateWindFrom: Quantity,
  highWindAbove: Quantity,
  /** Used where a table says "at least". */
  atLeastDistance: Quantity,
  /** Search radius for "the scene is on an expressway". */
  expresswayWithin: Quantity,
  /** An address and a position this far apart still agree, beside the stated uncertainty of the position. */
  addressMarginM: Quantity,
  guides: z.array(GuideDistances).min(1),
  sceneZones: z.array(SceneZoneRule).min(1),
})
export type ZoneParameters = z.infer<typeof ZoneParameters>

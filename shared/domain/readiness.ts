import * as z from 'zod'
import { Finding } from './reason.ts'
import { RoadQuality } from './road-quality.ts'
import { READINESS_KINDS } from './taxonomy.ts'

/**
 * One thing that is not ready. `block` = a plan cannot be given out or a street is reached by nobody, `warn` = to be put
 * right, `info` = to be scheduled.
 */
export const ReadinessFinding = Finding.extend({
  kind: z.enum(READINESS_KINDS),
  /** The record in words: team, lot with its store, street, plan. */
  name: z.string(),
  /** `text` in its two halves: what is wrong, and what to do. */
  what: z.string(),
  remedy: z.string(),
  /** Days `YYYY-MM-DD`: not ready since, or good until; null = no day is known. */
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** Who keeps it; empty = the data set names nobody. */
  keeper: z.strictObject({ name: z.string(), phone: z.string() }),
})
export type ReadinessFinding = z.infer<typeof ReadinessFinding>

/** A team that reaches a street's centre first, seconds from the call. */
export const FirstArrival = z.strictObject({
  teamId: z.string(),
  name: z.string(),
  phone: z.string(),
  /** Until it has left. */
  outS: z.number().int(),
  etaS: z.number().int(),
})
export type FirstArrival = z.infer<typeof FirstArrival>

/** Who reaches a street first by day or by night; null = nobody over the open roads. */
export const StreetReach = z.strictObject({ first: FirstArrival.nullable(), engine: FirstArrival.nullable() })
export type StreetReach = z.infer<typeof StreetReach>

/** Cover of one street, measured at its centre. */
export const StreetCover = z.strictObject({
  town: z.string(),
  /** WGS84; null = the gazetteer has no centre, nothing could be measured. */
  centre: z.strictObject({ lng: z.number(), lat: z.number() }).nullable(),
  /** The 135 circle is asked of built-up streets only. */
  isBuiltUp: z.boolean(),
  day: StreetReach,
  night: StreetReach,
  /** By day and by night; null = not asked of this street, or not measured. */
  meets135: z.boolean().nullable(),
  meetsFireCircle: z.boolean().nullable(),
  /** True over hand-drawn roads or where no road is known. */
  approximate: z.boolean(),
})
export type StreetCover = z.infer<typeof StreetCover>

/** What a district is not ready for on a day. */
export const ReadinessReport = z.strictObject({
  dataset: z.strictObject({ id: z.string(), name: z.string(), asOf: z.string(), isDemo: z.boolean() }),
  /** Day it was asked for, `YYYY-MM-DD`. */
  asOf: z.string(),
  roadsSchematic: z.boolean(),
  /** How far the network can be trusted that every time here rests on. */
  roadQuality: RoadQuality,
  /** False while a finding is more than `info`. */
  ready: z.boolean(),
  findings: z.array(ReadinessFinding),
  streets: z.array(StreetCover),
  /** Seconds from the call: left and acting (135), first engine (15-minute circle). */
  limits: z.strictObject({
    turnOutS: z.number().int(),
    actionS: z.number().int(),
    fireCircleS: z.number().int(),
  }),
})
export type ReadinessReport = z.infer<typeof ReadinessReport>

/** When each road is reached to its farther end, whole seconds from the call, by night; null = never over the roads. */
export const RoadCover = z.strictObject({
  /** True over hand-drawn roads. */
  approximate: z.boolean(),
  roads: z.array(
    z.strictObject({ id: z.string(), engineS: z.number().int().nullable(), firstS: z.number().int().nullable() }),
  ),
  limits: z.strictObject({ actionS: z.number().int(), fireCircleS: z.number().int() }),
})
export type RoadCover = z.infer<typeof RoadCover>

import * as z from 'zod'
import { Reason } from '../reason.ts'
import { NotChosen } from './not-chosen.ts'
import { LineShape, Point, PolygonShape } from './plan-parts.ts'

/** A place where units wait, park forward or command; judged by rules HZ1, HZ2 and HZ13. */
export const StagingArea = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['staging', 'forward', 'commandPost']),
  location: Point,
  bearingFromIncidentDeg: z.number(),
  distanceM: z.number().int(),
  /** 0 to 180 from `windFromDeg`; null when the wind is unknown or calm. */
  offUpwindDeg: z.number().nullable(),
  /** Engines it holds at 20 m spacing; null = not known from the data, to be checked by a person. */
  capacity: z.number().int().nullable(),
  /** Directions in which vehicles can leave by the road data, 0 to 2; null = not known, or an older plan. */
  waysOut: z.number().int().nullable().default(null),
  /** True for an area that exists only because the first ones are too small. */
  further: z.boolean().default(false),
  basis: z.array(Reason),
  /** Lawful places that are worse, then places that break a rule; absent where nothing was chosen and in older plans. */
  runnersUp: z.array(NotChosen).optional(),
})
export type StagingArea = z.infer<typeof StagingArea>

export const Movement = z.object({
  teamId: z.string(),
  teamName: z.string(),
  stagingAreaId: z.string().nullable(),
  departAt: z.string(),
  arriveAt: z.string(),
  distanceM: z.number().int(),
  durationS: z.number().int(),
  geometry: LineShape,
  roads: z.array(z.object({ name: z.string(), distanceM: z.number().int() })),
  avoided: z.array(z.object({ what: z.string(), reason: z.string() })),
  /** What the driver must know on the way: ferries, gates, unchecked bridges, closures passed in time. */
  remarks: z.array(Reason).default([]),
  /** Vehicles that go, the length of their column on the march, and when the last of them arrives; null in older plans. */
  vehicles: z.number().int().nonnegative().default(0),
  columnM: z.number().int().nonnegative().default(0),
  lastArriveAt: z.string().nullable().default(null),
  /** When the crew is due for relief; null = not reckoned. */
  reliefDueAt: z.string().nullable().default(null),
  /** True when no road data was used: a straight-line estimate. */
  approximate: z.boolean(),
  /** How the team moves; absent = by road. An air line is straight and ends at the landing ground. */
  mode: z.enum(['road', 'air', 'water']).optional(),
  callSign: z.string(),
  channel: z.string(),
})
export type Movement = z.infer<typeof Movement>

export const ConvoyPlace = z.object({
  stagingAreaId: z.string().nullable(),
  order: z.number().int().positive(),
  teamId: z.string(),
  teamName: z.string(),
  arriveAt: z.string(),
  spacingM: z.number().int(),
  /** Teams of one wave form up together; within it recon, foam and attack go first, then command, then supply. */
  wave: z.number().int().positive().default(1),
  vehicles: z.number().int().nonnegative().default(0),
  lastArriveAt: z.string().nullable().default(null),
})

export const PlannedClosure = z.object({
  id: z.string(),
  name: z.string(),
  geometry: z.union([LineShape, PolygonShape]).nullable(),
  detour: z.string(),
  by: z.string(),
  /** `reported` came with the incident; `ordered` is a closure this plan asks for. */
  origin: z.enum(['reported', 'ordered']),
  reasons: z.array(Reason),
})

/** A team whose road is cut, or that leaves vehicles behind for one; with what stands in the way. */
export const BlockedTeam = z.object({
  teamId: z.string(),
  teamName: z.string(),
  /** True when the whole team cannot come; false when only some of its vehicles stay behind. */
  isWhole: z.boolean(),
  reasons: z.array(Reason),
  /** Names of teams that fill the same needs, first arrival first. */
  replacedBy: z.array(z.string()),
})
export type BlockedTeam = z.infer<typeof BlockedTeam>

/** 机动行进方案. */
export const MovementPlan = z.object({
  stagingAreas: z.array(StagingArea),
  /** Least bad places and why each breaks a rule, when no lawful place exists ("无合规集结点"). */
  stagingRefusals: z.array(z.object({ name: z.string(), location: Point, reasons: z.array(Reason) })),
  movements: z.array(Movement),
  /** Empty in older plans. */
  blocked: z.array(BlockedTeam).default([]),
  convoy: z.array(ConvoyPlace),
  closures: z.array(PlannedClosure),
  /** What the route rests on, e.g. `示意路网`. */
  roadData: z.object({ name: z.string(), schematic: z.boolean() }),
})
export type MovementPlan = z.infer<typeof MovementPlan>

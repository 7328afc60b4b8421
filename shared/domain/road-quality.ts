import * as z from 'zod'

const Place = { lng: z.number(), lat: z.number() }

/** A piece of the network that no road joins to the largest one. */
const RoadIsland = z.strictObject({
  roads: z.number().int(),
  lengthM: z.number().int(),
  /** Longest named road of the piece; empty = none of its roads has a name. */
  name: z.string(),
  ...Place,
})

/** An end of a line that lies beside another line without being joined to it. */
const UnjoinedEnd = z.strictObject({
  nodeId: z.string(),
  roadId: z.string(),
  roadName: z.string(),
  besideId: z.string(),
  besideName: z.string(),
  gapM: z.number().int(),
  ...Place,
})

/** Why a place cannot be relied on to be driven to. */
export const OFF_ROAD_REASONS = ['island', 'far', 'trap'] as const

/** A place that the network does not serve. */
const OffRoadPlace = z.strictObject({
  table: z.enum(['teams', 'stores', 'shelters', 'hospitals']),
  id: z.string(),
  name: z.string(),
  /** `island`: its road is not joined to the rest; `far`: no road near; `trap`: one way leads in or out only. */
  reason: z.enum(OFF_ROAD_REASONS),
  /** To the nearest road of the largest piece; null = there is none. */
  gapM: z.number().int().nullable(),
})
export type OffRoadPlace = z.infer<typeof OffRoadPlace>

/** How far a road network can be trusted. Lists hold the first `listed` by weight; the counts beside them are whole. */
export const RoadQuality = z.strictObject({
  /** Hand-drawn: every time over it is an approximation. */
  schematic: z.boolean(),
  roads: z.number().int(),
  nodes: z.number().int(),
  lengthM: z.number().int(),
  /** Pieces that are not joined to each other. */
  components: z.number().int(),
  /** Share of the length that lies in the largest piece, 0 to 1; null = no roads. */
  largestShare: z.number().nullable(),
  islands: z.array(RoadIsland),
  /** Nodes where only one line ends. */
  deadEnds: z.number().int(),
  unjoinedEnds: z.number().int(),
  unjoined: z.array(UnjoinedEnd),
  /** Roads of the largest piece that lead only in or only out. */
  oneWayTraps: z.number().int(),
  traps: z.array(z.strictObject({ roadId: z.string(), name: z.string(), ...Place })),
  /** Shares of the length, 0 to 1, without a value of their own; null = no roads. */
  withoutSpeed: z.number().nullable(),
  withoutClass: z.number().nullable(),
  withoutName: z.number().nullable(),
  duplicateIds: z.number().int(),
  duplicates: z.array(z.string()),
  /** Own teams, stores, shelters and hospitals the network does not serve; all of them. */
  offRoad: z.array(OffRoadPlace),
})
export type RoadQuality = z.infer<typeof RoadQuality>

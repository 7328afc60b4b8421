import * as z from 'zod'
import { INCIDENT_TYPES } from './taxonomy.ts'

const Moment = z.string().min(1)
const Count = z.number().nonnegative()

/**
 * A fact of the incident: a number, a number or range with its source ("at least" = `{min}`), or null = unknown.
 * Unknown is never 0.
 */
export const FactValue = z.union([
  z.number(),
  z.object({
    value: z.number().optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    source: z.string().optional(),
    asOf: Moment.optional(),
  }),
  z.null(),
])
export type FactValue = z.infer<typeof FactValue>

/** Fact keys the planner reads; others are accepted with a finding `fact-unused`. */
export const KNOWN_FACTS = [
  'deaths',
  'seriousInjuries',
  'injured',
  'trapped',
  'missing',
  'affected',
  'peopleAtRisk',
  'peopleToMove',
  'lossCny',
  'burntAreaHa',
  'damagedForestHa',
  'uncontrolledHours',
  'magnitude',
  'focalDepthKm',
  'buildingHeightM',
  'fireFloor',
  'shipTonnage',
  'oilSpillT',
  'floodDepthCm',
  'floodedPoints',
  'floodedAreaM2',
  'rain3hMm',
  'rainForecastMm',
  'usersOutShare',
  'loadShedShare',
  'gridLoadMw',
  'householdsOut',
  'outageHours',
  'collapsedBuildings',
  'poisoned',
  'vehiclesInvolved',
  'fireAreaM2',
  'tunnelLengthM',
  'shaftDepthM',
  'inflowM3h',
  'pressureMpa',
  'pipeDiameterMm',
  'liftsStuck',
] as const
export type KnownFact = (typeof KNOWN_FACTS)[number]

/** Container the substance is in; decides the column of ERG2024 Table 3. */
export const CONTAINERS = [
  'roadTanker',
  'railTank',
  'fixedTank',
  'multipleTonCylinders',
  'tonCylinder',
  'smallCylinder',
  'drum',
  'pipeline',
  'ship',
  'unknown',
] as const
export type Container = (typeof CONTAINERS)[number]

export const HazmatFacts = z.object({
  /** Four digits; null = substance unknown. */
  un: z.string().nullable().optional(),
  container: z.enum(CONTAINERS).optional(),
  quantityT: Count.nullable().optional(),
  spill: z.enum(['small', 'large', 'unknown']).optional(),
  onFire: z.boolean().nullable().optional(),
  phase: z.enum(['gas', 'liquid', 'unknown']).optional(),
  vessel: z.enum(['pressure', 'nonPressure', 'unknown']).optional(),
  plate: z.string().nullable().optional(),
  consignor: z.string().nullable().optional(),
})
export type HazmatFacts = z.infer<typeof HazmatFacts>

const ForecastEntry = z.object({
  at: Moment,
  windFromDeg: z.number().nullable().optional(),
  windSpeedMs: z.number().nullable().optional(),
  rainMm: z.number().nullable().optional(),
  tideM: z.number().nullable().optional(),
})

export const Weather = z.looseObject({
  /** Direction the wind comes from, degrees clockwise from north. */
  windFromDeg: z.number().min(0).max(360).nullable().optional(),
  windSpeedMs: z.number().min(0).max(120).nullable().optional(),
  tempC: z.number().min(-60).max(60).nullable().optional(),
  humidityPercent: z.number().min(0).max(100).nullable().optional(),
  signal: z.enum(['blue', 'yellow', 'orange', 'red']).nullable().optional(),
  signalKind: z.enum(['typhoon', 'rain']).nullable().optional(),
  station: z.string().nullable().optional(),
  asOf: Moment.nullable().optional(),
  forecast: z.array(ForecastEntry).optional(),
})
export type Weather = z.infer<typeof Weather>

export const Geometry = z.object({ type: z.string(), coordinates: z.unknown() })

/** A closed road: a point with radius, a geometry, or a road by its exact name, ref or alias. */
export const Closure = z.object({
  lng: z.number().optional(),
  lat: z.number().optional(),
  radiusM: z.number().nonnegative().optional(),
  geometry: Geometry.optional(),
  road: z.string().optional(),
  reason: z.string().optional(),
  from: Moment.optional(),
  to: Moment.optional(),
})
export type Closure = z.infer<typeof Closure>

export const Responding = z.object({
  teamId: z.string().optional(),
  name: z.string().optional(),
  since: Moment.optional(),
  status: z.enum(['turnedOut', 'enRoute', 'onScene']).optional(),
})
export type Responding = z.infer<typeof Responding>

export const Caller = z.object({
  name: z.string().optional(),
  phone: z.string().optional(),
  said: z.string().optional(),
  at: Moment.optional(),
  verified: z.boolean().optional(),
})

export const TrappedGroup = z.object({
  floor: z.number().optional(),
  room: z.string().optional(),
  people: z.number().int().nonnegative().optional(),
  callBack: z.string().optional(),
  condition: z.string().optional(),
})

export const TyphoonFacts = z.object({
  landfallAt: Moment.nullable().optional(),
  galeFromAt: Moment.nullable().optional(),
  series: z.array(z.object({ at: Moment, lng: z.number(), lat: z.number(), windSpeedMs: z.number() })).optional(),
})

/** Where the incident is; WGS84. */
export const IncidentLocation = z.object({
  lng: z.number().min(-180).max(180),
  lat: z.number().min(-90).max(90),
  address: z.string().optional(),
  uncertaintyM: z.number().nonnegative().optional(),
})

/** Kinds of zones that are drawn from readings. */
export const MEASURED_ZONE_KINDS = ['isolation', 'protective', 'fireIsolation', 'hot', 'warm', 'cold'] as const

/** A zone somebody measured: a radius, or a length with the direction it reaches to; with the reading, who and when. */
export const MeasuredZone = z.object({
  kind: z.enum(MEASURED_ZONE_KINDS),
  radiusM: z.number().positive().max(50_000).optional(),
  lengthM: z.number().positive().max(50_000).optional(),
  /** Direction the zone reaches to, degrees clockwise from north. */
  bearingDeg: z.number().min(0).max(360).optional(),
  /** What was read, e.g. "氨 35 ppm". */
  reading: z.string().optional(),
  at: Moment,
  by: z.string().min(1),
})
export type MeasuredZone = z.infer<typeof MeasuredZone>

/** Kinds of initial zones a person may close once measured ones exist. */
export const CLOSABLE_ZONE_KINDS = ['isolation', 'protective', 'fireIsolation'] as const

/** An initial zone that a person closed: it stays on the map, but no longer binds staging. */
export const ClosedInitialZone = z.object({
  kind: z.enum(CLOSABLE_ZONE_KINDS),
  by: z.string().min(1),
  at: Moment,
  reason: z.string().min(1),
})
export type ClosedInitialZone = z.infer<typeof ClosedInitialZone>

/** What a street can lose (三断). */
export const LOST_LINKS = ['power', 'network', 'road'] as const
export type LostLink = (typeof LOST_LINKS)[number]

/** A street that no longer answers: its name, since when, and what it lost; `lost` absent = all three. */
export const CutOffTown = z.object({
  town: z.string().min(1),
  /** Null or absent = nobody knows; the relief clock then runs from the beginning of the incident. */
  since: Moment.nullable().optional(),
  lost: z.array(z.enum(LOST_LINKS)).min(1).optional(),
})
export type CutOffTown = z.infer<typeof CutOffTown>

/** `incident/1`: what is known about one incident. Everything unknown is absent or null, never 0. */
export const Incident = z.object({
  schema: z.literal('incident/1'),
  mode: z.enum(['real', 'drill', 'tabletop']).default('real'),
  title: z.string().optional(),
  type: z.enum(INCIDENT_TYPES),
  occurredAt: Moment.nullable().optional(),
  receivedAt: Moment.nullable().optional(),
  asOf: Moment.nullable().optional(),
  source: z.string().optional(),
  location: IncidentLocation,
  facts: z.record(z.string(), FactValue).default({}),
  hazmat: HazmatFacts.optional(),
  weather: Weather.optional(),
  callers: z.array(Caller).optional(),
  responding: z.array(Responding).optional(),
  building: z
    .looseObject({
      floors: z.number().optional(),
      stairs: z.number().optional(),
      fireLifts: z.number().optional(),
      refugeFloors: z.array(z.number()).optional(),
      controlRoomPhone: z.string().optional(),
      ladderStands: z.array(z.object({})).optional(),
    })
    .optional(),
  trappedList: z.array(TrappedGroup).optional(),
  typhoon: TyphoonFacts.optional(),
  closures: z.array(Closure).optional(),
  cutOffTowns: z.array(CutOffTown).optional(),
  measuredZones: z.array(MeasuredZone).optional(),
  closedInitialZones: z.array(ClosedInitialZone).optional(),
  unavailable: z.array(z.string().regex(/^(team|vehicle|store|lot|shelter|hospital|carrier|person):.+$/)).optional(),
})
export type Incident = z.infer<typeof Incident>

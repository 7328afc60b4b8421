import * as z from 'zod'
import { Incident } from './incident.ts'
import { CAPABILITIES, INCIDENT_TYPES, VEHICLE_KINDS } from './taxonomy.ts'

/** What can be missed besides a capability, a kind of vehicle or goods. */
export const PLAIN_MISSES = ['firstAction', 'firstEngine', 'shelter', 'bed', 'blocked', 'block', 'refused'] as const
export type PlainMiss = (typeof PLAIN_MISSES)[number]

/** One thing an incident was missed by; `key` names it: `capability:X`, `vehicle:X`, `item:X` or a plain miss. */
export const StressMiss = z.strictObject({
  key: z.string(),
  /** Chinese name of it. */
  name: z.string(),
  /** Units, packs or people missing; null = not counted. */
  missing: z.number().nullable(),
  /** Unit of goods; empty for units of force and for people. */
  unit: z.string(),
})
export type StressMiss = z.infer<typeof StressMiss>

/** One drawn incident and what its plan missed. */
export const StressedIncident = z.strictObject({
  /** Place in the draw, from 0: the same seed draws the same incident there, whatever the number drawn. */
  index: z.number().int(),
  type: z.enum(INCIDENT_TYPES),
  /** Null = in no street: at sea or outside. */
  town: z.string().nullable(),
  lng: z.number(),
  lat: z.number(),
  receivedAt: z.string(),
  night: z.boolean(),
  misses: z.array(StressMiss),
  /** Teams sent, and those that alone fill one of the demands. */
  teams: z.array(z.string()),
  alone: z.array(z.string()),
  /** Seconds from planner time until the first team and the first engine; null = none is sent. */
  firstS: z.number().int().nullable(),
  engineS: z.number().int().nullable(),
})
export type StressedIncident = z.infer<typeof StressedIncident>

/** A share with how many it rests on and its 95 % interval (Wilson 1927); null = of nothing. */
export const CountedShare = z.strictObject({
  part: z.number().int(),
  of: z.number().int(),
  low: z.number().nullable(),
  high: z.number().nullable(),
})
export type CountedShare = z.infer<typeof CountedShare>

/** One more of something, at a place. */
export const Gain = z.strictObject({
  id: z.string(),
  /** The gap it is meant for. */
  key: z.string(),
  what: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('team'), capability: z.enum(CAPABILITIES) }),
    z.strictObject({ kind: z.literal('vehicle'), vehicleKind: z.enum(VEHICLE_KINDS), teamId: z.string() }),
    z.strictObject({ kind: z.literal('station') }),
    z.strictObject({ kind: z.literal('lot'), itemCode: z.string(), unit: z.string(), storeId: z.string() }),
  ]),
  /** Chinese name of what is added. */
  name: z.string(),
  quantity: z.number(),
  /** Chinese name of the street, station or store. */
  at: z.string(),
  town: z.string(),
  lng: z.number(),
  lat: z.number(),
})
export type Gain = z.infer<typeof Gain>

/** What one more of something would close, planned again over the same incidents. */
export const GainWorth = z.strictObject({
  gain: Gain,
  /** Incidents with the gap, and those of them it could close at best. */
  missed: z.number().int(),
  atBest: z.number().int(),
  /** Of the incidents planned again: those that miss it no longer. */
  closed: CountedShare,
  /** Of them: those that still miss it, but less. */
  eased: z.number().int(),
  /** Of them: those that miss something they did not miss before. */
  worse: z.number().int(),
})
export type GainWorth = z.infer<typeof GainWorth>

const Tally = { misses: CountedShare }

/** Where a district breaks, over the drawn incidents. */
export const StressSummary = z.strictObject({
  /** Incidents with at least one miss. */
  missed: CountedShare,
  byMiss: z.array(z.strictObject({ key: z.string(), name: z.string(), ...Tally })),
  byTown: z.array(
    z.strictObject({
      town: z.string().nullable(),
      ...Tally,
      worst: z.array(z.strictObject({ name: z.string(), incidents: z.number().int() })),
    }),
  ),
  byType: z.array(z.strictObject({ type: z.enum(INCIDENT_TYPES), ...Tally })),
  /** Teams by how often they are sent, with how often each alone filled a demand. */
  teams: z.array(z.strictObject({ teamId: z.string(), name: z.string(), sent: CountedShare, alone: z.number().int() })),
  /** Types that have a weight but no place in the data to be drawn over. */
  notDrawn: z.array(z.enum(INCIDENT_TYPES)),
})
export type StressSummary = z.infer<typeof StressSummary>

/** What a run is asked for. */
export const StressQuestion = z.strictObject({
  incidents: z.number().int().min(1).max(10_000),
  seed: z.number().int().min(0).max(4_294_967_295),
  /** `worth` also plans anew with one more of what is missing. */
  mode: z.enum(['misses', 'worth']),
})
export type StressQuestion = z.infer<typeof StressQuestion>

/** `stress/1`: one run. The same question over the same data and parameters gives the same bytes. */
export const StressResult = z.strictObject({
  schema: z.literal('stress/1'),
  question: StressQuestion,
  plannerVersion: z.string(),
  datasetVersion: z.string(),
  parametersVersion: z.string(),
  /** Digest of the contingency plans. */
  libraryVersion: z.string(),
  dataset: z.strictObject({ id: z.string(), name: z.string(), asOf: z.string(), isDemo: z.boolean() }),
  roadsSchematic: z.boolean(),
  summary: StressSummary,
  worth: z.array(GainWorth),
  incidents: z.array(StressedIncident),
})
export type StressResult = z.infer<typeof StressResult>

/** A drawn incident as it was planned: the incident itself, and why each gap is there. */
export const StressEvidence = z.strictObject({
  incident: Incident,
  judged: StressedIncident,
  /** Shortfalls, late arrivals and blocking findings of the plan in words. */
  lines: z.array(z.string()),
})
export type StressEvidence = z.infer<typeof StressEvidence>

import * as z from 'zod'
import { Reason } from '../reason.ts'
import { HEADQUARTERS, INCIDENT_TYPES, WORK_GROUPS } from '../taxonomy.ts'
import { Solver } from './force-plan.ts'
import { NotChosen } from './not-chosen.ts'
import { Assignee, LineShape, Point } from './plan-parts.ts'

/** One thing somebody does by a time. */
export const Action = z.object({
  id: z.string(),
  code: z.string(),
  text: z.string(),
  hq: z.enum(HEADQUARTERS),
  group: z.enum(WORK_GROUPS),
  assignee: Assignee,
  dueAt: z.string(),
  basis: z.array(Reason),
})
export type Action = z.infer<typeof Action>

export const Phase = z.object({
  id: z.string(),
  title: z.string(),
  fromMin: z.number().int(),
  toMin: z.number().int(),
  actions: z.array(Action),
})

export const MustNot = z.object({ code: z.string(), text: z.string(), basis: z.array(Reason) })

export const EVACUATION_MODES = ['evacuate', 'shelterInPlace', 'transfer'] as const

/** What one population point does. Clocks are seconds; times are ISO. */
export const EvacuationAssignment = z.object({
  id: z.string(),
  fromId: z.string(),
  fromName: z.string(),
  people: z.number().int().positive(),
  mode: z.enum(EVACUATION_MODES),
  shelterId: z.string().nullable(),
  shelterName: z.string().nullable(),
  /** `walk` cross-wind, `bus`, `boat`, or `none` for those who stay. */
  means: z.enum(['walk', 'bus', 'boat', 'none']),
  carrierId: z.string().nullable(),
  trips: z.number().int().nonnegative(),
  pickUp: Point.nullable(),
  geometry: LineShape.nullable(),
  personInCharge: z.string(),
  phone: z.string(),
  specialNeeds: z.number().int().nonnegative(),
  cloudArrivesS: z.number().int().nullable(),
  walkOutS: z.number().int().nullable(),
  startBy: z.string(),
  doneBy: z.string(),
  distanceM: z.number().int().nullable(),
  reasons: z.array(Reason),
  /** Shelters near by that take none of these people, nearest first; on the first row of a group only. */
  runnersUp: z.array(NotChosen).optional(),
})
export type EvacuationAssignment = z.infer<typeof EvacuationAssignment>

/** One place inside a row that speaks for several places of a street; both clocks in seconds. */
export const PlaceInGroup = z.object({
  id: z.string(),
  name: z.string(),
  people: z.number().int(),
  cloudArrivesS: z.number().int().nullable(),
  walkOutS: z.number().int(),
  personInCharge: z.string(),
  phone: z.string(),
})
export type PlaceInGroup = z.infer<typeof PlaceInGroup>

/** How people were placed: person-seconds of travel with the price of the shelter, and the bound that proves them. */
export const EvacuationSolver = Solver.extend({ stop: z.enum(['proven']) })
export type EvacuationSolver = z.infer<typeof EvacuationSolver>

/** How long an area takes to clear when every bus reserves its slot on the roads; a timetable without a bound. */
const AreaClearance = z.object({
  area: z.string(),
  people: z.number().int(),
  vehicles: z.number().int(),
  clearedBy: z.string(),
  /** Longest wait of one vehicle for room on a road, seconds. */
  waitS: z.number().int(),
  /** Road with most waiting; empty = none. */
  corridor: z.string(),
})

/** Estimate of people on no list in one street: density times covered ground, less those registered there. */
export const UnlistedPeople = z.object({
  /** Empty = inside the district but in no street's outline. */
  town: z.string(),
  areaKm2: z.number(),
  /** People a square kilometre taken for this hour. */
  perKm2: z.number().int(),
  registered: z.number().int(),
  people: z.number().int().positive(),
})
export type UnlistedPeople = z.infer<typeof UnlistedPeople>

export const EvacuationPlan = z.object({
  population: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      people: z.number().int(),
      reason: z.string(),
      location: Point,
      /** Present when the row stands for several places of one street. */
      places: z.array(PlaceInGroup).optional(),
    }),
  ),
  assignments: z.array(EvacuationAssignment),
  shortfalls: z.array(
    z.object({ fromId: z.string(), people: z.number().int(), reasons: z.array(Reason), remedies: z.array(Reason) }),
  ),
  /** Absent where nobody is placed, and in plans made before it was told. */
  solver: EvacuationSolver.optional(),
  /** Estimated, never part of `population`; absent where nothing is estimated, and in plans made before it was told. */
  unlisted: z.array(UnlistedPeople).optional(),
  /** By street, of those who go by bus. */
  clearance: z.array(AreaClearance).optional(),
  /** Why nobody is listed, when nobody is. */
  note: z.string(),
})
export type EvacuationPlan = z.infer<typeof EvacuationPlan>

/** A hospital that was looked at and not chosen, or not chosen first, and why. */
export const HospitalJudged = z.object({ hospitalId: z.string(), hospitalName: z.string(), reasons: z.array(Reason) })
export type HospitalJudged = z.infer<typeof HospitalJudged>

/** Patients of one kind at one hospital. */
export const CasualtyRow = z.object({
  hospitalId: z.string(),
  hospitalName: z.string(),
  patients: z.number().int(),
  kind: z.string(),
  phone: z.string(),
  reasons: z.array(Reason),
  /** Next best first, at most five; absent in plans made before they were told. */
  runnersUp: z.array(HospitalJudged).optional(),
})
export type CasualtyRow = z.infer<typeof CasualtyRow>

/** Patients of one kind for whom no bed was found. */
export const CasualtyGap = z.object({
  kind: z.string(),
  patients: z.number().int().positive(),
  reasons: z.array(Reason),
  remedies: z.array(Reason),
})
export type CasualtyGap = z.infer<typeof CasualtyGap>

/** 灾情处置方案. */
export const HandlingPlan = z.object({
  phases: z.array(Phase),
  mustNot: z.array(MustNot),
  decisionPoints: z.array(
    z.object({
      id: z.string(),
      question: z.string(),
      trigger: z.string(),
      hq: z.enum(HEADQUARTERS),
      basis: z.array(Reason),
    }),
  ),
  withdrawal: z.object({ signal: z.string(), triggers: z.array(Reason), muster: z.string() }),
  monitoring: z.array(
    z.object({
      what: z.string(),
      where: z.string(),
      everyMin: z.number().int(),
      by: z.string(),
      basis: z.array(Reason),
    }),
  ),
  communications: z.array(
    z.object({ channel: z.string(), use: z.string(), users: z.array(z.string()), fallback: z.string() }),
  ),
  casualties: z.array(CasualtyRow),
  /** Absent in plans made before these were told. */
  casualtyGaps: z.array(CasualtyGap).optional(),
  hospitalsLeftOut: z.array(HospitalJudged).optional(),
  publicMessage: z.object({
    area: z.string(),
    villages: z.array(z.string()),
    channels: z.array(z.string()),
    text: z.string(),
  }),
  secondaries: z.array(
    z.object({ type: z.enum(INCIDENT_TYPES), checks: z.array(z.string()), orders: z.array(z.string()) }),
  ),
  evacuation: EvacuationPlan,
})
export type HandlingPlan = z.infer<typeof HandlingPlan>

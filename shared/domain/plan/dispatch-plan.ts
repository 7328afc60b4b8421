import * as z from 'zod'
import { Incident } from '../incident.ts'
import { Finding, Reason } from '../reason.ts'
import { INCIDENT_TYPES, LEVELS, WORK_GROUPS } from '../taxonomy.ts'
import { TakenDecision } from './alternatives.ts'
import { AUTHORITIES, ForcePlan } from './force-plan.ts'
import { HandlingPlan } from './handling-plan.ts'
import { UnknownInfluence } from './influence.ts'
import { MovementPlan } from './movement-plan.ts'
import { LevelReading } from './level-reading.ts'
import { PlanChange } from './plan-change.ts'
import { PolygonShape } from './plan-parts.ts'

/** One criterion that was met, with the fact that met it. */
export const LevelCriterion = z.object({
  rule: z.string(),
  fact: z.string(),
  value: z.number(),
  level: z.enum(LEVELS),
  text: z.string(),
  source: z.string(),
  evidence: z.string(),
})
export type LevelCriterion = z.infer<typeof LevelCriterion>

/** Event level; `value` null = 险情, no criterion met. With ranges `value` comes from the low ends. */
export const EventLevel = z.object({
  value: z.enum(LEVELS).nullable(),
  criteria: z.array(LevelCriterion),
  upgradeOffers: z.array(Reason),
  range: z.object({ min: z.enum(LEVELS).nullable(), max: z.enum(LEVELS).nullable() }).optional(),
  decidedBy: z.string().optional(),
  /** Facts, known as a range or not at all, that would decide a graver level; absent in plans made before they were kept. */
  undecided: z.array(Reason).optional(),
  /** Every measure of every scale bound to the type, row by row; absent in plans made before they were kept. */
  readings: z.array(LevelReading).optional(),
})
export type EventLevel = z.infer<typeof EventLevel>

export const ResponseLevel = z.object({ value: z.enum(LEVELS), basis: z.array(Reason) })
export type ResponseLevel = z.infer<typeof ResponseLevel>

export const AlarmGrade = z.object({
  kind: z.enum(['fire', 'rescue']),
  grade: z.number().int().min(1).max(5),
  basis: z.array(Reason),
})
export type AlarmGrade = z.infer<typeof AlarmGrade>

/** The incident as planned for: the input plus everything derived from it. */
export const PlannedIncident = Incident.extend({
  type: z.enum(INCIDENT_TYPES),
  plannedAt: z.string(),
  night: z.boolean(),
  sunrise: z.string().nullable(),
  sunset: z.string().nullable(),
  town: z.string().nullable(),
  level: EventLevel,
  majorJeopardy: z.boolean(),
  response: ResponseLevel,
  alarm: AlarmGrade.nullable(),
})
export type PlannedIncident = z.infer<typeof PlannedIncident>

export const ZONE_KINDS = [
  'isolation',
  'protective',
  'fireIsolation',
  'cordon',
  'flood',
  'collapse',
  'hot',
  'warm',
  'cold',
  'burnt',
] as const

/** A zone on the map. `protective` = square with side `lengthM`, the source in the middle of its upwind side. */
export const Zone = z.object({
  id: z.string(),
  kind: z.enum(ZONE_KINDS),
  stage: z.enum(['initial', 'measured']),
  geometry: PolygonShape,
  radiusM: z.number().optional(),
  lengthM: z.number().optional(),
  bearingDeg: z.number().optional(),
  /** True when the table only gives "at least" this distance. */
  atLeast: z.boolean().optional(),
  /** Set when a person closed this initial zone: drawn, but no longer binding for staging. */
  closed: z.object({ by: z.string(), at: z.string(), reason: z.string() }).optional(),
  basis: z.object({ source: z.string(), row: z.string() }),
  reasons: z.array(Reason),
})
export type Zone = z.infer<typeof Zone>

/** An order for minutes 0 to 5: whom to ring, with which number, in which words. */
export const FirstOrder = z.object({
  id: z.string(),
  call: z.string(),
  phone: z.string(),
  words: z.string(),
  why: z.string(),
  hq: z.enum(['administrative', 'tactical']),
  dueAt: z.string(),
  /** The team that is rung, and what for; absent when a person or a plant is rung. */
  teamId: z.string().optional(),
  capability: z.string().optional(),
  /** The post that is rung, which has the action card; absent when a team or an office is, and in plans made before it was kept. */
  post: z.string().optional(),
  /** How that team may be called; absent when no team is rung, and in plans made before it was kept. */
  authority: z.enum(AUTHORITIES).optional(),
})
export type FirstOrder = z.infer<typeof FirstOrder>

export const MatchedContingencyPlan = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  /** Version of the plan that was used; the incident keeps it. Absent in plans made before versions were kept. */
  version: z.string().optional(),
  /** SHA-256 (hex) of the plan's canonical JSON: opens it as it was, also when the library has a newer version. */
  contentHash: z.string().optional(),
  /** Special command body of the plan, its lead unit and member units; absent in plans made before they were kept. */
  body: z.string().optional(),
  leadUnit: z.string().optional(),
  memberUnits: z.array(z.string()).optional(),
  /** Why it applies and stands before the next; of a plan that is not used, what stands against it. */
  reasons: z.array(Reason),
})
export type MatchedContingencyPlan = z.infer<typeof MatchedContingencyPlan>

export const PostHolder = z.object({
  post: z.string(),
  title: z.string(),
  personId: z.string(),
  name: z.string(),
  phone: z.string(),
  deputy: z.object({ personId: z.string(), name: z.string(), phone: z.string() }).nullable(),
  onDuty: z.boolean(),
})
export type PostHolder = z.infer<typeof PostHolder>

export const WorkGroupDuty = z.object({
  code: z.enum(WORK_GROUPS),
  name: z.string(),
  lead: PostHolder.nullable(),
  people: z.array(z.object({ personId: z.string(), name: z.string(), phone: z.string() })),
  tasks: z.array(z.string()),
  /** Unit that leads the group and the units in it; absent in plans made before they were kept. */
  leadUnit: z.string().optional(),
  memberUnits: z.array(z.string()).optional(),
})

/** A special command body ("1+X") that a matched contingency plan names. */
export const CommandBody = z.object({
  name: z.string(),
  leadUnit: z.string(),
  memberUnits: z.array(z.string()),
  planId: z.string(),
  planTitle: z.string(),
  /** True for the one body that leads; the others take part. */
  leads: z.boolean(),
  reasons: z.array(Reason),
})
export type CommandBody = z.infer<typeof CommandBody>

export const HeadquartersPlan = z.object({
  /** Of the administrative headquarters only: the bodies that run it, the leading one first. */
  bodies: z.array(CommandBody).optional(),
  commander: PostHolder.nullable(),
  posts: z.array(PostHolder),
  workGroups: z.array(WorkGroupDuty),
  actionIds: z.array(z.string()),
})
export type HeadquartersPlan = z.infer<typeof HeadquartersPlan>

export const ReportDue = z.object({
  kind: z.enum(['initial', 'followUp', 'final']),
  to: z.string(),
  dueAt: z.string(),
  basis: z.array(Reason),
})
export type ReportDue = z.infer<typeof ReportDue>

/** Something not known that would change the plan; `influence` stands where its effect was tried. */
export const Unknown = z.object({
  fact: z.string(),
  name: z.string(),
  wouldChange: z.array(z.string()),
  influence: UnknownInfluence.optional(),
})
export type Unknown = z.infer<typeof Unknown>

export const TraceEntry = z.object({ stage: z.string(), read: z.array(z.string()), notes: z.array(z.string()) })
export type TraceEntry = z.infer<typeof TraceEntry>

/** `dispatch-plan/1`: the three plans for both headquarters from one incident. */
/** A parameter that was not the shipped one when the plan was made. */
export const ParameterOverride = z.object({
  /** Dotted path in the parameters. */
  path: z.string(),
  name: z.string(),
  unit: z.string(),
  value: z.number(),
  shipped: z.number(),
})
export type ParameterOverride = z.infer<typeof ParameterOverride>

export const DispatchPlan = z.object({
  schema: z.literal('dispatch-plan/1'),
  plannerVersion: z.string(),
  parametersVersion: z.string(),
  /** Absent when all parameters are the shipped ones. */
  parameterOverrides: z.array(ParameterOverride).optional(),
  datasetVersion: z.string(),
  problemHash: z.string(),
  /** Present when a commander chose an alternative. */
  decision: TakenDecision.optional(),
  incident: PlannedIncident,
  contingencyPlans: z.array(MatchedContingencyPlan),
  /** Plans of this type that do not apply here and now, with why; absent in plans made before they were kept. */
  contingencyPlansNotUsed: z.array(MatchedContingencyPlan).optional(),
  zones: z.array(Zone),
  firstOrders: z.array(FirstOrder),
  forcePlan: ForcePlan,
  movementPlan: MovementPlan,
  handlingPlan: HandlingPlan,
  headquarters: z.object({
    administrative: HeadquartersPlan,
    tactical: HeadquartersPlan.extend({ discretion: z.array(z.object({ code: z.string(), text: z.string() })) }),
  }),
  reports: z.array(ReportDue),
  unknowns: z.array(Unknown),
  findings: z.array(Finding),
  trace: z.array(TraceEntry),
  /** Differences to the plan that was in force, with reasons; absent on a first plan. */
  changes: z.array(PlanChange).optional(),
})
export type DispatchPlan = z.infer<typeof DispatchPlan>

import * as z from 'zod'
import { ContingencyPlan, PLAN_KINDS } from '../domain/contingency-plan.ts'
import { PLAN_CHANGES, PLAN_ORIGINS, PLAN_STATES } from '../domain/plan-library.ts'
import { INCIDENT_TYPES } from '../domain/taxonomy.ts'
import { query } from './define.ts'

/** How near a version's review is: later than 90 days, within 90 days, or its day has passed. */
export const REVIEW_DUE = ['later', 'soon', 'passed'] as const

/** One version of a contingency plan in the library, as it stands. */
export const LibraryVersion = z.strictObject({
  planId: z.string(),
  version: z.number().int().positive(),
  /** Counts what was done to this version; a change names the one it was based on. */
  revision: z.number().int().positive(),
  state: z.enum(PLAN_STATES),
  /** The version the planner runs now. */
  running: z.boolean(),
  origin: z.enum(PLAN_ORIGINS),
  /** Came with the program and nobody here has approved it: 起始模板（未经本地批准、未备案）. */
  starter: z.boolean(),
  title: z.string(),
  kind: z.enum(PLAN_KINDS),
  types: z.array(z.enum(INCIDENT_TYPES)),
  /** Regions and towns of its scope; empty = everywhere. */
  region: z.string(),
  /** The version the plan's own text names, e.g. `1.1.0`. */
  label: z.string(),
  issuer: z.string(),
  reviewBy: z.string(),
  reviewDue: z.enum(REVIEW_DUE),
  /** SHA-256 of the plan's canonical JSON: what it says, whatever it is called. */
  contentHash: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  note: z.string(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type LibraryVersion = z.infer<typeof LibraryVersion>

/** One thing done to a version: who, when, from which state to which, why. */
export const LibraryEvent = z.strictObject({
  planId: z.string(),
  version: z.number().int().positive(),
  revision: z.number().int().positive(),
  change: z.enum(PLAN_CHANGES),
  from: z.enum(PLAN_STATES).nullable(),
  to: z.enum(PLAN_STATES),
  at: z.string(),
  who: z.string(),
  role: z.string(),
  reason: z.string(),
  /** Number of the approving or filing document; empty when there is none. */
  document: z.string(),
  title: z.string(),
  contentHash: z.string(),
})
export type LibraryEvent = z.infer<typeof LibraryEvent>

/** A version with what it says, as a typed plan and as the text it was written in. */
export const LibraryPlan = z.strictObject({
  version: LibraryVersion,
  plan: ContingencyPlan,
  /** YAML. */
  text: z.string(),
})
export type LibraryPlan = z.infer<typeof LibraryPlan>

/** The library of contingency plans (预案库). */
export const libraryContract = {
  /** Versions by plan and newest first; each filter left out means all. `versions: newest` = one line a plan. */
  list: query({
    input: z.strictObject({
      versions: z.enum(['newest', 'running', 'all']).default('newest'),
      kind: z.enum(PLAN_KINDS).optional(),
      state: z.enum(PLAN_STATES).optional(),
      type: z.enum(INCIDENT_TYPES).optional(),
      /** A word of the plan's regions or towns. */
      region: z.string().optional(),
      due: z.enum(REVIEW_DUE).optional(),
      /** A part of title or id. */
      text: z.string().optional(),
    }),
    output: z.array(LibraryVersion),
    topics: ['library'],
  }),
  /**
   * One version: the one in force when none is named, else the newest. `contentHash` opens a plan exactly as a stored
   * dispatch plan was made with it. Refused with `not-found`.
   */
  get: query({
    input: z.strictObject({
      planId: z.string(),
      version: z.number().int().positive().optional(),
      contentHash: z.string().optional(),
    }),
    output: LibraryPlan,
    topics: ['library'],
  }),
  /** What was done to all versions of a plan, the newest first. */
  history: query({
    input: z.strictObject({ planId: z.string() }),
    output: z.array(LibraryEvent),
    topics: ['library'],
  }),
}

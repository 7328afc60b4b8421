import * as z from 'zod'
import { DECISION_CODES, PlanCriteria, TriedDecision } from '../domain/plan/alternatives.ts'
import { DispatchPlan, Unknown } from '../domain/plan/dispatch-plan.ts'
import { Finding, Reason } from '../domain/reason.ts'
import { CoverWeight } from './cover-weight.ts'
import { command, query } from './define.ts'
import { PlanProgress } from './plan-progress.ts'

/** A stored plan version. */
export const PlanVersion = z.strictObject({
  incidentId: z.string(),
  version: z.number().int().positive(),
  /** Revision of the incident's facts it was made from. */
  incidentRevision: z.number().int(),
  createdAt: z.string(),
  elapsedMs: z.number(),
  plan: DispatchPlan,
})
export type PlanVersion = z.infer<typeof PlanVersion>

/** A version and where it stands with the two headquarters. */
const StandingVersion = z.strictObject({
  opId: z.string(),
  version: z.number().int(),
  contentHash: z.string(),
  standing: z.enum(['approved', 'open', 'rejected']),
})

/** Dispatch plans of incidents. */
export const planContract = {
  /**
   * Builds the three plans from the present facts and stores them as the next version. A version after the first keeps
   * what the newest one says unless a rule forbids it or changing is worth its price, and lists its changes; `fresh` plans
   * as if there were none, `keepAll` takes no team back.
   */
  build: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: z.string(),
      fresh: z.boolean().optional(),
      keepAll: z.boolean().optional(),
      /** Changes of the newest version that an officer does not accept; the next is made again from the version in force. */
      declined: z
        .strictObject({ version: z.number().int().positive(), changes: z.array(z.string()).min(1) })
        .optional(),
      /** The alternative a commander chose over the plan in force. */
      decision: z.enum(DECISION_CODES).optional(),
    }),
    output: z.strictObject({ version: z.number().int(), elapsedMs: z.number(), findings: z.array(Finding) }),
    changes: ['plans', 'incidents', 'journal'],
  }),
  /**
   * Stops a build under way. A draft that was made already becomes the version, marked as not proven; without one there
   * is none and the build is refused as `cancelled`. Alternatives and influences under way are stopped too and keep
   * nothing. Stopping what has ended does nothing.
   */
  cancel: command({
    input: z.strictObject({ commandId: z.uuid(), requestId: z.string() }),
    output: z.strictObject({ cancelled: z.boolean(), draftKept: z.boolean() }),
    changes: [],
  }),
  /** Builds under way, in the order they were asked for: for a window that was not there when they began. */
  running: query({ input: z.strictObject({}), output: z.array(PlanProgress), topics: [] }),
  /** The draft of a build under way, under the number it would get; null before it is made and after the build ended. */
  draft: query({
    input: z.strictObject({ incidentId: z.string(), requestId: z.string() }),
    output: PlanVersion.nullable(),
    topics: ['plans'],
  }),
  /** How much the cover left at home counts in the next plan of this incident. */
  coverWeight: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: CoverWeight,
    topics: ['journal'],
  }),
  /** Chooses that weight for all later plans of the incident; null goes back to the shipped one. Recorded with who chose it. */
  setCoverWeight: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: z.string(),
      valueS: z.number().int().nonnegative().nullable(),
    }),
    output: z.strictObject({ valueS: z.number() }),
    changes: ['journal'],
  }),
  /** The version people work by, and the newer one that is to be decided or was not accepted. */
  standing: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: z.strictObject({ inForce: StandingVersion.nullable(), newest: StandingVersion.nullable() }),
    topics: ['plans', 'orders', 'journal'],
  }),
  /** The latest version, or null before the first build. */
  latest: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: PlanVersion.nullable(),
    topics: ['plans'],
  }),
  /** One kept version as it was made; an unknown version is refused with `not-found`. */
  version: query({
    input: z.strictObject({
      incidentId: z.string(),
      version: z.number().int().positive(),
      /** Which, where two seats gave the same number; that in force when it is not said. */
      opId: z.string().optional(),
    }),
    output: PlanVersion,
    topics: ['plans'],
  }),
  /** Alternatives to the plan in force, made when they are asked for; `conflict` when facts or library are newer. */
  alternatives: query({
    input: z.strictObject({
      incidentId: z.string(),
      version: z.number().int().positive(),
      count: z.number().int().min(1).max(6),
      /** Name under which it is followed and, with `plan.cancel`, stopped; without one it is neither. */
      requestId: z.uuid().optional(),
    }),
    output: z.strictObject({
      version: z.number().int(),
      criteria: PlanCriteria,
      alternatives: z.array(
        z.strictObject({
          decision: z.enum(DECISION_CODES),
          title: z.string(),
          reasons: z.array(Reason),
          criteria: PlanCriteria,
        }),
      ),
      tried: z.array(TriedDecision),
      verdict: Reason.nullable(),
    }),
    topics: ['incidents', 'library'],
  }),
  /** What each unknown would change in the plan in force, the weightiest first. */
  influence: query({
    input: z.strictObject({
      incidentId: z.string(),
      version: z.number().int().positive(),
      /** As in `alternatives`. */
      requestId: z.uuid().optional(),
    }),
    output: z.strictObject({ version: z.number().int(), unknowns: z.array(Unknown) }),
    topics: ['incidents', 'library'],
  }),
  versions: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: z.array(
      z.strictObject({
        version: z.number().int(),
        createdAt: z.string(),
        incidentRevision: z.number().int(),
        findings: z.number().int(),
        opId: z.string(),
        /** Four signs of the seat that made it. */
        mark: z.string(),
        /** False once another version names it as replaced. */
        isHead: z.boolean(),
      }),
    ),
    topics: ['plans'],
  }),
}

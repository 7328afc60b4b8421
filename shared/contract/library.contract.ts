import * as z from 'zod'
import { ContingencyPlan, PLAN_KINDS } from '../domain/contingency-plan.ts'
import { PLAN_CHANGES, PLAN_ORIGINS, PLAN_STATES } from '../domain/plan-library.ts'
import { Reason } from '../domain/reason.ts'
import { INCIDENT_TYPES } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

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
  /** Runs although nobody here has approved it, because the program or a data set brought it; `note` says which: 起始模板（未经本地批准、未备案）. */
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

/** Something wrong in the text of a plan: line and column from 1, field, and what to do. */
export const PlanProblem = z.strictObject({
  code: z.enum(['plan-invalid', 'plan-formula-invalid']),
  line: z.number().int().positive(),
  column: z.number().int().positive(),
  /** Dotted path of the field; empty for the whole text. */
  path: z.string(),
  value: z.string(),
  message: z.string(),
})
export type PlanProblem = z.infer<typeof PlanProblem>

/** Something that stands against approving a plan, and what to do about it. */
export const ApprovalObjection = z.strictObject({
  code: z.string(),
  path: z.string(),
  message: z.string(),
  remedy: z.string(),
})
export type ApprovalObjection = z.infer<typeof ApprovalObjection>

/** One difference between two versions; a field that is not there is null. */
export const LibraryDifference = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  /** Part of the plan: one of `DIFF_PARTS` of the planner, e.g. `posts`, `actions`, `demands`. */
  part: z.string(),
  chapter: z.string().nullable(),
  key: z.string(),
  title: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})
export type LibraryDifference = z.infer<typeof LibraryDifference>

/** One place where a searched word stands. */
export const LibraryHit = z.strictObject({
  planId: z.string(),
  version: z.number().int().positive(),
  title: z.string(),
  state: z.enum(PLAN_STATES),
  running: z.boolean(),
  /** Dotted path in the plan, e.g. `chapters.0.phases.1.actions.3`. */
  path: z.string(),
  /** The text of that place. */
  line: z.string(),
})
export type LibraryHit = z.infer<typeof LibraryHit>

/** One line of two dispatch plans side by side; null = that plan does not have it. */
const OrderComparison = z.strictObject({
  kind: z.enum(['same', 'added', 'removed', 'changed']),
  key: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
})

/** What a plan would order in an incident: `before` with the library in force, `after` with this plan in it. */
export const LibraryTrial = z.strictObject({
  planId: z.string(),
  incidentId: z.string(),
  incidentRevision: z.number().int(),
  /** False when type, scope, season or circumstances keep it out of this incident. */
  applies: z.boolean(),
  reasons: z.array(Reason),
  /** All plans that apply with it, the most specific first. */
  contingencyPlans: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  actions: z.array(OrderComparison),
  mustNots: z.array(OrderComparison),
  demands: z.array(OrderComparison),
  firstOrders: z.array(OrderComparison),
  assignments: z.array(OrderComparison),
  findings: z.array(OrderComparison),
})
export type LibraryTrial = z.infer<typeof LibraryTrial>

/** The version a change is based on: another revision meanwhile is refused with `plan-stale`. */
const Based = {
  commandId: z.uuid(),
  planId: z.string(),
  version: z.number().int().positive(),
  revision: z.number().int().positive(),
}

/** Who does it, as it stands in the record. */
const Who = { who: z.string().trim().min(1).max(60), reason: z.string().trim().min(1).max(500) }

/** Number of the document that says so. */
const DocumentNumber = z.string().trim().max(120)

/** Where a version stands after a change. */
const Changed = z.strictObject({
  planId: z.string(),
  version: z.number().int().positive(),
  revision: z.number().int().positive(),
  state: z.enum(PLAN_STATES),
})

/** A text of 10 MB in base64 and no more comes this far; what of it may be a plan is decided where it is read. */
const FileContent = z.string().max(14_000_000)

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
  /** Versions in force whose review date has passed or comes within 90 days, the most urgent first. */
  overdue: query({ input: z.strictObject({}), output: z.array(LibraryVersion), topics: ['library'] }),
  /** Where words stand in the plans; two characters are enough, several words must stand in one place. */
  search: query({
    input: z.strictObject({
      text: z.string().max(200),
      versions: z.enum(['running', 'all']).default('running'),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.array(LibraryHit),
    topics: ['library'],
  }),
  /** How one version differs from another. */
  diff: query({
    input: z.strictObject({
      planId: z.string(),
      before: z.number().int().positive(),
      after: z.number().int().positive(),
    }),
    output: z.array(LibraryDifference),
    topics: ['library'],
  }),
  /** Reads a text without keeping it: the plan, or what is wrong with it, and what would stand against approving it. */
  check: query({
    input: z.strictObject({ text: z.string() }),
    output: z.strictObject({
      plan: ContingencyPlan.nullable(),
      problems: z.array(PlanProblem),
      objections: z.array(ApprovalObjection),
    }),
    topics: ['library'],
  }),
  /** What stands against approving a stored version; empty = it may be approved. */
  approvalProblems: query({
    input: z.strictObject({ planId: z.string(), version: z.number().int().positive() }),
    output: z.array(ApprovalObjection),
    topics: ['library'],
  }),
  /**
   * Keeps a draft. `base` null begins a plan of a new id; a draft as base is saved again; any other version is the base
   * of a new draft. Refused with `plan-invalid` or `plan-formula-invalid` (every problem in `value`), or `plan-stale`.
   */
  saveDraft: command({
    input: z.strictObject({
      commandId: z.uuid(),
      base: z
        .strictObject({
          planId: z.string(),
          version: z.number().int().positive(),
          revision: z.number().int().positive(),
        })
        .nullable(),
      /** YAML as written, or the plan of a form. */
      content: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('text'), text: z.string() }),
        z.strictObject({ kind: z.literal('form'), plan: z.unknown() }),
      ]),
      who: Who.who,
      /** What was changed and why. */
      note: z.string().trim().max(500),
    }),
    output: Changed,
    changes: ['library', 'journal'],
  }),
  /** Draft → review. */
  submit: command({ input: z.strictObject({ ...Based, ...Who }), output: Changed, changes: ['library', 'journal'] }),
  /** Review → draft. */
  withdraw: command({ input: z.strictObject({ ...Based, ...Who }), output: Changed, changes: ['library', 'journal'] }),
  /**
   * Review → approved: from now on the planner runs it, and the version it ran before is superseded. A starter may be
   * approved as it is. Refused with `plan-not-ready` and the objections in `value`.
   */
  approve: command({
    input: z.strictObject({ ...Based, ...Who, document: DocumentNumber }),
    output: Changed,
    changes: ['library', 'journal'],
  }),
  /** Approved → filed, with whom and under which number. */
  file: command({
    input: z.strictObject({
      ...Based,
      ...Who,
      document: DocumentNumber.min(1),
      filedWith: z.string().trim().min(1).max(120),
    }),
    output: Changed,
    changes: ['library', 'journal'],
  }),
  /** Any state → superseded: it is kept and no longer run. */
  supersede: command({ input: z.strictObject({ ...Based, ...Who }), output: Changed, changes: ['library', 'journal'] }),
  /** What a text or a stored version would order in an incident, beside what is ordered without it. Nothing is stored. */
  testRun: query({
    input: z.strictObject({
      plan: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('text'), text: z.string() }),
        z.strictObject({ kind: z.literal('version'), planId: z.string(), version: z.number().int().positive() }),
      ]),
      incidentId: z.string(),
    }),
    output: LibraryTrial,
    topics: ['library', 'incidents'],
  }),
  /** One version as one file. */
  exportOne: query({
    input: z.strictObject({ planId: z.string(), version: z.number().int().positive() }),
    output: z.strictObject({ fileName: z.string(), text: z.string() }),
    topics: ['library'],
  }),
  /** One file (UTF-8 or GB18030, base64) as a new draft; a bad one is refused with line and reason. */
  importOne: command({
    input: z.strictObject({ commandId: z.uuid(), fileName: z.string().max(300), base64: FileContent, who: Who.who }),
    output: Changed,
    changes: ['library', 'journal'],
  }),
}

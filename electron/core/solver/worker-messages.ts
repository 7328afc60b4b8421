import * as z from 'zod'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { PLAN_STAGES } from '#shared/domain/plan/plan-stages.ts'
import { ERROR_CODES } from '#shared/kernel/app-error.ts'
import type { PlanningProblem } from '#shared/planner/problem.ts'

/** The large parts of a problem, which stay the same from plan to plan: the worker keeps the last of each. */
export const KEPT_PARTS = ['dataset', 'hazmat', 'library'] as const
export type KeptPart = (typeof KEPT_PARTS)[number]
export type KeptParts = Pick<PlanningProblem, KeptPart>

/** Parts on their way to the worker: of the data set only the lists that changed. */
export type SentParts = Partial<Omit<KeptParts, 'dataset'>> & { readonly dataset?: Partial<KeptParts['dataset']> }

/** A problem without what the worker keeps and without the solver, which it has itself. */
export type SentProblem = Omit<PlanningProblem, KeptPart | 'solver'>

/** Both ends are this program and the values were checked where they came in: only that they are objects is checked. */
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null

/** What the core asks of its planner worker. One plan at a time; the next is sent when the last was answered. */
export const ToWorker = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('warmUp') }),
  z.strictObject({
    kind: z.literal('plan'),
    job: z.number().int(),
    /** Parts, and lists of the data set, that changed since the last problem. */
    kept: z.custom<SentParts>(isObject),
    problem: z.custom<SentProblem>(isObject),
  }),
])
export type ToWorker = z.infer<typeof ToWorker>

const Plan = z.custom<DispatchPlan>(isObject)

/** What the planner worker answers. Whether a plan is one is checked where it is kept or shown. */
export const FromWorker = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stage'),
    job: z.number().int(),
    effort: z.enum(['draft', 'exact']),
    stage: z.enum(PLAN_STAGES),
  }),
  z.strictObject({ kind: z.literal('draft'), job: z.number().int(), plan: Plan }),
  z.strictObject({ kind: z.literal('done'), job: z.number().int(), plan: Plan }),
  /** Refused by the planner; `report` is null for a bug, which `text` then tells. */
  z.strictObject({
    kind: z.literal('failed'),
    job: z.number().int(),
    report: z
      .strictObject({ code: z.enum(ERROR_CODES), message: z.string(), path: z.string(), value: z.unknown() })
      .nullable(),
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('log'), where: z.string(), text: z.string() }),
])
export type FromWorker = z.infer<typeof FromWorker>

import * as z from 'zod'
import { LESSON_STATES } from '../command/after-action/lessons.ts'
import {
  CorrectedEntry,
  Deviation,
  OrderPercentile,
  RecordFlaw,
  StayedUnknown,
  StockUsed,
  TargetRow,
} from '../domain/after-action.ts'
import { LESSON_KINDS, LESSON_VERDICTS, LessonProposed } from '../domain/command/lesson.ts'
import { PaperDocument } from '../domain/paper-document.ts'
import { command, query } from './define.ts'
import { OrderRow } from './orders.contract.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)
const Words = z.string().trim().max(500)

/** The measured chain of one order. */
const ReviewedOrder = z.strictObject({
  orderId: z.string(),
  number: z.string(),
  hq: OrderRow.shape.order.shape.hq,
  receiver: z.string(),
  teamId: z.string().nullable(),
  state: OrderRow.shape.state,
  chain: OrderRow.shape.chain.readonly(),
})

/** An incident looked back on. */
export const AfterActionReview = z.strictObject({
  callAt: z.string().nullable(),
  targets: z.array(TargetRow).readonly(),
  orders: z.array(ReviewedOrder).readonly(),
  percentiles: z.array(OrderPercentile).readonly(),
  deviations: z.array(Deviation).readonly(),
  stock: z.array(StockUsed).readonly(),
  unknowns: z.array(StayedUnknown).readonly(),
  flaws: z.array(RecordFlaw).readonly(),
  corrections: z.array(CorrectedEntry).readonly(),
  /** Versions of the plan whose content is not on this machine (yet): nothing is compared with them. */
  missingVersions: z.array(z.number().int()).readonly(),
})
export type AfterActionReview = z.infer<typeof AfterActionReview>

/** A lesson with the incident it comes from and what was decided. */
export const LessonRow = LessonProposed.extend({
  opId: z.string(),
  incidentId: IncidentId,
  /** Number and title of the incident. */
  number: z.string(),
  title: z.string(),
  mode: z.enum(['real', 'drill', 'tabletop']),
  proposedAt: z.string(),
  who: z.string(),
  state: z.enum(LESSON_STATES),
  verdicts: z.array(
    z.strictObject({
      opId: z.string(),
      verdict: z.enum(LESSON_VERDICTS),
      note: z.string(),
      who: z.string(),
      at: z.string(),
    }),
  ),
  basis: z.array(z.string()).readonly(),
})
export type LessonRow = z.infer<typeof LessonRow>

/** 总结评估: an incident against its targets and its plan, and what is to be learnt from it. */
export const reviewContract = {
  get: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: AfterActionReview,
    topics: ['incidents', 'plans', 'orders', 'headquarters', 'board', 'reports', 'journal'],
  }),
  /** Lessons over all incidents, or of one, or about one target or kind; the newest first. */
  lessons: query({
    input: z.strictObject({
      incidentId: IncidentId.optional(),
      targetId: z.string().min(1).optional(),
      kind: z.enum(LESSON_KINDS).optional(),
    }),
    output: z.array(LessonRow),
    topics: ['reviews', 'incidents'],
  }),
  /** Asks for a change of a plan, a rule or a stock level, or keeps a conclusion for training. */
  proposeLesson: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      kind: z.enum(LESSON_KINDS),
      text: Words.min(1, '请写明发现的问题'),
      targetId: z.string().max(200),
      targetName: Words,
      change: Words,
      evidence: z.array(z.string().min(1)).max(50),
    }),
    output: z.strictObject({ lessonId: z.string() }),
    changes: ['reviews', 'journal'],
  }),
  /** Accepts or rejects a lesson; also settles decisions made apart. Rejecting needs a note. */
  settleLesson: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      lessonId: z.string().min(1),
      basis: z.array(z.string()).min(1),
      verdict: z.enum(LESSON_VERDICTS),
      note: Words,
    }),
    output: z.strictObject({}),
    changes: ['reviews', 'journal'],
  }),
  /** 总结评估报告 as it stands now. */
  document: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: PaperDocument,
    topics: ['incidents', 'plans', 'orders', 'headquarters', 'board', 'reports', 'journal', 'reviews'],
  }),
}

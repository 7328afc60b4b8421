import * as z from 'zod'
import { HEADQUARTERS, LEVELS } from '../taxonomy.ts'
import { PHASES } from './life-ops.ts'
import { ACTS } from './rights.ts'
import { REQUEST_KINDS } from './request.ts'

/** A live order as it is handed over. */
const SummaryOrder = z.strictObject({
  number: z.string(),
  receiver: z.string(),
  text: z.string(),
  /** The next moment something is due of it; null = nothing is. */
  dueAt: z.string().nullable(),
  /** Seconds late when the summary was made; null = not late. */
  lateS: z.number().int().nullable(),
})

/** What one incident leaves to whoever takes over. */
export const IncidentSummaryForHandover = z.strictObject({
  incidentId: z.string(),
  number: z.string(),
  title: z.string(),
  mode: z.enum(['real', 'drill', 'tabletop']),
  receivedAt: z.string(),
  /** Levels in force: an officer's before the computed one. Null = no level (险情). */
  eventLevel: z.enum(LEVELS).nullable(),
  responseLevel: z.enum(LEVELS),
  /** Absent in summaries made before it was told. */
  phase: z.enum(PHASES).optional(),
  planVersion: z.number().int().nullable(),
  /** Who commands by accepted handovers: nobody, one, or several who took over apart. */
  commandedBy: z.array(z.strictObject({ name: z.string(), unit: z.string(), hq: z.enum(HEADQUARTERS).nullable() })),
  orders: z.array(SummaryOrder),
  requests: z.array(
    z.strictObject({
      from: z.enum(HEADQUARTERS),
      kind: z.enum(REQUEST_KINDS),
      text: z.string(),
      state: z.string(),
      dueAt: z.string().nullable(),
    }),
  ),
  /** Discretionary acts on which a word is still due. */
  acts: z.array(
    z.strictObject({ act: z.enum(ACTS), to: z.string(), officer: z.string(), at: z.string(), state: z.string() }),
  ),
  /** Names of facts that are not known and would change the plan. */
  unknowns: z.array(z.string()),
  /** Reports upward that are still due. */
  reports: z.array(z.strictObject({ kind: z.string(), to: z.string(), dueAt: z.string() })),
})
export type IncidentSummaryForHandover = z.infer<typeof IncidentSummaryForHandover>

/** What both sides of a handover sign: made from the record at one moment, then never changed. */
export const HandoverSummary = z.strictObject({
  schema: z.literal('handover-summary/1'),
  madeAt: z.string(),
  incidents: z.array(IncidentSummaryForHandover),
})
export type HandoverSummary = z.infer<typeof HandoverSummary>

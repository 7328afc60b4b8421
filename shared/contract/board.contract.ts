import * as z from 'zod'
import { Board } from '../domain/command/board.ts'
import { StatusSaid, SUBJECT_KINDS, TrappedChanged, WordTakenBack } from '../domain/command/status.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

/** A minute of the incident in which something was recorded, to go back to. */
export const BoardMoment = z.strictObject({
  /** The last operation of that minute. */
  opId: z.string(),
  /** When it was recorded, by the clock of the seat. */
  at: z.string(),
  entries: z.number().int().positive(),
  /** The entry that stands for the minute, as a sentence. */
  text: z.string(),
})
export type BoardMoment = z.infer<typeof BoardMoment>

/** One word behind a row, also one that no longer counts. */
export const RowWord = z.strictObject({
  opId: z.string(),
  kind: z.enum(['said', 'step', 'issued']),
  /** As stated, and when and by whom it was entered. */
  at: z.string(),
  recordedAt: z.string(),
  recordedBy: z.string(),
  text: z.string(),
  counts: z.boolean(),
})
export type RowWord = z.infer<typeof RowWord>

/** The status board: where everything is, what it does, since when, who said so and how old that is. */
export const boardContract = {
  /** The board now, or as it stood after one operation of the record. @throws `not-found` for an unknown operation. */
  get: query({
    input: z.strictObject({ incidentId: IncidentId, until: z.string().nullable() }),
    output: Board,
    topics: ['board', 'orders', 'plans', 'incidents'],
  }),
  /** Minutes of the incident that something was recorded in, the earliest first. */
  moments: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.array(BoardMoment),
    topics: ['board', 'orders', 'plans', 'incidents', 'journal'],
  }),
  /** Every word about one row, the newest stated time first. */
  words: query({
    input: z.strictObject({ incidentId: IncidentId, kind: z.enum([...SUBJECT_KINDS, 'trapped']), id: z.string() }),
    output: z.array(RowWord),
    topics: ['board', 'orders'],
  }),
  /** Logs one word as somebody said it. @throws `bad-time` when it lies ahead of the clock, `unknown-reference`. */
  say: command({
    input: z.strictObject({ commandId: CommandId, incidentId: IncidentId, word: StatusSaid }),
    output: z.strictObject({ opId: z.string() }),
    changes: ['board', 'journal'],
  }),
  /** Logs how one line of the list of the trapped stands. As `say`. */
  sayTrapped: command({
    input: z.strictObject({ commandId: CommandId, incidentId: IncidentId, line: TrappedChanged }),
    output: z.strictObject({ opId: z.string() }),
    changes: ['board', 'journal'],
  }),
  /** Takes a word back that was logged wrongly, with nothing in its place; it stays in the record. */
  takeBack: command({
    input: z.strictObject({ commandId: CommandId, incidentId: IncidentId, ...WordTakenBack.shape }),
    output: z.strictObject({ opId: z.string() }),
    changes: ['board', 'journal'],
  }),
} as const

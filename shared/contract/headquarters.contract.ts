import * as z from 'zod'
import { ACT_ANSWERS, DiscretionActed, PlanLineChange } from '../domain/command/discretion.ts'
import { REQUEST_ANSWERS, REQUEST_KINDS, RequestMade, RequestWants } from '../domain/command/request.ts'
import { ACTS, Right } from '../domain/command/rights.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)
/** The operations that stood last on the screen when the step was taken: an answer over newer ones is refused. */
const Basis = z.array(z.string()).min(1)
const Words = z.string().trim().max(300)
const Required = Words.min(1, '请填写')
const Moment = z.iso.datetime({ offset: true, error: '请写明日期、时间和时区，例如 2026-07-14T10:24:00+08:00' })

const Word = z.strictObject({ opId: z.string(), text: z.string(), officer: z.string(), saidAt: z.string() })
const ActWords = z.array(Word.extend({ kind: z.enum([...ACT_ANSWERS, 'explained']) })).readonly()
const RequestWords = z.array(Word.extend({ kind: z.enum([...REQUEST_ANSWERS, 'fulfilled', 'withdrawn']) })).readonly()

/** What a thread between the headquarters shows besides what opened it. */
const threadOf = { opId: z.string(), recordedAt: z.string(), basis: z.array(z.string()).readonly() } as const

/** A discretionary act with what was said about it. */
export const DiscretionAct = DiscretionActed.extend({
  ...threadOf,
  state: z.enum(['waiting', 'ratified', 'objected', 'explained', 'contested']),
  words: ActWords,
  standing: ActWords,
})
export type DiscretionAct = z.infer<typeof DiscretionAct>

/** A request between the headquarters with what was said about it. */
export const HeadquartersRequest = RequestMade.extend({
  ...threadOf,
  state: z.enum(['waiting', ...REQUEST_ANSWERS, 'fulfilled', 'withdrawn', 'contested']),
  words: RequestWords,
  standing: RequestWords,
  orderIds: z.array(z.string()).readonly(),
  planVersions: z.array(z.number().int()).readonly(),
})
export type HeadquartersRequest = z.infer<typeof HeadquartersRequest>

/** Something of an incident that waits for the calling headquarters. */
export const Waiting = z.strictObject({
  kind: z.enum(['ratify', 'explain', 'settle', 'request', 'handover']),
  id: z.string(),
  /** Null: it belongs to no incident, such as a change of shift. */
  incidentId: IncidentId.nullable(),
  number: z.string(),
  text: z.string(),
  since: z.string(),
  dueAt: z.string().nullable(),
})
export type Waiting = z.infer<typeof Waiting>

const Named = z.strictObject({ commandId: CommandId, incidentId: IncidentId })

/** What passes between the administrative and the tactical headquarters of an incident. */
export const headquartersContract = {
  /** Who decides what, as configured. */
  rights: query({ input: z.strictObject({}), output: z.array(Right), topics: ['library'] }),
  /** What waits for the calling headquarters over all incidents, the oldest first. */
  waiting: query({ input: z.strictObject({}), output: z.array(Waiting), topics: ['headquarters', 'incidents'] }),
  /** Discretionary acts of an incident, the oldest first. */
  acts: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.array(DiscretionAct),
    topics: ['headquarters'],
  }),
  /** The tactical headquarters acts at once; `at` null = now. */
  act: command({
    input: Named.extend({
      act: z.enum(ACTS),
      at: Moment.nullable().default(null),
      trigger: Required,
      from: Words,
      to: Required,
      reason: Required,
      teamIds: z.array(z.string()).default([]),
      orderIds: z.array(z.string()).default([]),
      change: PlanLineChange.nullable().default(null),
    }),
    output: z.strictObject({ actId: z.string() }),
    changes: ['headquarters', 'board', 'journal'],
  }),
  /** The administrative headquarters ratifies or objects; an objection needs a note. Also settles answers given apart. */
  answerAct: command({
    input: Named.extend({
      actId: z.string().min(1),
      basis: Basis,
      answer: z.enum(ACT_ANSWERS),
      note: Words.default(''),
    }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
  /** The tactical headquarters answers an objection. */
  explainAct: command({
    input: Named.extend({ actId: z.string().min(1), basis: Basis, text: Required }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
  /** Requests of an incident in both directions, the oldest first. */
  requests: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.array(HeadquartersRequest),
    topics: ['headquarters', 'orders'],
  }),
  /** The calling headquarters asks the other. */
  request: command({
    input: Named.extend({
      kind: z.enum(REQUEST_KINDS),
      text: Required,
      wants: RequestWants.default({ capability: null, quantity: null, place: '' }),
      dueAt: Moment.nullable().default(null),
      act: z.enum(ACTS).nullable().default(null),
    }),
    output: z.strictObject({ requestId: z.string() }),
    changes: ['headquarters', 'journal'],
  }),
  /** The asked headquarters answers; anything but a plain yes needs a note. Also settles answers given apart. */
  answerRequest: command({
    input: Named.extend({
      requestId: z.string().min(1),
      basis: Basis,
      answer: z.enum(REQUEST_ANSWERS),
      note: Words.default(''),
    }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
  /** The asked headquarters says by which orders or plan the request is carried out. */
  fulfilRequest: command({
    input: Named.extend({
      requestId: z.string().min(1),
      basis: Basis,
      orderIds: z.array(z.string()).default([]),
      planVersion: z.number().int().nullable().default(null),
      note: Words.default(''),
    }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
  /** The asking headquarters needs it no longer. */
  withdrawRequest: command({
    input: Named.extend({ requestId: z.string().min(1), basis: Basis, reason: Required }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
}

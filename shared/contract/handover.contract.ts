import * as z from 'zod'
import {
  HANDOVER_ANSWERS,
  HANDOVER_MATTERS,
  HANDOVER_WAYS,
  HandoverOffered,
  HandoverSide,
} from '../domain/command/handover.ts'
import { HandoverSummary } from '../domain/command/handover-summary.ts'
import { command, query } from './define.ts'
import { PersonName } from './duty.contract.ts'

const Words = z.string().trim().max(300)
const Side = HandoverSide.extend({ name: PersonName, unit: z.string().trim().max(60).default('') })

const Word = z.strictObject({
  opId: z.string(),
  kind: z.enum([...HANDOVER_ANSWERS, 'withdrawn']),
  name: z.string(),
  text: z.string(),
  saidAt: z.string(),
})

/** An offer of a handover, what was said to it, and the summary it rests on; null when its text is not on this machine. */
export const Handover = HandoverOffered.extend({
  opId: z.string(),
  recordedAt: z.string(),
  basis: z.array(z.string()).readonly(),
  state: z.enum(['offered', ...HANDOVER_ANSWERS, 'withdrawn', 'contested']),
  words: z.array(Word).readonly(),
  standing: z.array(Word).readonly(),
  summary: HandoverSummary.nullable(),
})
export type Handover = z.infer<typeof Handover>

/** What is handed over: the command of one incident, or (null) the shift of the calling headquarters. */
const Scope = { matter: z.enum(HANDOVER_MATTERS), incidentId: z.string().min(1).nullable() } as const
const Named = z.strictObject({
  commandId: z.uuid(),
  incidentId: z.string().min(1).nullable(),
  handoverId: z.string().min(1),
  basis: z.array(z.string()).min(1),
})

/** Handover of command and of shift: one side offers, the other accepts; nothing is ever handed over by one word alone. */
export const handoverContract = {
  /** The summary as it would be offered now. */
  preview: query({
    input: z.strictObject(Scope),
    output: HandoverSummary,
    topics: ['headquarters', 'orders', 'incidents', 'plans', 'reports'],
  }),
  /** Handovers of the command of an incident and of shifts, the oldest first, and who commands by those accepted. */
  list: query({
    input: z.strictObject({ incidentId: z.string().min(1) }),
    output: z.strictObject({
      command: z.array(Handover),
      shift: z.array(Handover),
      holders: z.array(HandoverSide.extend({ handoverId: z.string(), since: z.string() })),
    }),
    topics: ['headquarters'],
  }),
  /** Offers. A shift is offered by the officer on duty; a command by a headquarters, or for somebody outside whose word came in. */
  offer: command({
    input: z.strictObject({
      commandId: z.uuid(),
      ...Scope,
      outgoing: Side,
      incoming: Side,
      via: z.enum(HANDOVER_WAYS),
      note: Words.default(''),
    }),
    output: z.strictObject({ handoverId: z.string() }),
    changes: ['headquarters', 'journal'],
  }),
  /** The incoming side's own word, under its own name and on the summary it was shown. */
  answer: command({
    input: Named.extend({
      answer: z.enum(HANDOVER_ANSWERS),
      name: PersonName,
      via: z.enum(HANDOVER_WAYS).default('console'),
      note: Words.default(''),
      summaryHash: z.string(),
    }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
  /** The offering side takes its offer back. */
  withdraw: command({
    input: Named.extend({ reason: Words.min(1, '请写明理由') }),
    output: z.strictObject({}),
    changes: ['headquarters', 'journal'],
  }),
}

import * as z from 'zod'
import { HEADQUARTERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'
import { FactsHead, PlanHead } from './incident.contract.ts'

/** The incident something is about, for people. */
const About = z.strictObject({ incidentId: z.string(), number: z.string(), title: z.string() })

const ContestedOrder = z.strictObject({
  /** Operation that issued it: what a settlement names. */
  opId: z.string(),
  orderId: z.string(),
  number: z.string(),
  incident: About,
  hq: z.enum(HEADQUARTERS),
  issuer: z.string(),
  issuedAt: z.string(),
  text: z.string(),
  /** Four signs of the machine that issued it, and its name; empty when it has none. */
  mark: z.string(),
  seatName: z.string(),
  /** An earlier settlement overruled it. */
  isOverruled: z.boolean(),
})

/** A team that machines sent without knowing of each other. */
export const ContestedTeam = z.strictObject({
  teamId: z.string(),
  teamName: z.string(),
  phone: z.string(),
  orders: z.array(ContestedOrder),
  /** Settlements made apart that do not agree. */
  settlements: z.array(
    z.strictObject({
      opId: z.string(),
      who: z.string(),
      reason: z.string(),
      at: z.string(),
      mark: z.string(),
      stands: z.array(z.string()),
    }),
  ),
  heads: z.array(z.string()),
})
export type ContestedTeam = z.infer<typeof ContestedTeam>

const ContestedFacts = About.extend({
  heads: z.array(FactsHead),
  /** Fields that are not the same in all, with the value of each head; null where it has none. */
  differences: z.array(z.strictObject({ path: z.string(), values: z.array(z.string().nullable()) })),
})
export type ContestedFacts = z.infer<typeof ContestedFacts>

const ContestedPlan = About.extend({
  heads: z.array(PlanHead),
  /** Names of the teams that only this one of them sends, in the order of the heads. */
  onlyHere: z.array(z.array(z.string())),
})
export type ContestedPlan = z.infer<typeof ContestedPlan>

/** What two machines decided apart, and who settles it. Nothing settles itself, and nothing runs out. */
export const contestsContract = {
  list: query({
    input: z.strictObject({}),
    output: z.strictObject({
      teams: z.array(ContestedTeam),
      facts: z.array(ContestedFacts),
      plans: z.array(ContestedPlan),
    }),
    topics: ['orders', 'incidents', 'plans', 'system'],
  }),
  /**
   * Says which orders of a team stand; the others are withdrawn. `heads` are all that the officer saw: when there are more
   * by now it is refused as `conflict`.
   */
  settle: command({
    input: z.strictObject({
      commandId: z.uuid(),
      teamId: z.string().min(1),
      heads: z.array(z.string()).min(1),
      stands: z.array(z.string()),
      who: z.string().trim().min(1, '请填写姓名').max(60),
      reason: z.string().trim().min(1, '请写明理由').max(300),
    }),
    output: z.strictObject({ withdrawn: z.number().int(), restored: z.number().int() }),
    changes: ['orders', 'incidents', 'board', 'journal'],
  }),
  /** Takes one of the facts or plans written apart as the one in force: it becomes a new revision or version that replaces all. */
  keep: command({
    input: z.strictObject({
      commandId: z.uuid(),
      incidentId: z.string().min(1),
      of: z.enum(['facts', 'plan']),
      heads: z.array(z.string()).min(1),
      stands: z.string(),
      who: z.string().trim().min(1, '请填写姓名').max(60),
    }),
    output: z.strictObject({ label: z.number().int() }),
    changes: ['incidents', 'plans', 'orders', 'journal'],
  }),
} as const

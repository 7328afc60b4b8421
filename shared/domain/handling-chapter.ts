import * as z from 'zod'
import { EVIDENCE_MARKS, HEADQUARTERS, INCIDENT_TYPES, WORK_GROUPS } from './taxonomy.ts'

const Basis = z.strictObject({ source: z.string(), evidence: z.enum(EVIDENCE_MARKS) })

/**
 * Condition under which a template applies: a safe formula of facts (same grammar as demand formulas), e.g.
 * `onFire == true` or `trapped > 0`. Absent = always.
 */
const When = z.string().optional()

/** One action of a contingency plan before it has a person and a clock. `{…}` in texts is filled from facts. */
export const ActionTemplate = z.strictObject({
  code: z.string(),
  text: z.string(),
  hq: z.enum(HEADQUARTERS),
  group: z.enum(WORK_GROUPS),
  /** Minutes after planner time by which it is done. */
  dueMin: z.number().int().nonnegative(),
  /** Done before this as well, where its hour is known and still ahead: nobody works outdoors in a gale. */
  before: z.enum(['gale']).optional(),
  when: When,
  basis: Basis,
})
export type ActionTemplate = z.infer<typeof ActionTemplate>

const Statement = z.strictObject({ code: z.string(), text: z.string(), when: When, basis: Basis })

/** The handling part of a contingency plan for some of its incident types; all wording is our own. */
export const HandlingChapter = z.strictObject({
  id: z.string(),
  title: z.string(),
  types: z.array(z.enum(INCIDENT_TYPES)).min(1),
  phases: z
    .array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        fromMin: z.number().int(),
        toMin: z.number().int(),
        actions: z.array(ActionTemplate),
      }),
    )
    .min(1),
  mustNot: z.array(Statement),
  decisionPoints: z.array(
    z.strictObject({
      id: z.string(),
      question: z.string(),
      trigger: z.string(),
      hq: z.enum(HEADQUARTERS),
      when: When,
      basis: Basis,
    }),
  ),
  withdrawal: z.strictObject({ signal: z.string(), triggers: z.array(Statement), muster: z.string() }),
  monitoring: z.array(
    z.strictObject({
      what: z.string(),
      where: z.string(),
      everyMin: z.number().int(),
      by: z.string(),
      when: When,
      basis: Basis,
    }),
  ),
  communications: z.array(
    z.strictObject({ channel: z.string(), use: z.string(), users: z.array(z.string()), fallback: z.string() }),
  ),
  /**
   * First calls of minutes 0 to 5: `post`, `capability` or `agency` says whom to ring; `agency` is a word in the name of
   * the organisation or of its duty team, e.g. 海事.
   */
  firstOrders: z.array(
    z.strictObject({
      id: z.string(),
      to: z.strictObject({
        post: z.string().optional(),
        capability: z.string().optional(),
        agency: z.string().optional(),
        nearest: z.boolean().optional(),
      }),
      words: z.string(),
      why: z.string(),
      hq: z.enum(HEADQUARTERS),
      dueMin: z.number().int(),
      when: When,
    }),
  ),
  /** The notice; the first variant whose condition holds takes the place of `text`. */
  publicMessage: z.strictObject({
    channels: z.array(z.string()),
    text: z.string(),
    variants: z.array(z.strictObject({ when: z.string(), text: z.string() })).optional(),
  }),
  secondaries: z.array(
    z.strictObject({
      type: z.enum(INCIDENT_TYPES),
      checks: z.array(z.string()),
      orders: z.array(z.string()),
      when: When,
    }),
  ),
  /** Experts wanted, by hazard type or specialty. */
  experts: z.array(z.string()),
})
export type HandlingChapter = z.infer<typeof HandlingChapter>

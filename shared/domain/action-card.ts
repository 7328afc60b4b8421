import * as z from 'zod'
import { EVIDENCE_MARKS, INCIDENT_TYPES, LEVELS } from './taxonomy.ts'

/** What a card is: one post's duties, a trade's manual, a transfer guide or a communications plan. */
export const CARD_KINDS = ['post', 'manual', 'transfer', 'communications'] as const

/** Trades with a typhoon manual: 港口、化工、建筑工地、学校、医院、景区和农家乐、渔船、水库山塘、地下空间、客运. */
export const CARD_TRADES = [
  'port',
  'chemical',
  'construction',
  'school',
  'hospital',
  'scenic',
  'fishing',
  'reservoir',
  'underground',
  'passenger',
] as const

/** Longest text of one step, characters; a longer one is not read at 3 a.m. (design rule). */
const STEP_CHARS = 40
/** Most steps of a card (design rule: one A5 page). */
const STEPS = 7
/** The first step is done within this many seconds, without the screen (design rule). */
const FIRST_STEP_S = 30

/** Names that a card may use in braces, e.g. `{staging}`; filled from the plan in force. */
export const CARD_TEXTS = [
  'place',
  'town',
  'type',
  'staging',
  'commandPost',
  'channel',
  'signal',
  'muster',
  'who',
  'phone',
] as const

const CardWords = z
  .string()
  .min(1)
  .refine(
    (words) => [...words.matchAll(/\{(\w*)\}/g)].every(([, name]) => CARD_TEXTS.some((known) => known === name)),
    { error: `花括号里只能写 ${CARD_TEXTS.join('、')}` },
  )

const CardStep = z.strictObject({
  text: CardWords.max(STEP_CHARS),
  /** Words to say on the radio or telephone. */
  radio: CardWords.optional(),
  /** Done within so many seconds after the order. */
  withinS: z.number().int().positive().optional(),
})

/** `action-card/1`: what one holder does, in at most seven steps; all wording is our own. */
export const ActionCard = z.strictObject({
  schema: z.literal('action-card/1'),
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: z.string().min(1),
  kind: z.enum(CARD_KINDS),
  /** Post, work group (`G_…`) or field post that holds the card; null = kept by trade or topic. */
  post: z.string().min(1).nullable(),
  trade: z.enum(CARD_TRADES).nullable(),
  /** Incident types it is for; empty = any. */
  types: z.array(z.enum(INCIDENT_TYPES)),
  /** Response level it is for; null = any. */
  responseLevel: z.enum(LEVELS).nullable(),
  steps: z
    .array(CardStep)
    .min(1)
    .max(STEPS)
    .refine(([first]) => first?.withinS !== undefined && first.withinS <= FIRST_STEP_S, {
      error: '第一步必须写明 withinS 且不超过30秒',
    }),
  mustNots: z.array(CardWords).max(3),
  /** Posts to turn to, in order; the roster gives name and telephone. */
  contacts: z.array(z.string()),
  basis: z.array(z.strictObject({ source: z.string().min(1), evidence: z.enum(EVIDENCE_MARKS) })).min(1),
  version: z.string().min(1),
  /** Day by which it is looked at again. */
  reviewBy: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
})
export type ActionCard = z.infer<typeof ActionCard>

/** One file of cards that belong together, e.g. all of one post. */
export const ActionCardFile = z.strictObject({ cards: z.array(ActionCard).min(1) })

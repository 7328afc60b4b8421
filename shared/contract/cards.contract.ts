import * as z from 'zod'
import { CARD_KINDS, CARD_TRADES } from '../domain/action-card.ts'
import { PaperDocument } from '../domain/paper-document.ts'
import { EVIDENCE_MARKS, HEADQUARTERS, INCIDENT_TYPES, LEVELS } from '../domain/taxonomy.ts'
import { query } from './define.ts'

/** A card in a list. */
export const CardHead = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(CARD_KINDS),
  post: z.string().nullable(),
  /** Name of the post in words; empty where the card is kept by trade or topic. */
  postName: z.string(),
  trade: z.enum(CARD_TRADES).nullable(),
  types: z.array(z.enum(INCIDENT_TYPES)),
  responseLevel: z.enum(LEVELS).nullable(),
  version: z.string(),
  reviewBy: z.string(),
})
export type CardHead = z.infer<typeof CardHead>

/** Somebody to turn to. Name and number are null where the roster names nobody, or no incident is chosen. */
const CardContact = z.strictObject({
  post: z.string(),
  title: z.string(),
  name: z.string().nullable(),
  phone: z.string().nullable(),
})
export type CardContact = z.infer<typeof CardContact>

/** What the plan in force says that belongs on the card. */
export const CARD_FACTS = ['place', 'staging', 'commandPost', 'channel', 'fallback', 'signal', 'muster'] as const

/** A card filled from the plan in force. */
export const FilledCard = CardHead.extend({
  /** What it was filled from; null = no incident was chosen. */
  incident: z
    .strictObject({
      incidentId: z.string(),
      number: z.string(),
      title: z.string(),
      mode: z.enum(['real', 'drill', 'tabletop']),
      /** Version of the plan; null = there is none yet. */
      planVersion: z.number().int().nullable(),
    })
    .nullable(),
  steps: z.array(
    z.strictObject({
      text: z.string(),
      radio: z.string().nullable(),
      /** Seconds after the order; null = no limit. */
      withinS: z.number().int().nullable(),
    }),
  ),
  mustNots: z.array(z.string()),
  /** Who holds the card now. */
  holder: CardContact.nullable(),
  contacts: z.array(CardContact),
  /** Null = the plan does not say; empty without an incident. */
  facts: z.array(z.strictObject({ key: z.enum(CARD_FACTS), value: z.string().nullable() })),
  basis: z.array(z.strictObject({ source: z.string(), evidence: z.enum(EVIDENCE_MARKS) })),
  /** The whole card as plain text, ready to copy. */
  plainText: z.string(),
})
export type FilledCard = z.infer<typeof FilledCard>

const IncidentChoice = z.string().nullable()
/** Post on the roster that holds the card, such as `STREET_DUTY:霞浦街道`; null = the card's own. */
const HeldBy = z.string().nullable().default(null)
/** Headquarters whose holder is meant where both have the post or group; null = either. */
const HeldAt = z.enum(HEADQUARTERS).nullable().default(null)

/** Action cards (处置卡): looked up, found for an order, made into paper. */
export const cardsContract = {
  /** Cards that fit every given wish, by kind, title and id. `text` is matched in titles, steps, must-nots and numbers. */
  list: query({
    input: z.strictObject({
      text: z.string().default(''),
      kind: z.enum(CARD_KINDS).nullable().default(null),
      post: z.string().nullable().default(null),
      trade: z.enum(CARD_TRADES).nullable().default(null),
      type: z.enum(INCIDENT_TYPES).nullable().default(null),
      level: z.enum(LEVELS).nullable().default(null),
    }),
    output: z.strictObject({
      cards: z.array(CardHead),
      /** Cards in the library. */
      total: z.number().int(),
      /** Posts that have a card, to choose from. */
      posts: z.array(z.strictObject({ post: z.string(), name: z.string() })),
    }),
    topics: ['library'],
  }),
  /** One card; filled from the incident's plan when one is given. */
  get: query({
    input: z.strictObject({ id: z.string().min(1), incidentId: IncidentChoice, post: HeldBy, hq: HeldAt }),
    output: FilledCard,
    topics: ['library', 'incidents', 'plans'],
  }),
  /** The card for an order, first order or post of the plan in force: null = nobody wrote one. */
  forOrder: query({
    input: z.strictObject({
      incidentId: z.string(),
      /** Work group of the order; empty where it has none. */
      group: z.string(),
      post: HeldBy,
      hq: HeldAt,
    }),
    output: FilledCard.nullable(),
    topics: ['library', 'incidents', 'plans'],
  }),
  /** Cards as paper, one A5 sheet each, in the order given. */
  document: query({
    input: z.strictObject({
      ids: z.array(z.string().min(1)).min(1).max(500),
      incidentId: IncidentChoice,
      post: HeldBy,
      hq: HeldAt,
    }),
    output: PaperDocument,
    topics: ['library', 'incidents', 'plans'],
  }),
  /** Channels, call signs and fall-backs of the plan in force as A5 sheets. */
  communications: query({
    input: z.strictObject({ incidentId: z.string() }),
    output: PaperDocument,
    topics: ['incidents', 'plans'],
  }),
}

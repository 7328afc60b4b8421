import { CARD_TEXTS, type ActionCard } from '../../domain/action-card.ts'
import type { CARD_FACTS, CardContact, CardHead, FilledCard } from '../../contract/cards.contract.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import { fillText, type PlanTexts } from '../../planner/handling/fill-text.ts'
import { TYPE_NAMES } from '../../planner/people/type-names.ts'
import { holderOf, plainPost, postName } from './card-names.ts'
import { cardText } from './card-text.ts'

/** What a card is filled from: the incident and, where there is one, its plan in force. */
export interface CardCircumstances {
  readonly incident: FilledCard['incident']
  readonly plan: DispatchPlan | null
  /** Post for which the card was asked, such as `STREET_DUTY:霞浦街道`; null = as the card says. */
  readonly post: string | null
  /** Headquarters whose holder is meant where both have the post; null = either. */
  readonly hq: Headquarters | null
}

/** Stands between the places of a fact. */
export const PLACE_MARK = '；'

type FactKey = (typeof CARD_FACTS)[number]

/** Words for what a card leaves open where no plan says it. */
const OPEN_TEXTS: Readonly<Record<(typeof CARD_TEXTS)[number], string>> = {
  place: '〔事发地〕',
  town: '〔街道〕',
  type: '〔灾种〕',
  staging: '〔集结点〕',
  commandPost: '〔现场指挥部〕',
  channel: '〔频道〕',
  signal: '〔撤离信号〕',
  muster: '〔集合点〕',
  who: '〔持卡人〕',
  phone: '〔电话〕',
}

/** Head of a card for lists. */
export function headOf(card: ActionCard, cards: readonly ActionCard[]): CardHead {
  const { id, title, kind, post, trade, types, responseLevel, version, reviewBy } = card
  const name = post === null ? '' : postName(cards, post)
  return { id, title, kind, post, postName: name, trade, types: [...types], responseLevel, version, reviewBy }
}

/**
 * Fills a card from the plan in force: placeholders, who holds it, whom to turn to with which number, and where, on which
 * channel and at which signal. What the plan does not say stays open and is marked so; nothing is guessed.
 */
export function fillCard(card: ActionCard, cards: readonly ActionCard[], circumstances: CardCircumstances): FilledCard {
  const { incident, plan, post, hq } = circumstances
  const held = post ?? card.post
  const holder = held === null ? null : contactOf(held, cards, circumstances)
  const values = plan === null ? NO_FACTS : factsOf(plan, card, { holder, hq })
  const texts = plan === null ? OPEN_TEXTS : textsOf(plan, values, holder)
  const filled = {
    ...headOf(card, cards),
    incident,
    steps: card.steps.map(({ text, radio, withinS }) => ({
      text: fillText(text, texts),
      radio: radio === undefined ? null : fillText(radio, texts),
      withinS: withinS ?? null,
    })),
    mustNots: card.mustNots.map((line) => fillText(line, texts)),
    holder,
    contacts: card.contacts.map((contact) => contactOf(contact, cards, circumstances)),
    facts: incident === null ? [] : FACT_ORDER.map((key) => ({ key, value: values[key] })),
    basis: card.basis.map((entry) => ({ ...entry })),
  }
  return { ...filled, plainText: cardText(filled) }
}

const FACT_ORDER = ['place', 'staging', 'commandPost', 'channel', 'fallback', 'signal', 'muster'] as const
const NO_FACTS: Readonly<Record<FactKey, null>> = {
  place: null,
  staging: null,
  commandPost: null,
  channel: null,
  fallback: null,
  signal: null,
  muster: null,
}

function contactOf(
  post: string,
  cards: readonly ActionCard[],
  { plan, hq }: Pick<CardCircumstances, 'plan' | 'hq'>,
): CardContact {
  const holder = plan === null ? null : holderOf(plan, post, hq)
  return {
    post,
    title: holder?.title ?? postName(cards, post),
    name: holder?.name ?? null,
    phone: holder === null || holder.phone === '' ? null : holder.phone,
  }
}

/** Who holds the card, and at which headquarters it was asked for. */
interface Held {
  readonly holder: CardContact | null
  readonly hq: Headquarters | null
}

function factsOf(plan: DispatchPlan, card: ActionCard, held: Held): Readonly<Record<FactKey, string | null>> {
  const { handlingPlan, incident } = plan
  const line = channelOf(plan, card, held)
  const { lng, lat, address } = incident.location
  const written = (address ?? '').trim()
  return {
    place: written === '' ? `${incident.town ?? ''}（${lng.toFixed(4)}, ${lat.toFixed(4)}）` : written,
    staging: namesOf(plan, 'staging'),
    commandPost: namesOf(plan, 'commandPost'),
    channel: line?.channel ?? null,
    fallback: line?.fallback ?? null,
    signal: wordsOrNull(handlingPlan.withdrawal.signal),
    muster: wordsOrNull(handlingPlan.withdrawal.muster),
  }
}

function wordsOrNull(words: string): string | null {
  return words === '' ? null : words
}

function namesOf(plan: DispatchPlan, kind: 'staging' | 'commandPost'): string | null {
  const names = plan.movementPlan.stagingAreas.filter((area) => area.kind === kind).map(({ name }) => name)
  return names.length === 0 ? null : names.join(PLACE_MARK)
}

/** The channel whose users name the holder; else that of the holder's headquarters, on which orders are given. */
function channelOf(
  plan: DispatchPlan,
  card: ActionCard,
  { holder, hq }: Held,
): DispatchPlan['handlingPlan']['communications'][number] | null {
  const rows = plan.handlingPlan.communications
  const title = `${holder?.title ?? ''} ${card.title}`
  const own = rows.find(({ users }) => users.some((user) => !/指挥部$/.test(user) && title.includes(user)))
  const post = plainPost(holder?.post ?? card.post ?? '')
  const isTactical =
    hq === 'tactical' ||
    (hq === null && plan.headquarters.tactical.posts.some((entry) => plainPost(entry.post) === post))
  const house = isTactical ? '战术指挥部' : '行政指挥部'
  return own ?? rows.find(({ users }) => users.includes(house)) ?? null
}

function textsOf(
  plan: DispatchPlan,
  values: Readonly<Record<FactKey, string | null>>,
  holder: CardContact | null,
): PlanTexts {
  const { place, staging, commandPost, channel, signal, muster } = values
  const known: Readonly<Record<(typeof CARD_TEXTS)[number], string | null>> = {
    place,
    staging,
    commandPost,
    channel,
    signal,
    muster,
    town: plan.incident.town,
    type: TYPE_NAMES[plan.incident.type],
    who: holder?.name ?? null,
    phone: holder?.phone ?? null,
  }
  return Object.fromEntries(CARD_TEXTS.map((key) => [key, known[key] ?? OPEN_TEXTS[key]]))
}

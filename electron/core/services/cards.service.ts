import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { FilledCard } from '#shared/contract/cards.contract.ts'
import { CARD_KINDS, type ActionCard } from '#shared/domain/action-card.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { sortedBy } from '#shared/kernel/order.ts'
import { findCard } from '#shared/planner/library/find-card.ts'
import { cardDocument } from '#shared/text/documents/card-document.ts'
import { CARD_KIND_NAMES, plainPost, postName } from '#shared/text/documents/card-names.ts'
import { communicationsDocument } from '#shared/text/documents/communications-document.ts'
import { fillCard, headOf, type CardCircumstances } from '#shared/text/documents/fill-card.ts'
import type { WriteDb } from '../db/db-types.ts'
import type { LibrarySource } from './library-source.ts'
import type { IncidentLog } from './command/incident-log.ts'
import { existingIncident } from './incident.service.ts'
import { readInForce } from './plan-in-force.ts'

/** Action cards: looked up, found for an order, made into paper. */
export type CardsService = AppHandlers['cards']

/** What the cards service works with. */
export interface CardsServiceParts {
  readonly db: WriteDb
  readonly log: IncidentLog
  readonly library: LibrarySource
  readonly actionCards: () => readonly ActionCard[]
}

/** Builds the cards service. Cards are filled from the plan in force at every question: a card never shows an older one. */
export function createCardsService(core: CardsServiceParts): CardsService {
  const cardOf = (id: string): ActionCard => {
    const card = core.actionCards().find((candidate) => candidate.id === id)
    if (card !== undefined) return card
    throw new AppError('not-found', `没有编号为“${id}”的处置卡；请从处置卡列表中选择`, { path: 'id', value: id })
  }
  const around = (incidentId: string | null, held: Pick<CardCircumstances, 'post' | 'hq'>): CardCircumstances => {
    if (incidentId === null) return { incident: null, plan: null, ...held }
    const { summary } = existingIncident(core.db, incidentId)
    const { number, title, mode } = summary
    // Paper and cards follow the plan people work by, not one that is still to be decided.
    const { basis, version } = readInForce(core, { incidentId })
    const incident = { incidentId, number, title, mode, planVersion: version }
    return { incident, plan: basis.inForce?.plan ?? null, ...held }
  }
  const filled = (id: string, circumstances: CardCircumstances): FilledCard =>
    fillCard(cardOf(id), core.actionCards(), circumstances)

  return {
    list: (wish) => {
      const cards = core.actionCards()
      const fitting = cards.filter((card) => fits(card, wish))
      const posts = [...new Set(cards.flatMap(({ post }) => post ?? []))]
      return {
        cards: sortedBy(fitting, (card) => [CARD_KINDS.indexOf(card.kind), card.id]).map((card) => headOf(card, cards)),
        total: cards.length,
        posts: posts.map((post) => ({ post, name: postName(cards, post) })),
      }
    },
    get: ({ id, incidentId, post, hq }) => filled(id, around(incidentId, { post, hq })),
    forOrder: ({ incidentId, group, post, hq }) => {
      const circumstances = around(incidentId, { post: null, hq })
      const { plan } = circumstances
      if (plan === null) return null
      const holder = { group, ...(post === null ? {} : { post }) }
      const card = findCard(core.actionCards(), holder, plan.incident.type, plan.incident.response.value)
      if (card === undefined) return null
      // A card found by its group is the group's, not the asked post's.
      const isOwn = post !== null && card.post === plainPost(post)
      return fillCard(card, core.actionCards(), { ...circumstances, post: isOwn ? post : null })
    },
    document: ({ ids, incidentId, post, hq }) => {
      const circumstances = around(incidentId, { post, hq })
      const cards = ids.map((id) => filled(id, circumstances))
      return cardDocument(cards, nameOf(cards))
    },
    communications: ({ incidentId }) => {
      const { incident, plan } = around(incidentId, { post: null, hq: null })
      if (incident === null || plan === null) {
        throw new AppError('not-found', '该事件还没有方案，通信联络表取自方案；请先生成三案', {
          path: 'incidentId',
          value: incidentId,
        })
      }
      return communicationsDocument({ number: incident.number, version: incident.planVersion ?? 0, plan })
    },
  }
}

type Wish = Parameters<CardsService['list']>[0]

function fits(card: ActionCard, { text, kind, post, trade, type, level }: Wish): boolean {
  const wanted = text.trim().toLowerCase()
  const words = [card.id, card.title, ...card.steps.flatMap((step) => [step.text, step.radio ?? '']), ...card.mustNots]
  return (
    (kind === null || card.kind === kind) &&
    (post === null || card.post === post) &&
    (trade === null || card.trade === trade) &&
    (type === null || card.types.length === 0 || card.types.includes(type)) &&
    (level === null || card.responseLevel === null || card.responseLevel === level) &&
    (wanted === '' || words.some((line) => line.toLowerCase().includes(wanted)))
  )
}

/** One card gives its title, several of one kind the name of the kind. */
function nameOf(cards: readonly FilledCard[]): string {
  const [first, ...others] = cards
  if (first === undefined || others.length === 0) return first?.title ?? ''
  const name = others.every(({ kind }) => kind === first.kind) ? CARD_KIND_NAMES[first.kind] : '处置卡'
  return `${name}（${cards.length}张）`
}

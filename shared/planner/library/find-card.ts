import type { ActionCard } from '../../domain/action-card.ts'
import type { IncidentType, Level } from '../../domain/taxonomy.ts'
import { sortedBy } from '../../kernel/order.ts'

/** Who an order is for: the work group of the order and, where it names one, the post that carries it out. */
export interface CardHolder {
  readonly group: string
  readonly post?: string | undefined
}

/**
 * The card for an order: the post's own before the group's, one for this type before one for any, one for this response
 * level before one for any. Undefined = nobody wrote one. Posts may be given as on the roster: `STREET_DUTY:霞浦街道`
 * is the street's duty post, and the deputy of a group without a card of its own holds the group's card.
 */
export function findCard(
  cards: readonly ActionCard[],
  { group, post }: CardHolder,
  type: IncidentType,
  level: Level | null = null,
): ActionCard | undefined {
  const [name = ''] = (post ?? '').split(':')
  for (const holder of [name, name.replace(/_DEPUTY$/, ''), group]) {
    const [best] = sortedBy(
      cards.filter((card) => card.post === holder && isFor(card, type, level)),
      (card) => [card.types.length === 0 ? 1 : 0, card.responseLevel === null ? 1 : 0, card.types.length, card.id],
    )
    if (best !== undefined) return best
  }
  return undefined
}

function isFor(card: ActionCard, type: IncidentType, level: Level | null): boolean {
  const typeFits = card.types.length === 0 || card.types.includes(type)
  return typeFits && (card.responseLevel === null || card.responseLevel === level)
}

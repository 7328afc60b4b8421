import { CARD_SECTIONS, type CardSection, type GuideCards } from '../../domain/hazmat-handbook.ts'
import type { Substance } from '../../domain/hazmat.ts'
import type { EvidenceMark } from '../../domain/taxonomy.ts'
import { guideNumber } from '../situation/read-hazmat.ts'

/** One line of a card with what it rests on. */
export interface CardLine {
  readonly id: string
  readonly text: string
  readonly evidence: EvidenceMark
  readonly source: string
}

/** What to do with a substance. `general` = put together from the rules of its class, no guide has a card of its own. */
export interface GuideCard {
  readonly name: string
  readonly general: boolean
  readonly sections: readonly { readonly key: CardSection; readonly lines: readonly CardLine[] }[]
}

/** Water must never stand among the advice for these: dry lines come first and the ban is added (design rule HZ11). */
const WATER_BAN = 'no-reactive-water'

/**
 * The card of a substance: by its guide, else by its class, else the card for unknown class. Lines that hold for every
 * substance follow the card's own. A substance of ERG2024 Table 2 always carries the ban on water.
 */
export function guideCardOf(
  cards: GuideCards,
  substance: Pick<Substance, 'guide' | 'classDivision' | 'waterReactive'>,
): GuideCard {
  const own = cards.cards.find((card) => card.guides.includes(guideNumber(substance.guide)))
  const card = own ?? classCardOf(cards, substance.classDivision)
  return {
    name: card.name,
    general: own === undefined,
    sections: CARD_SECTIONS.map((key) => {
      const banned = key === 'doNot' && substance.waterReactive ? [WATER_BAN] : []
      const ids = new Set([...banned, ...card[key], ...cards.common[key]])
      return { key, lines: [...ids].map((id) => lineOf(cards, id)) }
    }),
  }
}

/** "1.1D" reads as class 1, "2.2/2.3" as the more dangerous of the two, the one written last. */
function classCardOf({ classes }: GuideCards, classDivision: string): GuideCards['classes'][number] {
  const written = classDivision.split('/').at(-1) ?? ''
  const card =
    classes.find((entry) => entry.classes.includes(written)) ??
    classes.find((entry) => entry.classes.includes(written.slice(0, 1))) ??
    classes.find((entry) => entry.classes.includes(''))
  if (card === undefined) throw new Error('guide cards need a card for an unknown class')
  return card
}

function lineOf({ lines, marks }: GuideCards, id: string): CardLine {
  for (const [mark, texts] of Object.entries(lines)) {
    const text = texts[id]
    const basis = marks[mark]
    if (text !== undefined && basis !== undefined) return { id, text, ...basis }
  }
  throw new Error(`guide cards name a line that does not exist: ${id}`)
}

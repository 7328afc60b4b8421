import { CARD_KINDS, CARD_TRADES } from '#shared/domain/action-card.ts'
import { INCIDENT_TYPES, LEVELS } from '#shared/domain/taxonomy.ts'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf } from '#shared/contract/define.ts'

/** What is chosen in the search of cards, as the fields hold it; empty = any. */
export interface WishDraft {
  readonly text: string
  readonly kind: string
  readonly post: string
  readonly trade: string
  readonly type: string
  readonly level: string
}

/** Every card. */
export const NO_WISH: WishDraft = { text: '', kind: '', post: '', trade: '', type: '', level: '' }

/** The wish as the core is asked. */
export function wishOf(draft: WishDraft): InputOf<typeof appContract.cards.list> {
  return {
    text: draft.text,
    kind: CARD_KINDS.find((kind) => kind === draft.kind) ?? null,
    post: draft.post === '' ? null : draft.post,
    trade: CARD_TRADES.find((trade) => trade === draft.trade) ?? null,
    type: INCIDENT_TYPES.find((type) => type === draft.type) ?? null,
    level: LEVELS.find((level) => level === draft.level) ?? null,
  }
}

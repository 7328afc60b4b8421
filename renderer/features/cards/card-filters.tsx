import type { ReactNode } from 'react'
import { CARD_KINDS, CARD_TRADES } from '#shared/domain/action-card.ts'
import { INCIDENT_TYPES, LEVELS } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import type { WishDraft } from './card-wish.ts'

type Choice = Exclude<keyof WishDraft, 'text'>

/** Search of cards: a word, and five lists to choose from. */
export function CardFilters(props: {
  draft: WishDraft
  posts: readonly { readonly post: string; readonly name: string }[]
  onDraft: (draft: WishDraft) => void
}): ReactNode {
  const text = useText()
  const { draft, posts, onDraft } = props
  const lists: readonly {
    readonly key: Choice
    readonly name: string
    readonly any: string
    readonly options: readonly (readonly [string, string])[]
  }[] = [
    {
      key: 'kind',
      name: text('cards.filterKind'),
      any: text('cards.anyKind'),
      options: CARD_KINDS.map((kind) => [kind, text(`cards.kind.${kind}`)]),
    },
    {
      key: 'post',
      name: text('cards.filterPost'),
      any: text('cards.anyPost'),
      options: posts.map(({ post, name }) => [post, name]),
    },
    {
      key: 'trade',
      name: text('cards.filterTrade'),
      any: text('cards.anyTrade'),
      options: CARD_TRADES.map((trade) => [trade, text(`cards.trade.${trade}`)]),
    },
    {
      key: 'type',
      name: text('cards.filterType'),
      any: text('cards.anyType'),
      options: INCIDENT_TYPES.map((type) => [type, text(`incidentType.${type}`)]),
    },
    {
      key: 'level',
      name: text('cards.filterLevel'),
      any: text('cards.anyLevel'),
      options: LEVELS.map((level) => [level, text(`level.${level}`)]),
    },
  ]
  return (
    <div className="card-filters">
      <input
        className="field-input"
        type="search"
        autoFocus
        aria-label={text('cards.search')}
        placeholder={text('cards.searchHint')}
        data-testid="card-search"
        value={draft.text}
        onChange={(event) => onDraft({ ...draft, text: event.target.value })}
      />
      {lists.map(({ key, name, any, options }) => (
        <select
          key={key}
          className="field-input"
          aria-label={name}
          data-testid={`card-filter-${key}`}
          value={draft[key]}
          onChange={(event) => onDraft({ ...draft, [key]: event.target.value })}
        >
          <option value="">{any}</option>
          {options.map(([value, words]) => (
            <option key={value} value={value}>
              {words}
            </option>
          ))}
        </select>
      ))}
    </div>
  )
}

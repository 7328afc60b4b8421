import type { ReactNode } from 'react'
import { useConsole } from './console-context.tsx'
import { openCard } from './view-actions.ts'
import type { CardAsk } from './view-store.ts'
import { useText } from '../text/text.ts'

/** Opens the action card of a line. */
export function CardButton(props: { ask: CardAsk }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  return (
    <button
      type="button"
      className="plain-button handbook-button card-button"
      title={text('cards.openTitle')}
      aria-haspopup="dialog"
      data-testid="open-card"
      onClick={(event) => {
        event.stopPropagation()
        openCard(view, props.ask)
      }}
      onKeyDown={(event) => {
        // In a table row Enter would open the row's card, which is this one: once is enough.
        if ((event.key === 'Enter' && !event.ctrlKey) || event.key === ' ') event.stopPropagation()
      }}
    >
      {text('cards.open')}
    </button>
  )
}

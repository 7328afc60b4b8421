import type { ReactNode } from 'react'
import { useConsole } from './console-context.tsx'
import { openHandbook } from './view-actions.ts'
import { useText } from '../text/text.ts'

/** Opens the handbook on a substance, or on its search box when none is known. */
export function HandbookButton(props: { id: string | null }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  return (
    <button
      type="button"
      className="plain-button handbook-button"
      title={text('handbook.openTitle')}
      data-testid="open-handbook"
      onClick={(event) => {
        event.stopPropagation()
        openHandbook(view, props.id)
      }}
      onKeyDown={(event) => {
        // In a table row Enter would choose the row instead.
        if ((event.key === 'Enter' && !event.ctrlKey) || event.key === ' ') event.stopPropagation()
      }}
    >
      {text('handbook.open')}
    </button>
  )
}

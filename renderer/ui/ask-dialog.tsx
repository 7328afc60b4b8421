import { Dialog } from '@blueprintjs/core'
import type { ReactNode } from 'react'

/** One answer to a question. */
export interface AskChoice {
  readonly words: string
  readonly testId: string
  readonly tone?: 'primary' | 'danger'
  readonly take: () => void
}

/** Asks one question with a few answers before something is lost; Escape goes back. */
export function AskDialog(props: {
  title: string
  text: string
  testId: string
  choices: readonly AskChoice[]
  onBack: () => void
}): ReactNode {
  const { title, text, testId, choices, onBack } = props
  return (
    <Dialog isOpen onClose={onBack}>
      <div className="confirm" role="alertdialog" aria-label={title} data-testid={testId}>
        <h2>{title}</h2>
        <p>{text}</p>
        <div className="actions">
          {choices.map(({ words, testId: id, tone, take }) => (
            <button
              key={id}
              type="button"
              className={`plain-button ${tone === undefined ? '' : `plain-${tone}`}`}
              data-testid={id}
              onClick={take}
            >
              {words}
            </button>
          ))}
        </div>
      </div>
    </Dialog>
  )
}

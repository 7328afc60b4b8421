import { Dialog } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** Asks what becomes of unsaved work: back to it, keep it for later, or give it up. */
export function LeaveDialog(props: {
  title: string
  onKeep: () => void
  onDiscard: () => void
  onBack: () => void
}): ReactNode {
  const text = useText()
  return (
    <Dialog isOpen onClose={props.onBack}>
      <div
        className="confirm"
        role="alertdialog"
        aria-label={text('contingency.unsaved.title')}
        data-testid="plan-leave"
      >
        <h2>{text('contingency.unsaved.title')}</h2>
        <p>{text('contingency.unsaved.text', { title: props.title })}</p>
        <div className="actions">
          <button
            type="button"
            className="plain-button plain-primary"
            onClick={props.onBack}
            data-testid="plan-leave-back"
          >
            {text('contingency.unsaved.back')}
          </button>
          <button type="button" className="plain-button" onClick={props.onKeep} data-testid="plan-leave-keep">
            {text('contingency.unsaved.keep')}
          </button>
          <button
            type="button"
            className="plain-button plain-danger"
            onClick={props.onDiscard}
            data-testid="plan-leave-discard"
          >
            {text('contingency.unsaved.discard')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

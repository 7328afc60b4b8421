import { Dialog } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'

/** Asks what becomes of unsaved work: back to it, or give it up. */
export function UnsavedDialog(props: { name: string; onDiscard: () => void; onBack: () => void }): ReactNode {
  const text = useText()
  return (
    <Dialog isOpen onClose={props.onBack}>
      <div
        className="confirm"
        role="alertdialog"
        aria-label={text('records.unsavedTitle')}
        data-testid="record-unsaved"
      >
        <h2>{text('records.unsavedTitle')}</h2>
        <p>{text('records.unsavedText', { name: props.name })}</p>
        <div className="actions">
          <button type="button" className="plain-button plain-primary" onClick={props.onBack}>
            {text('records.unsavedBack')}
          </button>
          <button
            type="button"
            className="plain-button plain-danger"
            onClick={props.onDiscard}
            data-testid="record-discard"
          >
            {text('records.unsavedDiscard')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

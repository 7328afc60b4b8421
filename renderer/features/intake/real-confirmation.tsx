import { Dialog } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { Incident } from '#shared/domain/incident.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'

/**
 * The second confirmation that a real incident needs, so that a drill is never opened as real by habit. It takes a fresh
 * key stroke: the key that submitted the form, still held or just released, must not confirm as well. Plain buttons are
 * used because the kit's buttons act on key release.
 */
export function RealConfirmation(props: { incident: Incident; onConfirm: () => void; onBack: () => void }): ReactNode {
  const text = useText()
  const { incident } = props
  return (
    <Dialog isOpen onClose={props.onBack} autoFocus={false}>
      <div
        className="confirm"
        role="alertdialog"
        aria-label={text('intake.realTitle')}
        tabIndex={-1}
        ref={(element) => element?.focus()}
        data-testid="real-confirmation"
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') props.onBack()
          if (event.key !== 'Enter' || event.repeat || !event.ctrlKey) return
          event.preventDefault()
          props.onConfirm()
        }}
      >
        <h2>{text('intake.realTitle')}</h2>
        <p>
          {text('intake.realText', {
            type: text(`incidentType.${incident.type}`),
            address: incident.location.address ?? `${incident.location.lng}, ${incident.location.lat}`,
            time: dateTimeText(incident.receivedAt),
          })}
        </p>
        <div className="actions">
          <button
            type="button"
            className="plain-button plain-danger"
            onClick={props.onConfirm}
            data-testid="real-confirm"
          >
            {text('intake.realConfirm')}
          </button>
          <button type="button" className="plain-button" onClick={props.onBack} data-testid="real-back">
            {text('intake.realBack')}
          </button>
        </div>
      </div>
    </Dialog>
  )
}

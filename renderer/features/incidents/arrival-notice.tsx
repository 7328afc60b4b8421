import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { Arrival } from '../../app/view-store.ts'
import { useText } from '../../text/text.ts'

/** News from the other headquarters. It covers no control, takes no focus and changes nothing until it is answered. */
export function ArrivalNotice(props: {
  arrival: Arrival | null
  /** True when the news is a version of the incident on the screen, which is already shown. */
  shown: boolean
  onOpen: () => void
  onDismiss: () => void
}): ReactNode {
  const text = useText()
  const { arrival } = props
  return (
    <div aria-live="assertive" role="status" className="arrival-place">
      {arrival === null ? null : (
        <div className="arrival" data-testid="arrival-notice">
          <span className={`mode mode-${arrival.mode}`}>{text(`mode.${arrival.mode}`)}</span>
          <span className="strong arrival-words">
            {arrival.kind === 'incident'
              ? text('arrival.incident', { number: arrival.number, title: arrival.title })
              : text('arrival.version', { number: arrival.number, version: arrival.version ?? 1 })}
          </span>
          <Button
            size="small"
            intent="primary"
            onClick={props.onOpen}
            data-testid="arrival-open"
            text={`${props.shown ? text('arrival.compare') : text('arrival.open')} (F8)`}
          />
          <Button size="small" onClick={props.onDismiss} text={text('arrival.later')} data-testid="arrival-dismiss" />
        </div>
      )}
    </div>
  )
}

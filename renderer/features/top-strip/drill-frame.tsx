import type { ReactNode } from 'react'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { useText } from '../../text/text.ts'

const MARKS = Array.from({ length: 24 }, (_, index) => index)

/** Striped banner, frame and watermark with the word: a drill cannot be taken for the real thing. */
export function DrillFrame(props: { mode: IncidentSummary['mode'] }): ReactNode {
  const text = useText()
  if (props.mode === 'real') return null
  return (
    <>
      <div className="drill-banner" data-testid="drill-banner" role="note">
        <span>{text(props.mode === 'drill' ? 'drill.drillBanner' : 'drill.tabletopBanner')}</span>
      </div>
      <div className="drill-frame" aria-hidden="true" />
      <div className="drill-watermark" aria-hidden="true">
        {MARKS.map((mark) => (
          <span key={mark}>{text(`mode.${props.mode}`)}</span>
        ))}
      </div>
    </>
  )
}

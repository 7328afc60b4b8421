import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { LinesField, TextField } from '../../ui/field.tsx'
import { CutOffTownsEditor } from './cut-off-towns.tsx'
import { MeasuredZonesEditor } from './measured-zones.tsx'
import type { BlockProps } from './form-state.ts'
import { asksForHazmat } from './relevant-facts.ts'
import {
  BuildingFields,
  ClosuresEditor,
  ForecastEditor,
  RespondingEditor,
  TrappedEditor,
  UnavailableSearch,
} from './more-lists.tsx'

/** Fields of this block; a fault in one of them opens it. */
const OWN = [
  'responding',
  'measuredZones',
  'closedZones',
  'closures',
  'cutOffTowns',
  'trapped',
  'forecast',
  'building',
  'unavailable',
  'fact.lossCny',
]

/** What few calls need: forces already rolling, closed roads, trapped people, the building, forecast, loss, an own title. */
export function MoreFields(props: BlockProps & { faulty: (field: string) => boolean }): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  const lists = [
    draft.measuredZones,
    draft.closedZones,
    draft.responding,
    draft.closures,
    draft.cutOffTowns,
    draft.trapped,
    draft.forecast,
  ]
  const filled = lists.reduce((sum, list) => sum + list.length, 0)
  return (
    <details className="more" open={OWN.some(props.faulty) || undefined}>
      <summary data-testid="intake-more">
        {text('intake.more')}
        {filled === 0 ? null : <span className="dim">{` ${filled}`}</span>}
      </summary>
      {draft.type !== null && asksForHazmat(draft.type) ? <MeasuredZonesEditor {...props} /> : null}
      <RespondingEditor {...props} />
      <ClosuresEditor {...props} />
      <CutOffTownsEditor {...props} />
      <TrappedEditor {...props} />
      <BuildingFields {...props} />
      <ForecastEditor {...props} />
      <div className="form-grid">
        <div style={{ gridColumn: 'span 6' }}>
          <LinesField
            id="intake-unavailable"
            label={text('intake.unavailable')}
            value={draft.unavailable}
            error={errorOf('unavailable')}
            hint={text('intake.unavailableHint')}
            onChange={(unavailable) => change({ unavailable })}
          />
          <UnavailableSearch {...props} />
        </div>
        <div style={{ gridColumn: 'span 6' }}>
          <TextField
            id="intake-loss"
            label={text('fact.lossCny')}
            unit={text('unit.cny')}
            value={draft.facts['lossCny'] ?? ''}
            error={errorOf('fact.lossCny')}
            canBeUnknown
            placeholder={text('intake.unknown')}
            onChange={(value) => change({ facts: { ...draft.facts, lossCny: value } })}
          />
          <TextField
            id="intake-title"
            label={text('intake.eventTitle')}
            value={draft.title}
            error={null}
            placeholder={text('intake.eventTitleHint')}
            onChange={(title) => change({ title })}
          />
        </div>
      </div>
    </details>
  )
}

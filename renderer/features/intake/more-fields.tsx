import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { LinesField, TextField } from '../../ui/field.tsx'
import type { BlockProps } from './form-state.ts'

/** What few calls need: forces already rolling, closed roads, what cannot be used, loss, an own title. */
export function MoreFields(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  const faulty = ['responding', 'closures', 'unavailable', 'fact.lossCny'].some((field) => errorOf(field) !== null)
  return (
    <details className="more" open={faulty || undefined}>
      <summary>{text('intake.more')}</summary>
      <div className="form-grid">
        <LinesField
          id="intake-responding"
          label={text('intake.responding')}
          value={draft.responding}
          error={errorOf('responding')}
          hint={text('intake.respondingHint')}
          span={4}
          onChange={(responding) => change({ responding })}
        />
        <LinesField
          id="intake-closures"
          label={text('intake.closures')}
          value={draft.closures}
          error={errorOf('closures')}
          hint={text('intake.closuresHint')}
          span={4}
          onChange={(closures) => change({ closures })}
        />
        <LinesField
          id="intake-unavailable"
          label={text('intake.unavailable')}
          value={draft.unavailable}
          error={errorOf('unavailable')}
          hint={text('intake.unavailableHint')}
          span={4}
          onChange={(unavailable) => change({ unavailable })}
        />
        <TextField
          id="intake-loss"
          label={text('fact.lossCny')}
          unit={text('unit.cny')}
          value={draft.facts['lossCny'] ?? ''}
          error={errorOf('fact.lossCny')}
          span={4}
          canBeUnknown
          placeholder={text('intake.unknown')}
          onChange={(value) => change({ facts: { ...draft.facts, lossCny: value } })}
        />
        <TextField
          id="intake-title"
          label={text('intake.eventTitle')}
          value={draft.title}
          error={null}
          span={8}
          placeholder={text('intake.eventTitleHint')}
          onChange={(title) => change({ title })}
        />
      </div>
    </details>
  )
}

import type { ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import { TextField } from '../../ui/field.tsx'
import type { BlockProps } from './form-state.ts'
import { FACT_UNITS, RELEVANT_FACTS } from './relevant-facts.ts'

/** Facts that matter for the type; empty or `?` stays unknown. */
export function ScaleFields(props: BlockProps): ReactNode {
  const text = useText()
  const { draft, change, errorOf } = props
  if (draft.type === null) return null
  return (
    <fieldset>
      <legend>
        {text('intake.factsTitle')}
        <span className="dim">{text('intake.factsHint')}</span>
      </legend>
      <div className="form-grid">
        {RELEVANT_FACTS[draft.type].map((key) => (
          <TextField
            key={key}
            id={`intake-fact-${key}`}
            testId={`intake-fact-${key}`}
            label={text(`fact.${key}`)}
            unit={text(`unit.${FACT_UNITS[key]}`)}
            value={draft.facts[key] ?? ''}
            placeholder={text('intake.unknown')}
            error={errorOf(`fact.${key}`)}
            canBeUnknown
            onChange={(value) => change({ facts: { ...draft.facts, [key]: value } })}
          />
        ))}
      </div>
    </fieldset>
  )
}

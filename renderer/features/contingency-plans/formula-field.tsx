import { useState, type ReactNode } from 'react'
import { formulaName, formulaNames, formulaWords } from '../../text/formula-words.ts'
import { useText } from '../../text/text.ts'
import { Field } from '../../ui/field.tsx'
import type { FieldSpec } from './field-spec.ts'
import { controlId, useForm } from './form-context.ts'
import type { TreePath } from './plan-tree.ts'
import { tryFormula } from './try-formula.ts'

/** A formula: its fault or its words below, and a place to try it with facts. */
export function FormulaField(props: { field: FieldSpec & { kind: 'formula' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const [trying, setTrying] = useState(false)
  const id = controlId(path)
  const value = form.value(path)
  const formula = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  const error = form.errorAt(path)
  const words = formula === '' ? null : formulaWords(formula, text)
  return (
    <div className="plan-formula" style={{ gridColumn: `span ${field.span}` }}>
      <Field
        id={id}
        label={text(`contingencyField.${field.label}`)}
        hint={formula === '' ? text('formulaWords.always') : (words ?? text('formulaWords.broken'))}
        error={error}
        span={field.span}
      >
        <span className="field-row">
          <textarea
            id={id}
            className="field-input plan-code"
            rows={formula.length > 90 ? 3 : 1}
            spellCheck={false}
            autoComplete="off"
            aria-invalid={error !== null}
            aria-describedby={`${id}-note`}
            data-testid={id}
            value={formula}
            onChange={({ target }) =>
              form.set(path, target.value === '' && field.optional ? undefined : target.value.replaceAll('\n', ' '))
            }
          />
          <button
            type="button"
            className="plain-button plan-try-button"
            aria-expanded={trying}
            disabled={formula === ''}
            data-testid={`${id}-try`}
            onClick={() => setTrying(!trying)}
          >
            {text('formulaWords.try')}
          </button>
        </span>
      </Field>
      {trying && formula !== '' ? <Trial id={id} formula={formula} place={field.place} /> : null}
    </div>
  )
}

function Trial(props: { id: string; formula: string; place: 'facts' | 'demand' }): ReactNode {
  const text = useText()
  const [facts, setFacts] = useState<Readonly<Record<string, string>>>({})
  const names = formulaNames(props.formula)
  const outcome = tryFormula(props.formula, props.place, facts, {
    yes: text('formulaWords.yes'),
    no: text('formulaWords.no'),
  })
  const result =
    outcome.kind === 'fault'
      ? outcome.message
      : outcome.value === null
        ? text('formulaWords.resultUnknown')
        : typeof outcome.value === 'boolean'
          ? text(outcome.value ? 'formulaWords.yes' : 'formulaWords.no')
          : String(outcome.value)
  return (
    <div className="plan-trial" role="group" aria-label={text('formulaWords.try')} data-testid={`${props.id}-trial`}>
      <span className="dim">{names.length === 0 ? text('formulaWords.noNames') : text('formulaWords.tryHelp')}</span>
      {names.map((name) => (
        <label key={name} className="plan-pick">
          <span className="dim">{formulaName(name, text)}</span>
          <input
            className="field-input"
            value={facts[name] ?? ''}
            data-testid={`${props.id}-fact-${name}`}
            onChange={({ target }) => setFacts({ ...facts, [name]: target.value })}
          />
        </label>
      ))}
      <span role="status" className={outcome.kind === 'fault' ? 'danger' : ''} data-testid={`${props.id}-result`}>
        {`${text('formulaWords.result')} `}
        <span className="strong">{result}</span>
      </span>
    </div>
  )
}

import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import type { FieldSpec } from './field-spec.ts'
import { controlId, useForm } from './form-context.ts'
import { isBranch, type TreePath } from './plan-tree.ts'

/** From the incident to the secondary hazard a demand prepares for, one pair a line. */
export function PairsField(props: { field: FieldSpec & { kind: 'pairs' }; path: TreePath }): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const value = form.value(path)
  const pairs = isBranch(value) ? Object.entries(value) : []
  const free = INCIDENT_TYPES.find((type) => !pairs.some(([from]) => from === type))
  const keep = (next: readonly (readonly [string, string])[]): void =>
    form.set(path, next.length === 0 ? undefined : Object.fromEntries(next))
  const texts = pairs.map(([from, to]) => [from, typeof to === 'string' ? to : ''] as const)
  const error = form.errorAt(path)
  return (
    <div className="plan-pairs" style={{ gridColumn: `span ${field.span}` }} id={controlId(path)} tabIndex={-1}>
      <span className="dim">{text(`contingencyField.${field.label}`)}</span>
      {texts.map(([from, to], index) => (
        <span key={from} className="plan-pair">
          <TypeSelect
            label={text('contingency.edit.pairFor')}
            value={from}
            onPick={(next) => keep(texts.map((pair, at) => (at === index ? ([next, to] as const) : pair)))}
          />
          {' → '}
          <TypeSelect
            label={text('contingency.edit.pairThen')}
            value={to}
            onPick={(next) => keep(texts.map((pair, at) => (at === index ? ([from, next] as const) : pair)))}
          />
          <Button
            size="small"
            text={text('contingency.edit.remove')}
            onClick={() => keep(texts.filter((_, at) => at !== index))}
          />
        </span>
      ))}
      <Button
        size="small"
        text={text('contingency.edit.add')}
        disabled={free === undefined}
        onClick={() => (free === undefined ? undefined : keep([...texts, [free, free]]))}
      />
      {error === null ? null : <span className="danger">{error}</span>}
    </div>
  )
}

function TypeSelect(props: { label: string; value: string; onPick: (value: string) => void }): ReactNode {
  const text = useText()
  return (
    <select
      className="field-input"
      aria-label={props.label}
      value={props.value}
      onChange={({ target }) => props.onPick(target.value)}
    >
      {INCIDENT_TYPES.map((type) => (
        <option key={type} value={type}>
          {text(`incidentType.${type}`)}
        </option>
      ))}
    </select>
  )
}

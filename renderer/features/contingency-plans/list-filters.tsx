import type { ReactNode } from 'react'
import { REVIEW_DUE } from '#shared/contract/library.contract.ts'
import { PLAN_KINDS } from '#shared/domain/contingency-plan.ts'
import { PLAN_STATES } from '#shared/domain/plan-library.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { NO_PLAN_FILTER, type PlanFilter } from '../../app/plan-desk.ts'
import { useText } from '../../text/text.ts'

/** Filters above the list, one line. */
export function ListFilters(props: { filter: PlanFilter; onFilter: (filter: PlanFilter) => void }): ReactNode {
  const text = useText()
  const { filter, onFilter } = props
  const named = <K extends string>(keys: readonly K[], nameOf: (key: K) => string): readonly Option[] => [
    { key: '', label: text('contingency.filter.all') },
    ...keys.map((key) => ({ key, label: nameOf(key) })),
  ]
  const pick = (key: 'kind' | 'state' | 'type' | 'due', label: string, options: readonly Option[]): ReactNode => (
    <Pick
      label={label}
      value={filter[key]}
      options={options}
      testId={`plan-filter-${key}`}
      onPick={(value) => onFilter({ ...filter, [key]: value })}
    />
  )
  return (
    <div className="list-tools plan-filters" role="group" aria-label={text('contingency.filter.label')}>
      <label className="plan-pick">
        <span className="dim">{text('contingency.filter.text')}</span>
        <input
          className="field-input"
          value={filter.text}
          data-testid="plan-filter-text"
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        />
      </label>
      <Pick
        label={text('contingency.filter.versions')}
        value={filter.versions}
        testId="plan-filter-versions"
        options={[
          { key: 'newest', label: text('contingency.filter.newest') },
          { key: 'running', label: text('contingency.filter.running') },
          { key: 'all', label: text('contingency.filter.every') },
        ]}
        onPick={(value) => onFilter({ ...filter, versions: value === 'all' || value === 'running' ? value : 'newest' })}
      />
      {pick(
        'kind',
        text('contingency.kindTitle'),
        named(PLAN_KINDS, (kind) => text(`contingency.kind.${kind}`)),
      )}
      {pick(
        'state',
        text('contingency.stateTitle'),
        named(PLAN_STATES, (state) => text(`contingency.state.${state}`)),
      )}
      {pick(
        'type',
        text('contingency.typesTitle'),
        named(INCIDENT_TYPES, (type) => text(`incidentType.${type}`)),
      )}
      {pick(
        'due',
        text('contingency.filter.due'),
        named(REVIEW_DUE, (due) => text(`contingency.due.${due}`)),
      )}
      <button
        type="button"
        className="plain-button plan-clear"
        disabled={JSON.stringify(filter) === JSON.stringify(NO_PLAN_FILTER)}
        onClick={() => onFilter(NO_PLAN_FILTER)}
      >
        {text('contingency.filter.clear')}
      </button>
    </div>
  )
}

interface Option {
  readonly key: string
  readonly label: string
}

function Pick(props: {
  label: string
  value: string
  options: readonly Option[]
  testId: string
  onPick: (value: string) => void
}): ReactNode {
  return (
    <label className="plan-pick">
      <span className="dim">{props.label}</span>
      <select
        className="field-input"
        value={props.value}
        data-testid={props.testId}
        onChange={(event) => props.onPick(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  )
}

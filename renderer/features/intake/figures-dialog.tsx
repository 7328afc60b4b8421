import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { FigureHistory } from '#shared/contract/incident.contract.ts'
import type { KnownFact } from '#shared/domain/incident.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { parseFormTime } from '../../text/parse-entry.ts'
import { useText } from '../../text/text.ts'
import { clockText, durationText, formTimeText, secondsSince } from '../../text/time-text.ts'
import { TextField } from '../../ui/field.tsx'
import { FormDialog } from '../../ui/form-dialog.tsx'
import { factText } from './draft.ts'
import { readFigures, type FiguresEntry, type FiguresFault } from './read-figures.ts'
import { FACT_UNITS, RELEVANT_FACTS } from './relevant-facts.ts'

/** New figures as they come in over radio and phone: what stands now, from whom and how old, and a box for each. */
export function FiguresDialog(props: {
  incidentId: string
  type: string
  onDone: (revision: number) => void
  onClose: () => void
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const { client } = useConsole()
  const { incidentId } = props
  const history = useQuery(appContract.incident.figures, { incidentId }).value?.figures ?? []
  const [entry, setEntry] = useState<FiguresEntry>(() => ({ figures: {}, source: '', asOf: formTimeText(nowS) }))
  const [faults, setFaults] = useState<readonly FiguresFault[]>([])
  const [error, setError] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const type = INCIDENT_TYPES.find((known) => known === props.type)
  const facts = type === undefined ? [] : RELEVANT_FACTS[type]
  const faultOf = (field: FiguresFault['field']): string | null => {
    const found = faults.find((each) => each.field === field)
    if (found === undefined) return null
    const { fault, value } = found
    return fault === 'missing' || fault === 'empty'
      ? text(`figures.${fault}`)
      : text(`intake.error.${fault}`, { value })
  }
  const asOf = parseFormTime(entry.asOf, nowS)
  const submit = async (): Promise<void> => {
    if (isBusy) return
    const read = readFigures(entry, facts, nowS)
    setFaults(read.ok ? [] : read.faults)
    if (!read.ok) return
    setBusy(true)
    const answer = await client.incident.reportFigures({ commandId: crypto.randomUUID(), incidentId, ...read.report })
    setBusy(false)
    if (answer.ok) props.onDone(answer.value.revision)
    else setError(answer.error.message)
  }
  return (
    <FormDialog
      title={text('figures.title')}
      testId="figures"
      className="figures-dialog"
      error={error ?? faultOf('figures')}
      submit={{ words: text('figures.submit'), testId: 'figures-submit', isBusy }}
      cancel={{ words: text('intake.cancel') }}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <div className="form-grid">
        <TextField
          id="figures-source"
          testId="figures-source"
          label={text('figures.source')}
          placeholder={text('figures.sourceHint')}
          span={6}
          value={entry.source}
          error={faultOf('source')}
          onChange={(source) => setEntry({ ...entry, source })}
        />
        <TextField
          id="figures-as-of"
          testId="figures-as-of"
          label={text('figures.asOf')}
          span={6}
          value={entry.asOf}
          error={faultOf('asOf')}
          onChange={(asOf) => setEntry({ ...entry, asOf })}
        />
      </div>
      <p className="dim">{text('figures.hint')}</p>
      <div className="figures-list">
        {facts.map((fact) => (
          <FigureRow
            key={fact}
            fact={fact}
            history={history.find((known) => known.fact === fact) ?? null}
            nowS={nowS}
            asOf={asOf.ok ? asOf.value : null}
            value={entry.figures[fact] ?? ''}
            error={faultOf(fact)}
            onChange={(value) => setEntry({ ...entry, figures: { ...entry.figures, [fact]: value } })}
          />
        ))}
      </div>
    </FormDialog>
  )
}

function FigureRow(props: {
  fact: KnownFact
  history: FigureHistory | null
  nowS: number
  /** Time of the report being typed. */
  asOf: string | null
  value: string
  error: string | null
  onChange: (value: string) => void
}): ReactNode {
  const text = useText()
  const { fact, history, nowS } = props
  const said = history?.said ?? []
  const last = said.at(-1)
  const saidAt = last?.asOf ?? null
  const isOlder = props.value !== '' && saidAt !== null && props.asOf !== null && isBefore(props.asOf, saidAt)
  const age = last === undefined ? null : secondsSince(last.asOf ?? last.recordedAt, nowS)
  return (
    <div className="figures-row">
      <label htmlFor={`figures-${fact}`}>{text(`fact.${fact}`)}</label>
      <span className="figures-now" data-testid={`figures-now-${fact}`}>
        {last === undefined || last.value === null ? (
          <span className="warn">{text('figures.unknown')}</span>
        ) : (
          <span className="strong">{`${factText(fact, last.value)} ${text(`unit.${FACT_UNITS[fact]}`)}`}</span>
        )}
        {last === undefined ? null : (
          <span className="dim">
            {` ${last.source ?? text('figures.noSource')} ${clockText(last.asOf ?? last.recordedAt)}`}
            {age === null ? '' : ` ${text('figures.age', { age: durationText(age) })}`}
          </span>
        )}
      </span>
      <input
        id={`figures-${fact}`}
        className="field-input"
        data-testid={`figures-${fact}`}
        aria-invalid={props.error !== null}
        placeholder={text('figures.noChange')}
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      <span className="dim figures-before" title={said.map((each) => historyText(fact, each)).join('\n')}>
        {isOlder ? <span className="warn">{text('figures.older')}</span> : null}
        {props.error === null ? (
          said
            .slice(-4, -1)
            .map((each) => historyText(fact, each))
            .join(' → ')
        ) : (
          <span className="danger" role="alert">
            {props.error}
          </span>
        )}
      </span>
    </div>
  )
}

function isBefore(moment: string, other: string): boolean {
  const [first, second] = [parseInstant(moment), parseInstant(other)]
  return first !== null && second !== null && first.epochS < second.epochS
}

function historyText(fact: KnownFact, { value, asOf, recordedAt, source }: FigureHistory['said'][number]): string {
  return `${clockText(asOf ?? recordedAt)} ${factText(fact, value)}${source === null ? '' : ` ${source}`}`
}

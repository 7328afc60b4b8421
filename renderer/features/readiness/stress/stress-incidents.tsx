import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { StressedIncident } from '#shared/domain/stress.ts'
import { useQuery } from '../../../app/console-context.tsx'
import { Unloaded } from '../../../app/unloaded.tsx'
import { useText, type Text } from '../../../text/text.ts'
import { dateTimeText, durationText } from '../../../text/time-text.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/state-view.tsx'

/** Which drawn incidents are wanted: all that miss something, those of one gap, or those of one street. */
export interface IncidentWish {
  readonly key: string | null
  /** Absent = anywhere. */
  readonly town?: string | null
}

/** The drawn incidents that miss something; a chosen one is planned again to show why. */
export function StressIncidents(props: { run: string; wish: IncidentWish }): ReactNode {
  const text = useText()
  const [chosen, setChosen] = useState<number | null>(null)
  const asked = { run: props.run, ...props.wish }
  const { value, error } = useQuery(appContract.readiness.stressIncidents, asked)
  if (value === null) return <Unloaded of={appContract.readiness.stressIncidents} input={asked} error={error} />
  if (value.rows.length === 0) return <Waiting words={text('readiness.stress.noMiss')} />
  return (
    <div className="stress-incidents">
      <p className="panel-note">{text('readiness.stress.listed', { shown: value.rows.length, total: value.total })}</p>
      <div className="scroll fill">
        <DataTable
          label={text('readiness.stress.table.incidents')}
          testId="stress-incident-table"
          rows={value.rows}
          rowKey={({ index }) => String(index)}
          chosen={chosen === null ? null : String(chosen)}
          onChoose={({ index }) => setChosen(index)}
          columns={[
            { key: 'index', title: '#', width: '46px', end: true, cell: ({ index }) => String(index + 1) },
            {
              ...{ key: 'type', title: text('readiness.stress.column.type'), width: '120px' },
              cell: ({ type }) => text(`incidentType.${type}`),
            },
            {
              ...{ key: 'town', title: text('readiness.stress.column.town'), width: '92px' },
              cell: ({ town }) => town ?? text('readiness.stress.noTown'),
            },
            { key: 'misses', title: text('readiness.stress.column.miss'), cell: missWords },
          ]}
        />
      </div>
      {chosen === null ? (
        <p className="panel-note">{text('readiness.stress.choose')}</p>
      ) : (
        <Evidence key={chosen} run={props.run} index={chosen} />
      )}
    </div>
  )
}

function missWords({ misses }: StressedIncident): string {
  return misses.map(({ name, missing, unit }) => (missing === null ? name : `${name} ${missing}${unit}`)).join('；')
}

function Evidence(props: { run: string; index: number }): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.readiness.stressIncident, props)
  if (value === null) return <Unloaded of={appContract.readiness.stressIncident} input={props} error={error} />
  const { incident, judged, lines } = value.evidence
  return (
    <div className="stress-evidence scroll" data-testid="stress-evidence" tabIndex={0}>
      <p className="strong">
        {`${text(`incidentType.${incident.type}`)}　${incident.location.address ?? ''}　${dateTimeText(incident.receivedAt)}　${timesText(judged, text)}`}
      </p>
      <p>{missWords(judged) === '' ? text('readiness.stress.closedNow') : missWords(judged)}</p>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}

function timesText({ firstS, engineS, teams }: StressedIncident, text: Text): string {
  const of = (seconds: number | null): string => (seconds === null ? '—' : durationText(seconds))
  return text('readiness.stress.times', { teams: teams.length, first: of(firstS), engine: of(engineS) })
}

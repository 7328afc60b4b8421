import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Every incident, newest first; Enter opens its plans. */
export function IncidentList(props: {
  incidents: readonly IncidentSummary[]
  chosen: string | null
  onChoose: (incidentId: string) => void
  onOpen: (incidentId: string) => void
  onNew: () => void
}): ReactNode {
  const text = useText()
  const typeName = (type: string): string => {
    const key = INCIDENT_TYPES.find((known) => known === type)
    return key === undefined ? type : text(`incidentType.${key}`)
  }
  // A title made by the form already says type and place.
  const secondLine = (row: IncidentSummary): string =>
    [typeName(row.type), row.address].filter((words) => words !== '' && !row.title.includes(words)).join(' ')
  return (
    <Panel title={text('incidents.title')} count={props.incidents.length} testId="incident-list" className="fill">
      <div className="list-tools">
        <Button
          intent="primary"
          onClick={props.onNew}
          text={`${text('incidents.new')} (Ctrl+N)`}
          data-testid="new-incident"
        />
      </div>
      <div className="scroll fill">
        {props.incidents.length === 0 ? (
          <p className="state-view">{text('incidents.empty')}</p>
        ) : (
          <DataTable
            label={text('incidents.title')}
            rows={props.incidents}
            rowKey={(row) => row.incidentId}
            chosen={props.chosen}
            onChoose={(row) => props.onChoose(row.incidentId)}
            onOpen={(row) => props.onOpen(row.incidentId)}
            columns={[
              { key: 'number', title: text('incidents.number'), width: '118px', cell: (row) => row.number },
              {
                key: 'mode',
                title: text('incidents.mode'),
                width: '56px',
                cell: (row) => <span className={`mode mode-${row.mode}`}>{text(`mode.${row.mode}`)}</span>,
              },
              {
                key: 'title',
                title: text('incidents.name'),
                cell: (row) => (
                  <>
                    <span className="strong">{row.title}</span>
                    <br />
                    <span className="dim">{secondLine(row)}</span>
                  </>
                ),
              },
              {
                key: 'received',
                title: text('incidents.receivedAt'),
                width: '118px',
                cell: (row) => dateTimeText(row.receivedAt),
              },
              {
                key: 'level',
                title: text('incidents.level'),
                width: '84px',
                cell: (row) =>
                  row.planVersion === null && row.level === null ? '—' : text(`eventLevel.${row.level ?? 'none'}`),
              },
              {
                key: 'plan',
                title: text('incidents.plan'),
                width: '48px',
                cell: (row) =>
                  row.planVersion === null
                    ? text('incidents.none')
                    : text('incidents.version', { version: row.planVersion }),
              },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}

import type { ReactNode } from 'react'
import type { StressReport } from '#shared/contract/readiness.contract.ts'
import type { GainWorth } from '#shared/domain/stress.ts'
import { useText } from '../../../text/text.ts'
import { DataTable } from '../../../ui/data-table.tsx'
import { Waiting } from '../../../ui/state-view.tsx'
import { ShareBar } from './share-bar.tsx'

/** What is missed, the most frequent first; a row opens its incidents. */
export function MissTable(props: { report: StressReport; onOpen: (key: string) => void }): ReactNode {
  const text = useText()
  const rows = props.report.summary.byMiss
  if (rows.length === 0) return <Waiting words={text('readiness.stress.noMiss')} />
  return (
    <DataTable
      label={text('readiness.stress.table.misses')}
      testId="stress-misses"
      rows={rows}
      rowKey={({ key }) => key}
      onChoose={({ key }) => props.onOpen(key)}
      columns={[
        { key: 'name', title: text('readiness.stress.column.miss'), cell: ({ name }) => <b>{name}</b> },
        {
          ...{ key: 'share', title: text('readiness.stress.column.share'), width: '270px' },
          cell: ({ misses }) => <ShareBar share={misses} />,
        },
      ]}
    />
  )
}

/** What one more of something would close, with n and interval. */
export function WorthTable(props: { report: StressReport }): ReactNode {
  const text = useText()
  const { worth, question } = props.report
  if (worth.length === 0) {
    return (
      <Waiting words={text(question.mode === 'misses' ? 'readiness.stress.notTried' : 'readiness.stress.noGain')} />
    )
  }
  return (
    <DataTable
      label={text('readiness.stress.table.worth')}
      testId="stress-worth"
      rows={worth}
      rowKey={({ gain }) => gain.id}
      columns={[
        {
          ...{ key: 'gain', title: text('readiness.stress.column.gain') },
          cell: ({ gain }) => (
            <>
              <b>{text('readiness.stress.gain', { quantity: quantityOf(gain), name: gain.name })}</b>
              <div className="dim">{gain.at}</div>
            </>
          ),
        },
        {
          ...{ key: 'closed', title: text('readiness.stress.column.closed'), width: '250px' },
          cell: ({ closed }) => <ShareBar share={closed} />,
        },
        {
          ...{ key: 'rest', title: text('readiness.stress.column.rest'), width: '150px' },
          cell: ({ missed, eased, worse }) => text('readiness.stress.rest', { missed, eased, worse }),
        },
      ]}
    />
  )
}

function quantityOf({ quantity, what }: GainWorth['gain']): string {
  return what.kind === 'lot' ? `${quantity}${what.unit} ` : String(quantity)
}

/** Streets by how many of their incidents miss something; a row opens them. */
export function TownTable(props: { report: StressReport; onOpen: (town: string | null) => void }): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('readiness.stress.table.towns')}
      testId="stress-towns"
      rows={props.report.summary.byTown}
      rowKey={({ town }) => town ?? ''}
      onChoose={({ town }) => props.onOpen(town)}
      columns={[
        {
          ...{ key: 'town', title: text('readiness.stress.column.town'), width: '104px' },
          cell: ({ town }) => <b>{town ?? text('readiness.stress.noTown')}</b>,
        },
        {
          ...{ key: 'share', title: text('readiness.stress.column.share'), width: '250px' },
          cell: ({ misses }) => <ShareBar share={misses} />,
        },
        {
          ...{ key: 'worst', title: text('readiness.stress.column.worst') },
          cell: ({ worst }) => worst.map(({ name, incidents }) => `${name} ${incidents}`).join('；'),
        },
      ]}
    />
  )
}

/** Teams by how often they are sent. */
export function TeamTable(props: { report: StressReport }): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('readiness.stress.table.teams')}
      testId="stress-teams"
      rows={props.report.summary.teams.slice(0, 40)}
      rowKey={({ teamId }) => teamId}
      columns={[
        { key: 'name', title: text('readiness.stress.column.team'), cell: ({ name }) => <b>{name}</b> },
        {
          ...{ key: 'sent', title: text('readiness.stress.column.sent'), width: '250px' },
          cell: ({ sent }) => <ShareBar share={sent} />,
        },
        {
          ...{ key: 'alone', title: text('readiness.stress.column.alone'), width: '120px', end: true },
          cell: ({ alone }) => String(alone),
        },
      ]}
    />
  )
}

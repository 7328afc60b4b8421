import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { OutputOf } from '#shared/contract/define.ts'
import type { reportsContract } from '#shared/contract/reports.contract.ts'
import { clockText, durationText, secondsSince } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type Duty = OutputOf<(typeof reportsContract)['overview']>['duties'][number]

/** Every report limit, counting down from the call; what was met and how late. */
export function DutiesPanel(props: {
  duties: readonly Duty[]
  nowS: number
  onSent: ((duty: Duty) => void) | null
}): ReactNode {
  const text = useText()
  const { duties, nowS, onSent } = props
  const watched = duties.filter(({ way }) => way !== null)
  const late = watched.filter(({ met, lateS, dueAt }) =>
    met === null ? (secondsSince(dueAt, nowS) ?? 0) > 0 : (lateS ?? 0) > 0,
  )
  return (
    <Panel
      title={text('reports.due')}
      count={duties.length}
      tone={late.some(({ met }) => met === null) ? 'danger' : 'plain'}
      testId="reports-due"
    >
      <div className="report-duties scroll">
        <DataTable
          label={text('reports.due')}
          rows={duties}
          rowKey={({ duty }) => duty}
          columns={[
            {
              key: 'to',
              title: text('reports.to'),
              cell: (duty) => (
                <span title={duty.basis}>
                  <span className="strong">{`${text(`report.${duty.kind}`)} `}</span>
                  {duty.to}
                  {duty.evidence === 'unverified' ? (
                    <span className="chip chip-warn">{text('reporting.unverified')}</span>
                  ) : null}
                </span>
              ),
            },
            {
              key: 'left',
              title: text('reports.left'),
              width: '132px',
              cell: (duty) => <Left duty={duty} nowS={nowS} />,
            },
            {
              key: 'sent',
              title: '',
              width: '80px',
              cell: (duty) =>
                duty.way === null || duty.met !== null || onSent === null ? null : (
                  <Button
                    size="small"
                    onClick={() => onSent(duty)}
                    text={text('reporting.recordSent')}
                    data-testid={`report-sent-${duty.duty}`}
                  />
                ),
            },
          ]}
        />
      </div>
    </Panel>
  )
}

function Left(props: { duty: Duty; nowS: number }): ReactNode {
  const text = useText()
  const { duty, nowS } = props
  if (duty.met !== null) {
    const { at, receivedBy, number } = duty.met
    const isLate = (duty.lateS ?? 0) > 0
    return (
      <span className={isLate ? 'danger' : 'good'} title={number}>
        {isLate ? text('reporting.metLate', { time: durationText(duty.lateS ?? 0) }) : text('reporting.met')}
        {` ${clockText(at)} ${receivedBy}`}
      </span>
    )
  }
  if (duty.way === null) return <span className="dim">{text('reporting.byOthers', { at: clockText(duty.dueAt) })}</span>
  const over = secondsSince(duty.dueAt, nowS)
  if (over === null) return '—'
  if (over > 0) return <span className="danger strong">{text('reporting.late', { time: durationText(over) })}</span>
  return (
    <span className={over > -600 ? 'warn strong' : ''}>{text('reporting.left', { time: durationText(-over) })}</span>
  )
}

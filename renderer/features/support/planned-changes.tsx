import type { ReactNode } from 'react'
import type { PlanChange } from '#shared/domain/plan/plan-change.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { How } from './change-mark.tsx'

/** What the planner changed in the plan in force, gravest first, each line with why. */
export function PlannedChanges(props: { changes: readonly PlanChange[] }): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('difference.title')}
      rows={props.changes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'part',
          title: text('plan.kind'),
          width: '52px',
          cell: (row) => <span className="dim">{text(`difference.kind.${row.kind}`)}</span>,
        },
        { key: 'how', title: '', width: '52px', cell: (row) => <How {...row} /> },
        {
          key: 'change',
          title: text('difference.change'),
          width: '48%',
          cell: (row) => (
            <>
              {row.name === (row.after ?? row.before) ? null : <span className="strong">{row.name} </span>}
              {row.before === null ? null : <span className="dim">{row.before}</span>}
              {row.before !== null && row.after !== null ? ' → ' : null}
              {row.after}
            </>
          ),
        },
        {
          key: 'why',
          title: text('difference.why'),
          cell: (row) => row.reasons.map((reason) => reason.text).join('；'),
        },
      ]}
    />
  )
}

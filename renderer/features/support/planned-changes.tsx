import type { ReactNode } from 'react'
import { isDeclinable } from '#shared/command/plans/officer-choice.ts'
import type { PlanChange } from '#shared/domain/plan/plan-change.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { How } from './change-mark.tsx'

/**
 * What the planner changed in the plan in force, gravest first, each line with why. Who comes and who goes can be declined
 * line by line; all else follows from facts and rules.
 */
export function PlannedChanges(props: {
  changes: readonly PlanChange[]
  declined: ReadonlySet<string>
  onDeclined: (declined: ReadonlySet<string>) => void
}): ReactNode {
  const text = useText()
  const toggle = (id: string): void => {
    const next = new Set(props.declined)
    if (!next.delete(id)) next.add(id)
    props.onDeclined(next)
  }
  return (
    <DataTable
      label={text('difference.title')}
      rows={props.changes}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'accept',
          title: text('difference.accept'),
          width: '44px',
          cell: (row) =>
            isDeclinable(row) ? (
              <input
                type="checkbox"
                checked={!props.declined.has(row.id)}
                aria-label={`${text('difference.accept')} ${row.name}`}
                data-testid={`accept-${row.id}`}
                onChange={() => toggle(row.id)}
              />
            ) : (
              <span className="dim" title={text('difference.follows')}>
                {text('difference.followsMark')}
              </span>
            ),
        },
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

import type { ReactNode } from 'react'
import type { DispatchPlan, MatchedContingencyPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Which contingency plans apply, in order and why, and which of the same type do not, and why not. */
export function MatchedPlans(props: { plan: DispatchPlan }): ReactNode {
  const text = useText()
  const { contingencyPlans, contingencyPlansNotUsed = [] } = props.plan
  return (
    <>
      <Panel title={text('support.plans')} count={contingencyPlans.length} testId="plans-matched">
        {contingencyPlans.length === 0 ? (
          <p className="panel-note">{text('support.noPlans')}</p>
        ) : (
          <PlanTable label={text('support.plans')} rows={contingencyPlans} />
        )}
      </Panel>
      {contingencyPlansNotUsed.length === 0 ? null : (
        <Panel title={text('support.plansNotUsed')} count={contingencyPlansNotUsed.length} testId="plans-not-used">
          <PlanTable label={text('support.plansNotUsed')} rows={contingencyPlansNotUsed} />
        </Panel>
      )}
    </>
  )
}

function PlanTable(props: { label: string; rows: readonly MatchedContingencyPlan[] }): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={props.label}
      rows={props.rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'title',
          title: text('plan.name'),
          width: '32%',
          cell: (row) => <span className="strong">{row.title}</span>,
        },
        {
          key: 'why',
          title: text('plan.why'),
          cell: (row) => row.reasons.map((reason) => <div key={`${reason.code} ${reason.text}`}>{reason.text}</div>),
        },
      ]}
    />
  )
}

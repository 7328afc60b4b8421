import type { ReactNode } from 'react'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { INCIDENT_TYPES } from '#shared/domain/taxonomy.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import { typeWords } from './plan-list.tsx'
import { headquartersColumn } from './plan-columns.tsx'
import { BasisWords, ConditionWords } from './plan-marks.tsx'

/** 力量需求: what is asked for, how many in words and as formula, by when and why. */
export function DemandTable(props: { plan: ContingencyPlan }): ReactNode {
  const text = useText()
  const { demands, types } = props.plan
  const rows = demands.map((one, index) => ({ ...one, path: `demands.${index}` }))
  return (
    <Panel title={text('contingencyPart.demands')} count={rows.length} testId="plan-part-demands">
      {rows.length === 0 ? <p className="panel-note">{text('contingency.view.noLines')}</p> : null}
      {rows.length === 0 ? null : (
        <DataTable
          label={text('contingencyPart.demands')}
          rows={rows}
          rowKey={(row) => row.path}
          columns={[
            {
              key: 'what',
              title: text('contingencyPart.demands'),
              width: '22%',
              cell: (row) => (
                <>
                  <span className="strong">
                    {row.capability === undefined ? '' : text(`capability.${row.capability}`)}
                    {row.vehicleKind === undefined ? '' : text(`vehicle.${row.vehicleKind}`)}
                  </span>{' '}
                  {row.hotZone ? <Chip tone="danger">{text('contingency.view.hot')}</Chip> : null}
                  <br />
                  {row.role}
                  <span className="dim cut">{row.id}</span>
                  <ForTypes row={row} all={types} />
                </>
              ),
            },
            { key: 'quantity', title: text('plan.quantity'), cell: (row) => <ConditionWords formula={row.quantity} /> },
            {
              key: 'when',
              title: text('contingencyField.condition'),
              width: '20%',
              cell: (row) => <ConditionWords formula={row.when} />,
            },
            {
              key: 'by',
              title: text('plan.due'),
              width: '66px',
              cell: (row) => text('contingency.view.minutes', { minutes: Math.round(row.byS / 60) }),
            },
            headquartersColumn(text, '112px'),
            {
              key: 'basis',
              title: text('contingencyField.basis'),
              width: '15%',
              cell: (row) => <BasisWords {...row} />,
            },
          ]}
        />
      )}
    </Panel>
  )
}

/** Types the line is for, when these are not all of the plan, and secondary hazards it prepares for. */
function ForTypes(props: { row: ContingencyPlan['demands'][number]; all: ContingencyPlan['types'] }): ReactNode {
  const text = useText()
  const { row, all } = props
  const secondaries = INCIDENT_TYPES.flatMap((type) => {
    const then = row.secondary?.[type]
    return then === undefined ? [] : [`${text(`incidentType.${type}`)} → ${text(`incidentType.${then}`)}`]
  })
  return (
    <>
      {row.types.length === all.length ? null : <span className="own">{typeWords(row.types, text)}</span>}
      {secondaries.map((words) => (
        <span key={words} className="dim cut">
          {words}
        </span>
      ))}
    </>
  )
}

import { useState, type ReactNode } from 'react'
import type { Deviation } from '#shared/domain/after-action.ts'
import { clockText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { LessonSeed } from './lesson-form.tsx'

/** What went otherwise than planned, with the reason as it was recorded; Enter proposes a lesson from a row. */
export function DeviationTable(props: {
  rows: readonly Deviation[]
  onPropose: (seed: LessonSeed) => void
}): ReactNode {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  if (props.rows.length === 0) return <p className="panel-note">{text('review.deviations.none')}</p>
  return (
    <DataTable
      label={text('review.tab.deviations')}
      testId="review-deviations"
      rows={props.rows}
      rowKey={(row) => row.key}
      chosen={chosen}
      onChoose={(row) => setChosen(row.key)}
      onOpen={(row) => props.onPropose({ text: row.text, evidence: row.opId === null ? [] : [row.opId] })}
      columns={[
        { key: 'at', title: text('review.deviations.at'), width: '48px', cell: (row) => clockText(row.at) },
        {
          key: 'kind',
          title: text('review.deviations.kind'),
          width: '92px',
          cell: (row) => <span className="strong">{text(`review.deviation.${row.kind}`)}</span>,
        },
        { key: 'text', title: text('review.deviations.text'), cell: (row) => row.text },
        {
          key: 'reason',
          title: text('review.deviations.reason'),
          width: '30%',
          cell: (row) => row.reason ?? <span className="warn">{text('review.notRecorded')}</span>,
        },
      ]}
    />
  )
}

import type { ReactNode } from 'react'
import type { LevelReading } from '#shared/domain/plan/level-reading.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'

/** Every bound scale, row by row: what is known, which bound is reached, what is missing to the next. */
export function LevelRows(props: { readings: readonly LevelReading[] }): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('grading.title')}
      rows={props.readings}
      rowKey={(row) => `${row.scaleId}.${row.fact}`}
      testId="table-level-rows"
      columns={[
        {
          key: 'measure',
          title: text('grading.measure'),
          width: '25%',
          cell: (row) => (
            <>
              <span className="strong">{row.name}</span>
              <div className="dim" title={row.source}>
                {row.scale}
              </div>
            </>
          ),
        },
        {
          key: 'known',
          title: text('grading.known'),
          width: '15%',
          cell: (row) => (
            <>
              {row.known}
              <div className="strong">{row.reached === null ? '—' : text(`level.${row.reached}`)}</div>
            </>
          ),
        },
        {
          key: 'bounds',
          title: text('grading.computed'),
          cell: (row) => row.bounds.map((bound) => <Bound key={bound.level} bound={bound} />),
        },
        { key: 'next', title: text('grading.next'), width: '24%', cell: (row) => row.next },
      ]}
    />
  )
}

const SIGNS = { reached: '✓', mayBe: '△', not: '–', unknown: '?' } as const
const TONES = { reached: 'strong', mayBe: 'warn', not: 'dim', unknown: 'dim' } as const

function Bound(props: { bound: LevelReading['bounds'][number] }): ReactNode {
  const text = useText()
  const { level, text: words, state, evidence } = props.bound
  return (
    <div className={TONES[state]}>
      <span aria-hidden="true">{SIGNS[state]} </span>
      {text(`level.${level}`)} {words} {text(`grading.bound.${state}`)}{' '}
      {evidence === 'unverified' ? <Chip tone="warn">{text('why.mark.unverified')}</Chip> : null}
    </div>
  )
}

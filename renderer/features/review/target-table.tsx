import { useState, type ReactNode } from 'react'
import type { TargetRow, TargetState } from '#shared/domain/after-action.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Chip } from '../../ui/marks.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { LessonSeed } from './lesson-form.tsx'

const TONES = {
  met: 'good',
  late: 'danger',
  notRecorded: 'warn',
  notDue: 'plain',
  noLimit: 'plain',
} as const satisfies Readonly<Record<TargetState, string>>

/** Every target with its limit, what was measured and why it reads so; Enter proposes a lesson from a row. */
export function TargetTable(props: { rows: readonly TargetRow[]; onPropose: (seed: LessonSeed) => void }): ReactNode {
  const text = useText()
  const [chosen, setChosen] = useState<string | null>(null)
  return (
    <Panel title={text('review.targets.title')} side={text('review.targets.keys')} testId="review-targets">
      <p className="panel-note">{text('review.honest')}</p>
      <div className="scroll fill">
        <DataTable
          label={text('review.targets.title')}
          rows={props.rows}
          rowKey={(row) => row.key}
          chosen={chosen}
          onChoose={(row) => setChosen(row.key)}
          onOpen={(row) => props.onPropose(seedOf(row, text))}
          columns={[
            { key: 'what', title: text('review.targets.what'), width: '32%', cell: (row) => nameOf(row, text) },
            { key: 'limit', title: text('review.targets.limit'), width: '76px', end: true, cell: limitOf },
            {
              key: 'took',
              title: text('review.targets.took'),
              width: '72px',
              end: true,
              cell: (row) =>
                row.measuredS === null ? (
                  <span className="dim">—</span>
                ) : (
                  <span className="strong">{durationText(row.measuredS)}</span>
                ),
            },
            {
              key: 'state',
              title: text('review.targets.state'),
              width: '92px',
              cell: (row) => <Chip tone={TONES[row.state]}>{text(`review.targetState.${row.state}`)}</Chip>,
            },
            { key: 'remark', title: text('review.targets.remark'), cell: (row) => <Remark row={row} /> },
          ]}
        />
      </div>
    </Panel>
  )
}

function Remark(props: { row: TargetRow }): ReactNode {
  const text = useText()
  const { note, heard, to, who, source, evidence } = props.row
  const said = [
    heard === null ? '' : text('review.targets.heard', heard),
    note === null ? '' : text(`review.targetNote.${note}`),
    to === null ? '' : text('review.targets.said', { at: clockText(to), who }),
  ].filter((words) => words !== '')
  return (
    <>
      {said.join('；')}
      <span className="dim two-lines" title={source}>
        {source}
        {evidence === 'unverified' ? `（${text('review.targets.unverified')}）` : ''}
      </span>
    </>
  )
}

function nameOf({ target, name }: TargetRow, text: Text): string {
  return `${text(`review.target.${target}`)}${name === '' ? '' : ` ${name}`}`
}

function limitOf({ limitS }: TargetRow): string {
  return limitS === null ? '—' : durationText(limitS)
}

function seedOf(row: TargetRow, text: Text): LessonSeed {
  const took = row.measuredS === null ? '' : ` ${durationText(row.measuredS)}`
  return {
    text: `${nameOf(row, text)}：${text(`review.targetState.${row.state}`)}${took}`,
    evidence: row.opId === null ? [] : [row.opId],
  }
}

import type { ReactNode } from 'react'
import type { RecordView } from '#shared/contract/records.contract.ts'
import type { Cells, RecordDraft } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { changedColumns, changedExtras } from './record-draft.ts'
import { choiceWords, columnTitle, shortTime } from './record-words.ts'

/** A record that somebody else changed meanwhile: what it was, what I typed, what it is now; the officer decides. */
export function RecordConflict(props: {
  draft: RecordDraft
  now: RecordView
  onTake: () => void
  onKeep: () => void
}): ReactNode {
  const text = useText()
  const { draft, now } = props
  const mine = [...changedColumns(draft), ...changedExtras(draft)]
  const before: Cells = { ...draft.extrasBefore, ...draft.before }
  const typed: Cells = { ...draft.extras, ...draft.cells }
  const present: Cells = { ...now.extras, ...now.cells }
  const theirs = [...new Set([...Object.keys(present), ...Object.keys(before)])].filter(
    (column) => (present[column] ?? '') !== (before[column] ?? ''),
  )
  const columns = [...new Set([...mine, ...theirs])]
  const words = (column: string, cell: string | undefined): string =>
    cell === undefined || cell === '' ? text('records.none') : choiceWords(now.kind, column, cell, text)
  return (
    <Panel title={text('records.conflictTitle')} tone="warn" testId="record-conflict">
      <p className="panel-note">
        {text('records.conflictBy', {
          who: now.change?.who ?? '',
          at: now.change === null ? '' : shortTime(now.change.recordedAt),
        })}
      </p>
      <DataTable
        label={text('records.conflictTitle')}
        rows={columns}
        rowKey={(column) => column}
        columns={[
          {
            key: 'column',
            title: text('records.conflictColumn'),
            cell: (column) => columnTitle(now.kind, column, text),
          },
          { key: 'before', title: text('records.before'), cell: (column) => words(column, before[column]) },
          {
            key: 'mine',
            title: text('records.conflictMine'),
            cell: (column) => (
              <span className={mine.includes(column) ? 'strong' : 'dim'}>{words(column, typed[column])}</span>
            ),
          },
          {
            key: 'now',
            title: text('records.conflictNow'),
            cell: (column) => (
              <span className={theirs.includes(column) ? 'strong' : 'dim'}>{words(column, present[column])}</span>
            ),
          },
        ]}
      />
      <div className="actions panel-note">
        <button type="button" className="plain-button plain-primary" data-testid="conflict-keep" onClick={props.onKeep}>
          {text('records.conflictKeep')}
        </button>
        <button type="button" className="plain-button" data-testid="conflict-take" onClick={props.onTake}>
          {text('records.conflictTake')}
        </button>
      </div>
    </Panel>
  )
}

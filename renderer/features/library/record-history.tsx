import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RecordChangeEntry } from '#shared/contract/records.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText, type Text } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { choiceWords, columnTitle, shortTime } from './record-words.ts'
import { UndoDialog } from './undo-dialog.tsx'

/** Every change of one record: who, when, why, and each cell before and after; each batch can be taken back. */
export function RecordHistory(props: { kind: RecordKind; recordKey: string }): ReactNode {
  const text = useText()
  const [undoing, setUndoing] = useState<RecordChangeEntry | null>(null)
  const input = { kind: props.kind, key: props.recordKey }
  const { value, error } = useQuery(appContract.records.history, input)
  if (value === null) return <Unloaded of={appContract.records.history} input={input} error={error} />
  return (
    <Panel title={text('records.history')} count={value.length} testId="record-history">
      {value.length === 0 ? <p className="panel-note dim">{text('records.noHistory')}</p> : null}
      {value.map((entry, index) => (
        <div key={`${entry.batchId} ${index}`} className="conflict" data-testid={`history-${entry.batchId}`}>
          <p className="record-line">
            <span className="strong">{titleOf(entry, text)}</span>
            <span className="dim">{` ${shortTime(entry.recordedAt)} ${entry.who}`}</span>
            {entry.kind === 'initial' ? null : (
              <Button size="small" variant="minimal" text={text('records.undo')} onClick={() => setUndoing(entry)} />
            )}
          </p>
          {entry.reason === '' ? null : <p className="dim">{entry.reason}</p>}
          <Fields kind={props.kind} fields={entry.fields} />
        </div>
      ))}
      {undoing === null ? null : (
        <UndoDialog batchId={undoing.batchId} count={undoing.changes} onClose={() => setUndoing(null)} />
      )}
    </Panel>
  )
}

/** What happened, and by what kind of change where the two are not the same. */
function titleOf({ what, kind }: RecordChangeEntry, text: Text): string {
  const change = text(`records.change.${what}`)
  return kind === 'edit' || kind === 'retire' || kind === 'restore'
    ? change
    : `${change} · ${text(`records.kind.${kind}`)}`
}

function Fields(props: { kind: RecordKind; fields: RecordChangeEntry['fields'] }): ReactNode {
  const text = useText()
  const words = (column: string, cell: string): string =>
    cell === '' ? text('records.none') : choiceWords(props.kind, column, cell, text)
  return (
    <ul className="reasons">
      {props.fields.map(({ column, before, after }) => (
        <li key={column}>
          <span className="dim">{`${columnTitle(props.kind, column, text)}：`}</span>
          <del>{words(column, before)}</del>
          {' → '}
          <ins className="strong">{words(column, after)}</ins>
        </li>
      ))}
    </ul>
  )
}

import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { isTableName } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole } from '../../app/console-context.tsx'
import { openRecord, openTable, setRecordDesk } from '../../app/record-desk.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { newDraft } from './record-draft.ts'
import { columnTitle, kindTitle } from './record-words.ts'

/** The records of other tables that name this one: a team's vehicles, a store's lots; each can be opened, new ones added. */
export function NamingRecords(props: { record: RecordView; canAdd: boolean }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { record } = props
  if (record.namedBy.length === 0) return null
  return (
    <Panel title={text('records.namedBy')} testId="record-named-by">
      {record.namedBy.map(({ kind, column, total, records }) => (
        <div key={`${kind} ${column}`} className="conflict">
          <p className="record-line">
            <span className="strong">{`${kindTitle(kind, text)}（${columnTitle(kind, column, text)}） ${total}`}</span>
            {total > 0 ? (
              <Button
                size="small"
                variant="minimal"
                text={text('records.showAll', { count: total })}
                onClick={() => openTable(view, kind, { [column]: record.key })}
              />
            ) : null}
            {props.canAdd && isTableName(kind) ? (
              <Button
                size="small"
                variant="minimal"
                text={text('records.add')}
                data-testid={`record-add-${kind}`}
                onClick={() =>
                  setRecordDesk(view, {
                    open: { kind, key: null },
                    draft: newDraft(kind, { [column]: record.key }),
                  })
                }
              />
            ) : null}
          </p>
          <span className="record-links">
            {records.map(({ kind: other, key, name }) => (
              <button key={key} type="button" className="link-button" onClick={() => openRecord(view, other, key)}>
                {name}
              </button>
            ))}
          </span>
        </div>
      ))}
    </Panel>
  )
}

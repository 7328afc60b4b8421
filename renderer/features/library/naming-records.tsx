import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RecordView } from '#shared/contract/records.contract.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { openRecord, openTable, setRecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { firstColumnsOf } from './list-columns.ts'
import { newDraft } from './record-draft.ts'
import { RecordLines } from './record-lines.tsx'
import { columnTitle, kindTitle } from './record-words.ts'

/** Lines of a page of a part, and the columns that it has room for beside the form. */
const PAGE = 20
const COLUMNS = 4

/** The records of other tables that name this one, each table a grid: a team's vehicles and kit, a store's lots. */
export function NamingRecords(props: { record: RecordView; canAdd: boolean }): ReactNode {
  const text = useText()
  const { record } = props
  if (record.namedBy.length === 0) return null
  return (
    <Panel title={text('records.namedBy')} testId="record-named-by">
      {record.namedBy.map(({ kind, column, total }) => (
        <NamingTable
          key={`${kind} ${column}`}
          {...{ kind, column, total }}
          parentKey={record.key}
          canAdd={props.canAdd && isTableName(kind)}
        />
      ))}
    </Panel>
  )
}

/** One of them: ↑ ↓ choose, Enter opens, Insert adds one with the parent filled in. */
function NamingTable(props: {
  kind: RecordKind
  column: string
  total: number
  parentKey: string
  canAdd: boolean
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { kind, column, total, parentKey, canAdd } = props
  const [offset, setOffset] = useState(0)
  const [chosen, setChosen] = useState<string | null>(null)
  // Of the last page the last line may have gone meanwhile.
  const from = Math.min(offset, Math.max(0, Math.floor((total - 1) / PAGE) * PAGE))
  const input = { kind, where: [{ column, value: parentKey }], offset: from, limit: PAGE }
  const state = useQuery(appContract.records.list, total === 0 ? null : input)
  const shown = firstColumnsOf(kind).filter((name) => name !== column)
  const add = (): void =>
    setRecordDesk(view, { open: { kind, key: null }, draft: newDraft(kind, { [column]: parentKey }) })
  return (
    <div
      className="conflict record-lines"
      data-testid={`record-part-${kind}`}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Insert' || !canAdd) return
        event.preventDefault()
        event.stopPropagation()
        add()
      }}
    >
      <p className="record-line">
        <span className="strong">{`${kindTitle(kind, text)}（${columnTitle(kind, column, text)}） ${total}`}</span>
        {total > 0 ? (
          <Button
            size="small"
            variant="minimal"
            text={text('records.showAll', { count: total })}
            onClick={() => openTable(view, kind, { [column]: parentKey })}
          />
        ) : null}
        {canAdd ? (
          <Button
            size="small"
            variant="minimal"
            text={text('records.addPart')}
            data-testid={`record-add-${kind}`}
            onClick={add}
          />
        ) : null}
        {total > PAGE ? (
          <>
            <Button
              size="small"
              variant="minimal"
              disabled={from === 0}
              text={text('library.previous')}
              onClick={() => setOffset(from - PAGE)}
            />
            <Button
              size="small"
              variant="minimal"
              disabled={from + PAGE >= total}
              text={text('library.next')}
              onClick={() => setOffset(from + PAGE)}
            />
          </>
        ) : null}
      </p>
      {total === 0 ? null : state.value === null ? (
        <Unloaded of={appContract.records.list} input={input} error={state.error} />
      ) : (
        <RecordLines
          kind={kind}
          list={state.value}
          shown={shown.slice(0, COLUMNS)}
          chosen={chosen}
          testId={`record-part-rows-${kind}`}
          onChoose={setChosen}
          onOpen={(key) => openRecord(view, kind, key)}
        />
      )}
    </div>
  )
}

import { Button } from '@blueprintjs/core'
import { useRef, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { ColumnChooser } from './column-chooser.tsx'
import { firstColumnsOf, keepListColumns, readListColumns } from './list-columns.ts'
import { newDraft } from './record-draft.ts'
import { RecordFilters } from './record-filters.tsx'
import { RecordLines } from './record-lines.tsx'
import { kindTitle } from './record-words.ts'

const PAGE = 100
/** Columns with no place of their own in a list: demo is in the last one, latitude stands beside longitude. */
const TAIL: ReadonlySet<string> = new Set(['is_demo', 'lat'])

/** A table of the library: search, filters, order; ↑ ↓ and Enter open a record, Insert begins a new one, `/` searches. */
export function RecordList(props: { kind: RecordKind; desk: RecordDesk }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const search = useRef<HTMLInputElement>(null)
  const { kind, desk } = props
  const where = Object.entries(desk.where).map(([column, value]) => ({ column, value }))
  const { sort, retired, offset } = desk
  const input = { kind, text: desk.text, where, sort, retired, offset, limit: PAGE }
  const state = useQuery(appContract.records.list, input)
  const offered = cellNamesOf(kind).filter((name) => !TAIL.has(name))
  const [chosenColumns, setChosenColumns] = useState(() => readListColumns(window.localStorage, kind))
  const wantedColumns = chosenColumns ?? firstColumnsOf(kind)
  const shown = wantedColumns.filter((name) => offered.includes(name))
  const chooser = (
    <ColumnChooser
      kind={kind}
      all={offered}
      shown={shown}
      onShown={(next) => {
        keepListColumns(window.localStorage, kind, next)
        setChosenColumns(next)
      }}
    />
  )
  const begin = isTableName(kind)
    ? (): void => setRecordDesk(view, { open: { kind, key: null }, draft: newDraft(kind, desk.where) })
    : null
  usePageKey((event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement
    if (event.key === '/' && !isTyping) {
      search.current?.focus()
      return true
    }
    if (event.key !== 'Insert' || begin === null || desk.draft !== null) return false
    begin()
    return true
  })
  return (
    <Panel
      title={kindTitle(kind, text)}
      testId="library-table"
      className="fill"
      side={<span className="dim">{text('records.keys')}</span>}
    >
      <RecordFilters kind={kind} desk={desk} searchRef={search} />
      {state.value === null ? (
        <Unloaded of={appContract.records.list} input={input} error={state.error} />
      ) : (
        <>
          <Pages
            total={state.value.total}
            shown={state.value.rows.length}
            offset={offset}
            onNew={desk.draft === null ? begin : null}
            chooser={chooser}
          />
          <div className="scroll fill record-lines">
            {state.value.rows.length === 0 ? (
              <Waiting words={text('state.empty')} />
            ) : (
              <RecordLines
                kind={kind}
                list={state.value}
                shown={shown}
                chosen={desk.chosen}
                testId="library-rows"
                onChoose={(key) => setRecordDesk(view, { chosen: key })}
                onOpen={(key) => setRecordDesk(view, { chosen: key, open: { kind, key } })}
              />
            )}
          </div>
        </>
      )}
    </Panel>
  )
}

function Pages(props: {
  total: number
  shown: number
  offset: number
  onNew: (() => void) | null
  chooser: ReactNode
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { total, shown, offset } = props
  return (
    <div className="list-tools dim">
      <span>{text('library.total', { total, from: total === 0 ? 0 : offset + 1, to: offset + shown })}</span>
      <Button
        size="small"
        disabled={offset === 0}
        onClick={() => setRecordDesk(view, { offset: Math.max(0, offset - PAGE) })}
        text={text('library.previous')}
      />
      <Button
        size="small"
        disabled={offset + shown >= total}
        onClick={() => setRecordDesk(view, { offset: offset + PAGE })}
        text={text('library.next')}
      />
      {props.onNew === null ? null : (
        <Button size="small" text={text('records.new')} data-testid="record-new" onClick={props.onNew} />
      )}
      {props.chooser}
    </div>
  )
}

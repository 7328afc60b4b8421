import { Button } from '@blueprintjs/core'
import { useRef, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { RecordLine } from '#shared/contract/records.contract.ts'
import { isTableName, type RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { setRecordDesk, type RecordDesk } from '../../app/record-desk.ts'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { ONE_LINE, widthOf } from './cell-text.ts'
import { newDraft } from './record-draft.ts'
import { RecordFilters } from './record-filters.tsx'
import { choiceWords, columnTitle, kindTitle, shortTime } from './record-words.ts'

const PAGE = 100
/** Columns with no place of their own: the tail is in the title and the last column, latitude stands beside longitude. */
const TAIL: ReadonlySet<string> = new Set(['is_demo', 'source', 'note', 'lat'])

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
          />
          <div className="scroll fill">
            {state.value.rows.length === 0 ? (
              <Waiting words={text('state.empty')} />
            ) : (
              <Lines kind={kind} columns={state.value.columns} rows={state.value.rows} chosen={desk.chosen} />
            )}
          </div>
        </>
      )}
    </Panel>
  )
}

function Pages(props: { total: number; shown: number; offset: number; onNew: (() => void) | null }): ReactNode {
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
    </div>
  )
}

function Lines(props: {
  kind: RecordKind
  columns: readonly string[]
  rows: readonly RecordLine[]
  chosen: string | null
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { kind, columns, rows } = props
  const shown = columns
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => !TAIL.has(name) && rows.some((row) => (row.cells[index] ?? '') !== ''))
  const names = shown.map(({ name }) => name)
  const [latitude, source] = [columns.indexOf('lat'), columns.indexOf('source')]
  return (
    <DataTable
      label={kindTitle(kind, text)}
      rows={rows}
      rowKey={(row) => row.key}
      chosen={props.chosen}
      onChoose={(row) => setRecordDesk(view, { chosen: row.key })}
      onOpen={(row) => setRecordDesk(view, { chosen: row.key, open: { kind, key: row.key } })}
      testId="library-rows"
      columns={[
        ...shown.map(({ name, index }) => ({
          key: name,
          title: name === 'lng' ? text('records.position') : columnTitle(kind, name, text),
          oneLine: ONE_LINE.has(name),
          width: widthOf(name, names),
          cell: (row: RecordLine) => {
            const cell = row.cells[index] ?? ''
            const words = name === 'lng' ? `${cell}, ${row.cells[latitude] ?? ''}` : choiceWords(kind, name, cell, text)
            return (
              <span title={`${words}\n${row.cells[source] ?? ''}`} className={cellClass(name)}>
                {words}
              </span>
            )
          },
        })),
        {
          key: 'is_demo',
          title: text('library.demo'),
          width: '56px',
          cell: (row: RecordLine) => (
            <span className={row.isDemo || row.isRetired ? 'warn' : 'dim'}>{markOf(row, text)}</span>
          ),
        },
      ]}
    />
  )
}

/** Retired and demo records say so; one that was changed says when. */
function markOf({ isRetired, isDemo, change }: RecordLine, text: Text): string {
  if (isRetired) return text('records.isRetired')
  if (isDemo) return text('library.demo')
  return change === null ? '' : shortTime(change.recordedAt).slice(5, 10)
}

/** How a column is drawn: names bold, numbers to ring unbroken, long lists in two lines. */
function cellClass(column: string): string {
  if (column === 'name' || column === 'item') return 'strong two-lines'
  if (column === 'phone') return 'phone'
  return ONE_LINE.has(column) ? '' : 'two-lines'
}

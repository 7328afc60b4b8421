import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { TABLE_NAMES, type TableName } from '#shared/domain/dataset/tables.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText, type Text, type TextKey } from '../../text/text.ts'
import { zhCN } from '../../text/zh-CN.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { cellText, ONE_LINE, widthOf } from './cell-text.ts'
import { DatasetPanel } from './dataset-panel.tsx'

const PAGE = 100
/** Columns with no place of their own: the tail is in the title and the last column, latitude stands beside longitude. */
const TAIL: ReadonlySet<string> = new Set(['is_demo', 'source', 'note', 'lat'])

/** 资源库: the action cards, every table of the data set with search, and the head of the set with its conflicts. */
export function LibraryView(props: {
  room: 'tables' | 'cards'
  onRoom: (room: 'tables' | 'cards') => void
  onImport: () => void
  cards: ReactNode
}): ReactNode {
  const text = useText()
  const [table, setTable] = useState<TableName>('teams')
  const [search, setSearch] = useState('')
  const [offset, setOffset] = useState(0)
  const dataset = useQuery(appContract.reference.dataset, {})
  const counts = dataset.value?.counts ?? {}
  const { room, onRoom } = props
  const open = (next: TableName): void => {
    onRoom('tables')
    setTable(next)
    setOffset(0)
  }
  return (
    <div className="library-grid" data-testid="library-view">
      <nav className="scroll panel" aria-label={text('library.tables')}>
        <button
          type="button"
          className="library-table"
          aria-current={room === 'cards' ? 'true' : undefined}
          data-testid="library-cards"
          onClick={() => onRoom('cards')}
        >
          {text('cards.title')}
          <span className="dim">F9</span>
        </button>
        <button type="button" className="library-table" data-testid="library-import" onClick={props.onImport}>
          {text('imports.open')}
        </button>
        {TABLE_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            className="library-table"
            aria-current={room === 'tables' && name === table ? 'true' : undefined}
            data-testid={`library-${name}`}
            onClick={() => open(name)}
          >
            {text(`library.table.${name}`)}
            <span className="dim">{counts[name] ?? ''}</span>
          </button>
        ))}
      </nav>
      {room === 'cards' ? (
        props.cards
      ) : (
        <>
          <Panel title={text(`library.table.${table}`)} testId="library-table" className="fill">
            <div className="list-tools">
              <input
                className="field-input library-search"
                type="search"
                aria-label={text('library.search')}
                placeholder={text('library.searchHint')}
                value={search}
                data-testid="library-search"
                onChange={(event) => {
                  setSearch(event.target.value)
                  setOffset(0)
                }}
              />
            </div>
            <Rows table={table} search={search} offset={offset} onOffset={setOffset} />
          </Panel>
          <DatasetPanel state={dataset} />
        </>
      )}
    </div>
  )
}

function Rows(props: {
  table: TableName
  search: string
  offset: number
  onOffset: (offset: number) => void
}): ReactNode {
  const text = useText()
  const input = { table: props.table, text: props.search, offset: props.offset, limit: PAGE }
  const state = useQuery(appContract.reference.rows, input)
  if (state.value === null) return <Unloaded of={appContract.reference.rows} input={input} error={state.error} />
  const { columns, rows, total } = state.value
  const shown = columns
    .map((name, index) => ({ name, index }))
    .filter(({ name, index }) => !TAIL.has(name) && rows.some((row) => (row[index] ?? '') !== ''))
  const demoIndex = columns.indexOf('is_demo')
  const sourceIndex = columns.indexOf('source')
  return (
    <>
      <div className="list-tools dim">
        <span>
          {text('library.total', { total, from: total === 0 ? 0 : props.offset + 1, to: props.offset + rows.length })}
        </span>
        <Button
          size="small"
          disabled={props.offset === 0}
          onClick={() => props.onOffset(Math.max(0, props.offset - PAGE))}
          text={text('library.previous')}
        />
        <Button
          size="small"
          disabled={props.offset + rows.length >= total}
          onClick={() => props.onOffset(props.offset + PAGE)}
          text={text('library.next')}
        />
      </div>
      <div className="scroll fill">
        {rows.length === 0 ? (
          <Waiting words={text('state.empty')} />
        ) : (
          <DataTable
            label={text(`library.table.${props.table}`)}
            rows={rows.map((cells, index) => ({ cells, index }))}
            rowKey={(row) => String(props.offset + row.index)}
            columns={[
              ...shown.map(({ name, index }) => ({
                key: name,
                title: columnName(name, text),
                oneLine: ONE_LINE.has(name),
                width: widthOf(
                  name,
                  shown.map((column) => column.name),
                ),
                cell: (row: { cells: readonly string[] }) => (
                  <span
                    title={`${cellText(props.table, name, row.cells[index] ?? '', text)}\n${row.cells[sourceIndex] ?? ''}`}
                    className={cellClass(name)}
                  >
                    {name === 'lng'
                      ? `${row.cells[index] ?? ''}, ${row.cells[columns.indexOf('lat')] ?? ''}`
                      : cellText(props.table, name, row.cells[index] ?? '', text)}
                  </span>
                ),
              })),
              {
                key: 'is_demo',
                title: text('library.demo'),
                width: '40px',
                cell: (row: { cells: readonly string[] }) =>
                  row.cells[demoIndex] === '1' ? <span className="warn">{text('library.demo')}</span> : '',
              },
            ]}
          />
        )}
      </div>
    </>
  )
}

/** How a column is drawn: names bold, numbers to ring unbroken, long lists in two lines. */
function cellClass(column: string): string {
  if (column === 'name' || column === 'item') return 'strong two-lines'
  if (column === 'phone') return 'phone'
  return ONE_LINE.has(column) ? '' : 'two-lines'
}

function columnName(column: string, text: Text): string {
  const known: TextKey | null = isColumn(column) ? `library.column.${column}` : null
  return known === null ? column : text(known)
}

function isColumn(column: string): column is keyof typeof zhCN.library.column {
  return Object.hasOwn(zhCN.library.column, column)
}

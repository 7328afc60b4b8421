import type { ReactNode } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import type { RecordLine } from '#shared/contract/records.contract.ts'
import type { RecordKind } from '#shared/domain/dataset/record-kinds.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { ONE_LINE, roomOf, widthOf } from './cell-text.ts'
import { isFlagColumn, isNumberColumn } from './list-columns.ts'
import { choiceWords, columnTitle, kindTitle, shortTime } from './record-words.ts'

type Listed = OutputOf<typeof appContract.records.list>

/** Records as lines of a table: what names another record by that record's name, numbers at the right. */
export function RecordLines(props: {
  kind: RecordKind
  list: Listed
  shown: readonly string[]
  chosen: string | null
  testId: string
  onChoose: (key: string) => void
  onOpen: (key: string) => void
}): ReactNode {
  const text = useText()
  const { kind, list, shown, onChoose, onOpen } = props
  const { columns, names, rows } = list
  const cellOf = (row: RecordLine, column: string): string => row.cells[columns.indexOf(column)] ?? ''
  const rooms = shown.map((column) => roomOf(column, titleOf(kind, column, text)))
  return (
    <DataTable
      label={kindTitle(kind, text)}
      rows={rows}
      rowKey={(row) => row.key}
      chosen={props.chosen}
      onChoose={(row) => onChoose(row.key)}
      onOpen={(row) => onOpen(row.key)}
      testId={props.testId}
      columns={[
        ...shown.map((name, index) => ({
          key: name,
          title: titleOf(kind, name, text),
          oneLine: ONE_LINE.has(name),
          end: isNumberColumn(kind, name),
          width: widthOf(rooms, index),
          cell: (row: RecordLine) => {
            const cell = cellOf(row, name)
            const referred = names[name]?.[cell]
            const words = referred ?? wordsOf(kind, name, cell, cellOf(row, 'lat'), text)
            const title = [referred === undefined ? words : `${words} ${cell}`, cellOf(row, 'source')]
            return (
              <span title={title.join('\n')} className={cellClass(name)}>
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

/** Longitude and latitude stand together in a list. */
function titleOf(kind: RecordKind, column: string, text: Text): string {
  return column === 'lng' ? text('records.position') : columnTitle(kind, column, text)
}

function wordsOf(kind: RecordKind, column: string, cell: string, latitude: string, text: Text): string {
  if (column === 'lng') return cell === '' ? '' : `${cell}, ${latitude}`
  if (isFlagColumn(kind, column)) return text(cell === '1' ? 'records.yes' : 'records.no')
  return choiceWords(kind, column, cell, text)
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

import { Fragment, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

/** One column: heading, width share and how a cell is drawn. */
export interface Column<T> {
  readonly key: string
  readonly title: string
  /** CSS width; columns without one share the rest. */
  readonly width?: string
  readonly end?: boolean
  /** Keeps the cell on one line and cuts it with an ellipsis. */
  readonly oneLine?: boolean
  readonly cell: (row: T) => ReactNode
}

/**
 * A dense table. With `onChoose` rows are chosen by click, ↑ ↓ Home End and Enter; with `onOpen` Enter and double click
 * open the row, with `onMenu` the right button does.
 */
export function DataTable<T>(props: {
  label: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  chosen?: string | null
  onChoose?: (row: T) => void
  onOpen?: (row: T) => void
  onMenu?: (row: T) => void
  testId?: string
  /** Heading of the group a row belongs to; rows of one group stand together. */
  groupOf?: (row: T) => string
}): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null)
  const { rows, rowKey, onChoose, onOpen, onMenu, chosen, groupOf } = props
  const selectable = onChoose !== undefined
  const chosenIndex = rows.findIndex((row) => rowKey(row) === chosen)

  const move = (event: KeyboardEvent, index: number): void => {
    const row = rows[index]
    if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault()
      ;(onOpen ?? onChoose)?.(row)
      return
    }
    const target = nextIndex(event.key, index, rows.length)
    const next = target === null ? undefined : rows[target]
    if (target === null || next === undefined) return
    event.preventDefault()
    onChoose?.(next)
    const line = body.current?.querySelectorAll(':scope > [data-row]')[target]
    if (line instanceof HTMLElement) line.focus()
  }

  return (
    <table className="table" aria-label={props.label} data-testid={props.testId} role={selectable ? 'grid' : 'table'}>
      <colgroup>
        {props.columns.map((column) => (
          <col key={column.key} style={column.width === undefined ? {} : { width: column.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {props.columns.map((column) => (
            <th key={column.key} scope="col" className={column.end ? 'end' : ''} title={column.title}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body} className="table-rows">
        {rows.map((row, index) => {
          const key = rowKey(row)
          const selection = selectable
            ? {
                tabIndex: index === Math.max(0, chosenIndex) ? 0 : -1,
                'aria-selected': key === chosen,
                onClick: () => onChoose(row),
                onDoubleClick: () => onOpen?.(row),
                onKeyDown: (event: KeyboardEvent) => move(event, index),
              }
            : {}
          const menu =
            onMenu === undefined
              ? {}
              : {
                  onContextMenu: (event: MouseEvent) => {
                    event.preventDefault()
                    onMenu(row)
                  },
                }
          const group = groupOf?.(row)
          const before = rows[index - 1]
          const begins = group !== undefined && (before === undefined || groupOf?.(before) !== group)
          return (
            <Fragment key={key}>
              {begins ? (
                <tr className="group-row">
                  <th colSpan={props.columns.length} scope="colgroup">
                    {group}
                  </th>
                </tr>
              ) : null}
              <tr data-row={key} className={selectable ? 'selectable' : ''} {...selection} {...menu}>
                {props.columns.map((column) => (
                  <td key={column.key} className={cellClass(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}

function cellClass(column: { end?: boolean; oneLine?: boolean }): string {
  return `${column.end ? 'end' : ''} ${column.oneLine ? 'one-line' : ''}`.trim()
}

function nextIndex(key: string, index: number, length: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(index + 1, length - 1)
    case 'ArrowUp':
      return Math.max(index - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}

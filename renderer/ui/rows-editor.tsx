import { Button } from '@blueprintjs/core'
import { useEffect, useRef, type ReactNode } from 'react'

/** One column of an editable list. */
export interface EditColumn {
  readonly key: string
  readonly label: string
  /** Share of the width as a grid track, e.g. `2fr`. */
  readonly track?: string
  readonly placeholder?: string
  /** A choice among named values instead of text. */
  readonly options?: readonly { readonly key: string; readonly label: string }[]
  /** Shown, but not typed into. */
  readonly fixed?: boolean
}

type Row = Readonly<Record<string, string>>

/** An editable list: one line of fields a row. Enter in a field adds a row; each row has its own way out. */
export function RowsEditor(props: {
  id: string
  title: string
  hint?: string
  columns: readonly EditColumn[]
  rows: readonly Row[]
  errorOf: (index: number, key: string) => string | null
  addWords: string | null
  removeWords: string
  rowTool?: (index: number) => ReactNode
  onRows: (rows: readonly Row[]) => void
}): ReactNode {
  const place = useRef<HTMLDivElement>(null)
  const { id, columns, rows, onRows } = props
  const tools = props.rowTool === undefined ? '68px' : '140px'
  const tracks = `${columns.map((column) => `minmax(0, ${column.track ?? '1fr'})`).join(' ')} ${tools}`
  const change = (index: number, key: string, value: string): void =>
    onRows(rows.map((row, at) => (at === index ? { ...row, [key]: value } : row)))
  const added = useRef(false)
  const first = columns.find((column) => column.fixed !== true)?.key ?? ''
  const last = rows.length - 1
  const add = (): void => {
    added.current = true
    onRows([...rows, {}])
  }
  // The new row takes the focus at once, before the operator can have gone elsewhere.
  useEffect(() => {
    if (!added.current) return
    added.current = false
    const field = place.current?.querySelector(`#${id}-${last}-${first}`)
    if (field instanceof HTMLElement) field.focus()
  }, [id, last, first])
  return (
    <div className="rows-editor" ref={place} role="group" aria-label={props.title} data-testid={id}>
      <div className="rows-head">
        <span className="strong">{props.title}</span>
        <span className="dim">{props.hint}</span>
        {props.addWords === null ? null : (
          <Button size="small" onClick={add} text={props.addWords} data-testid={`${id}-add`} />
        )}
      </div>
      {rows.length === 0 ? null : (
        <div className="rows-line rows-labels" style={{ gridTemplateColumns: tracks }} aria-hidden="true">
          {columns.map((column) => (
            <span key={column.key} className="dim">
              {column.label}
            </span>
          ))}
        </div>
      )}
      {rows.map((row, index) => (
        // Rows have no identity of their own; they are only appended and taken out.
        <div key={index} className="rows-line" style={{ gridTemplateColumns: tracks }}>
          {columns.map((column) => (
            <Cell
              key={column.key}
              id={`${id}-${index}-${column.key}`}
              column={column}
              value={row[column.key] ?? ''}
              error={props.errorOf(index, column.key)}
              onChange={(value) => change(index, column.key, value)}
              onEnter={props.addWords === null ? undefined : add}
            />
          ))}
          <span className="rows-tools">
            {props.rowTool?.(index)}
            <Button
              size="small"
              onClick={() => onRows(rows.filter((_, at) => at !== index))}
              text={props.removeWords}
              aria-label={`${props.removeWords} ${index + 1}`}
            />
          </span>
        </div>
      ))}
    </div>
  )
}

function Cell(props: {
  id: string
  column: EditColumn
  value: string
  error: string | null
  onChange: (value: string) => void
  onEnter: (() => void) | undefined
}): ReactNode {
  const { id, column, value, error } = props
  if (column.fixed === true) return <span className="rows-fixed one-line-text">{value}</span>
  if (column.options !== undefined) {
    return (
      <select
        id={id}
        className="field-input"
        aria-label={column.label}
        value={value === '' ? column.options[0]?.key : value}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {column.options.map((option) => (
          <option key={option.key} value={option.key}>
            {option.label}
          </option>
        ))}
      </select>
    )
  }
  return (
    <span className={error === null ? '' : 'field-bad'}>
      <input
        id={id}
        className="field-input"
        aria-label={column.label}
        aria-invalid={error !== null}
        value={value}
        placeholder={column.placeholder}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || props.onEnter === undefined) return
          event.preventDefault()
          props.onEnter()
        }}
      />
      {error === null ? null : (
        <span className="field-note" role="alert">
          {error}
        </span>
      )}
    </span>
  )
}

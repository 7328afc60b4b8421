import { Button } from '@blueprintjs/core'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import type { FieldSpec } from './field-spec.ts'
import { useForm } from './form-context.ts'
import { blankOf, moved, rowsOf, titleOf, type TreePath } from './plan-tree.ts'

/** A list of entries, one open at a time. Every change of the list has a key: Enter, Alt+↑↓, Insert, Delete. */
export function ListEditor(props: {
  field: FieldSpec & { kind: 'list' }
  path: TreePath
  renderEntry: (path: TreePath) => ReactNode
}): ReactNode {
  const text = useText()
  const form = useForm()
  const { field, path } = props
  const place = useRef<HTMLDivElement>(null)
  const focusNext = useRef<number | null>(null)
  const rows = rowsOf(form.value(path))
  const open = form.openRow(path)
  const id = path.join('.')

  // The row that was moved, added or stands where one was removed keeps the keyboard.
  useEffect(() => {
    if (focusNext.current === null) return
    const heads = place.current?.querySelectorAll(`[data-list="${CSS.escape(id)}"]`)
    const head = heads?.[Math.min(focusNext.current, heads.length - 1)]
    focusNext.current = null
    if (head instanceof HTMLElement) head.focus()
  })

  const keep = (next: typeof rows, focus: number, opened: number | null): void => {
    form.set(path, next.length === 0 && field.optional ? undefined : next)
    form.setOpenRow(path, opened)
    focusNext.current = focus
  }
  const add = (at: number): void => keep(rows.toSpliced(at, 0, blankOf(field.fields)), at, at)
  const remove = (at: number): void => keep(rows.toSpliced(at, 1), at, open === at ? null : open)
  const move = (from: number, to: number): void => {
    if (to < 0 || to >= rows.length) return
    keep(moved(rows, from, to), to, open === from ? to : open === to ? from : open)
  }
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) move(index, index + step)
    else if (step !== 0) focusHead(place.current, id, index + step)
    else if (event.key === 'Insert') add(index + 1)
    else if (event.key === 'Delete') remove(index)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const error = form.errorAt(path)
  return (
    <div className="plan-list" ref={place} role="group" aria-label={text(`contingencyField.${field.label}`)}>
      <div className="rows-head">
        <span className="strong">{text(`contingencyField.${field.label}`)}</span>
        <span className="dim">{`${rows.length}　${text('contingency.edit.listKeys')}`}</span>
        <Button
          size="small"
          text={text('contingency.edit.add')}
          data-testid={`plan-add-${path.join('-')}`}
          onClick={() => add(rows.length)}
        />
      </div>
      {error === null ? null : (
        <p className="danger" role="alert">
          {error}
        </p>
      )}
      {rows.length === 0 ? <p className="dim">{text('contingency.edit.empty')}</p> : null}
      {rows.map((row, index) => {
        const faults = form.faultsWithin([...path, index])
        const opened = open === index
        return (
          // Entries are known by their place alone: their codes are being edited.
          <div key={index} className={`plan-row ${opened ? 'plan-row-open' : ''}`}>
            <div className="plan-row-head">
              <button
                type="button"
                className="plan-row-name"
                aria-expanded={opened}
                data-list={id}
                data-testid={`plan-row-${[...path, index].join('-')}`}
                onClick={() => form.setOpenRow(path, opened ? null : index)}
                onKeyDown={(event) => onKeyDown(event, index)}
              >
                <span className="dim">{`${opened ? '▼' : '▶'} ${index + 1}`}</span>
                <span className="one-line-text">
                  {titleOf(row, field.titles) || text('contingency.edit.item', { index: index + 1 })}
                </span>
                {faults === 0 ? null : (
                  <span className="danger strong">{`▲ ${text('contingency.edit.problems', { count: faults })}`}</span>
                )}
              </button>
              {opened ? (
                <span className="plan-row-tools">
                  <Button
                    size="small"
                    disabled={index === 0}
                    text={text('contingency.edit.moveUp')}
                    onClick={() => move(index, index - 1)}
                  />
                  <Button
                    size="small"
                    disabled={index === rows.length - 1}
                    text={text('contingency.edit.moveDown')}
                    onClick={() => move(index, index + 1)}
                  />
                  <Button size="small" text={text('contingency.edit.remove')} onClick={() => remove(index)} />
                </span>
              ) : null}
            </div>
            {opened ? <div className="plan-row-body">{props.renderEntry([...path, index])}</div> : null}
          </div>
        )
      })}
    </div>
  )
}

function focusHead(place: HTMLElement | null, id: string, index: number): void {
  const head = place?.querySelectorAll(`[data-list="${CSS.escape(id)}"]`)[index]
  if (head instanceof HTMLElement) head.focus()
}

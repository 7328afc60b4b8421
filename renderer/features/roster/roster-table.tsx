import { useCallback, useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import type { RosterGrid } from '#shared/contract/roster.contract.ts'
import { useText } from '../../text/text.ts'
import { blockOf } from './grid-keys.ts'
import { GridRow } from './grid-row.tsx'
import { cellKey } from './roster-edits.ts'
import type { GridWork } from './use-roster-grid.ts'

/** The grid itself: keys as in a spreadsheet. Typing or Enter goes to the box above it. */
export function RosterTable(props: {
  grid: RosterGrid
  work: GridWork
  names: ReadonlyMap<string, string>
  today: string
  /** Something is typed over the chosen cell, or it was opened. */
  onType: () => void
  onCopy: (text: string) => void
}): ReactNode {
  const text = useText()
  const body = useRef<HTMLDivElement>(null)
  const { grid, work, names, onType } = props
  const { selection, lines, isChosen } = work
  const { from, rows, columns } = blockOf(selection)
  const active = `roster-cell-${selection.to.row}-${selection.to.column}`
  useEffect(() => {
    document.getElementById(active)?.scrollIntoView({ block: 'nearest', inline: isChosen ? 'nearest' : 'center' })
  }, [active, isChosen])
  const { select } = work
  const { at } = selection
  // Rows are drawn again only when this function is another: the corner of a selection is read when it is clicked.
  const corner = useRef(at)
  useEffect(() => {
    corner.current = at
  }, [at])
  const pick = useCallback(
    (row: number, column: number, extend: boolean) => {
      const to = { row, column }
      select({ at: extend ? corner.current : to, to })
      body.current?.focus({ preventScroll: true })
    },
    [select],
  )
  const onKeyDown = (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey } = event
    const act = actOf(event)
    if (act === null && !work.move({ key, shiftKey: event.shiftKey, ctrlKey })) {
      // An input method says `Process` for the key it begins with.
      if (ctrlKey || altKey || (key.length !== 1 && key !== 'Process') || key === ' ' || key === '/') return
      onType()
      event.stopPropagation()
      return
    }
    act?.()
    event.preventDefault()
    event.stopPropagation()
  }
  const actOf = ({ key, ctrlKey }: KeyboardEvent): (() => void) | null => {
    const pressed = key.toLowerCase()
    if (ctrlKey && pressed === 'c') return () => props.onCopy(work.copy())
    if (ctrlKey && pressed === 'v') return work.paste
    if (ctrlKey && pressed === 'm') return work.swap
    if (ctrlKey && pressed === 'z') return work.undo
    if (key === 'Delete' || key === 'Backspace') return work.clear
    return key === 'Enter' || key === 'F2' ? onType : null
  }
  return (
    <div
      ref={body}
      className="scroll fill roster-scroll"
      role="grid"
      tabIndex={0}
      aria-label={text('roster.grid')}
      aria-multiselectable="true"
      aria-activedescendant={active}
      data-testid="roster-grid"
      onKeyDown={onKeyDown}
    >
      <table className="roster-table">
        <thead>
          <tr>
            <th className="roster-post">{text('roster.post')}</th>
            <th className="roster-shift" />
            {grid.columns.map(({ day, weekday }) => (
              <th
                key={day}
                scope="col"
                className={`${weekday === 'sat' || weekday === 'sun' ? 'roster-weekend' : ''} ${day === props.today ? 'roster-today' : ''}`}
              >
                {day === weekday ? '' : `${Number(day.slice(8))} `}
                {text(`roster.weekday.${weekday}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ post, title, cells }, row) => (
            <GridRow
              key={`${post} ${cells[0]?.shift ?? ''}`}
              {...{ row, post, cells, names, today: props.today }}
              title={cells[0]?.shift === 'day' ? title : ''}
              edits={rowEdits(work, post, cells)}
              selected={
                row >= from.row && row < from.row + rows ? columnsOf(from.column, from.column + columns - 1) : null
              }
              marked={work.marked?.post === post ? cellKey(post, work.marked.cell) : null}
              onPick={pick}
              onEdit={onType}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const NO_EDITS: readonly undefined[] = []

/** The unsaved cells of a row by column; the very same empty list where there are none, so that the row is not drawn again. */
function rowEdits(
  { edits }: GridWork,
  post: string,
  cells: GridWork['lines'][number]['cells'],
): Parameters<typeof GridRow>[0]['edits'] {
  const found = cells.map((cell) => edits.get(cellKey(post, cell)))
  return found.every((edit) => edit === undefined) ? NO_EDITS : found
}

const RANGES = new Map<string, readonly [number, number]>()

/** A pair of columns, always the very same for the same two. */
function columnsOf(first: number, last: number): readonly [number, number] {
  const key = `${first} ${last}`
  const known = RANGES.get(key) ?? [first, last]
  RANGES.set(key, known)
  return known
}

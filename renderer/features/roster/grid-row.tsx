import { memo, type ReactNode } from 'react'
import type { CellChange, RosterCell } from '#shared/contract/roster.contract.ts'
import { useText } from '../../text/text.ts'
import { cellKey, shownPeople } from './roster-edits.ts'

/** One shift of one post over all days. Drawn again only when something of it changed. */
export const GridRow = memo(function GridRow(props: {
  row: number
  post: string
  /** Empty on the night row: the name spans both. */
  title: string
  cells: readonly RosterCell[]
  edits: readonly (CellChange | undefined)[]
  names: ReadonlyMap<string, string>
  today: string
  /** Columns selected in this row, or null. */
  selected: readonly [number, number] | null
  marked: string | null
  onPick: (row: number, column: number, extend: boolean) => void
  onEdit: () => void
}): ReactNode {
  const text = useText()
  const { row, post, title, cells, names, selected } = props
  const [first] = cells
  return (
    <tr className={`roster-${first?.shift ?? 'day'}`}>
      {title === '' ? null : (
        <th scope="row" rowSpan={2} className="roster-post" title={`${title} ${post}`}>
          {title}
        </th>
      )}
      <th scope="row" className="roster-shift">
        {first === undefined ? '' : text(`roster.shiftShort.${first.shift}`)}
      </th>
      {cells.map((cell, column) => {
        const edit = props.edits[column]
        const people = shownPeople(cell, edit)
        const own = edit === undefined ? cell.own : edit.after
        const sign = edit === undefined ? cell.signs[0] : undefined
        const isSelected = selected !== null && column >= selected[0] && column <= selected[1]
        const key = cellKey(post, cell)
        const words = people.map((id) => names.get(id) ?? id).join('、')
        return (
          <td
            key={cell.day}
            id={`roster-cell-${row}-${column}`}
            data-cell={key}
            aria-selected={isSelected}
            className={[
              own.length > 0 ? 'roster-own' : 'roster-weekly',
              ...(edit === undefined ? [] : ['roster-edited']),
              ...(sign === undefined ? [] : [`roster-sign-${sign}`]),
              ...(props.marked === key ? ['roster-marked'] : []),
              ...(cell.day === props.today ? ['roster-today'] : []),
            ].join(' ')}
            title={`${words}${cell.signs.map((each) => `\n${text(`roster.signTitle.${each}`)}`).join('')}`}
            onMouseDown={(event) => props.onPick(row, column, event.shiftKey)}
            onDoubleClick={props.onEdit}
          >
            {people.length > 1 ? `${names.get(people[0] ?? '') ?? people[0] ?? ''}+${people.length - 1}` : words}
            {sign === undefined ? null : <span className="roster-sign">{text(`roster.sign.${sign}`)}</span>}
          </td>
        )
      })}
    </tr>
  )
})

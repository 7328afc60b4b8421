import type { ReactNode } from 'react'
import type { ImportSource } from '#shared/contract/imports.contract.ts'
import { useText } from '../../text/text.ts'

/** What was read otherwise than it stands in the files, one line a column and cause; nothing when all was read as it stands. */
export function NoteList(props: { sources: readonly ImportSource[] }): ReactNode {
  const text = useText()
  const noted = props.sources.filter(({ notes }) => notes.length > 0)
  if (noted.length === 0) return null
  const count = noted.reduce((sum, { notes }) => sum + notes.length, 0)
  return (
    <details className="panel-note import-notes" data-testid="import-notes" open={count <= OPEN_UP_TO}>
      <summary>{text('imports.notes', { count })}</summary>
      <ul className="reasons">
        {noted.flatMap(({ file, notes }) =>
          notes.map(({ code, column, rows, line, from, to }) => (
            <li key={`${file} ${column} ${code}`}>
              {props.sources.length === 1 ? null : <span className="dim">{`${file} `}</span>}
              {column === '' ? null : <span className="strong">{`${column} `}</span>}
              {text(`imports.note.${code}`, { count: rows })}
              <span className="dim">
                {to === '' ? text('imports.noteFrom', { line, from }) : text('imports.noteChange', { line, from, to })}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  )
}

/** More lines than these would push the report off a small screen. */
const OPEN_UP_TO = 5

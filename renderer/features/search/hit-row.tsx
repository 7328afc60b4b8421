import type { ReactNode } from 'react'
import type { SearchHit } from '#shared/contract/search.contract.ts'
import { useText } from '../../text/text.ts'
import { kindLabel } from './kind-label.ts'

/** Texts of a record that are shown besides those that matched. */
const SHOWN = 4

/** One found record: what it is, its name, why it was found, and its telephone large enough to dial. */
export function HitRow(props: {
  hit: SearchHit
  id: string
  chosen: boolean
  onOpen: () => void
  onOrigin: () => void
}): ReactNode {
  const text = useText()
  const { hit } = props
  const matched = hit.line.filter(({ marks, field }) => marks.length > 0 && field !== 'phone')
  const others = hit.line.filter(({ marks, field }) => marks.length === 0 && field !== 'phone' && field !== 'name_en')
  const phone = hit.line.find(({ field, marks }) => field === 'phone' && marks.length > 0)
  return (
    <li
      id={props.id}
      role="option"
      aria-selected={props.chosen}
      data-testid="found"
      onPointerDown={(event) => {
        // The box keeps the focus, so that typing goes on.
        event.preventDefault()
      }}
      onClick={props.onOpen}
    >
      <span className="finder-kind">{kindLabel(hit.kind, text)}</span>
      <span className="finder-words">
        <span className="strong one-line-text">
          <Marked text={hit.title.text} marks={hit.title.marks} />
          {hit.isDemo ? <span className="warn finder-demo">{text('library.demo')}</span> : null}
        </span>
        <span className="dim one-line-text">
          {[...matched, ...others.slice(0, Math.max(0, SHOWN - matched.length))].map((part, index) => (
            <span key={index}>
              {index === 0 ? '' : ' · '}
              <Marked text={part.text} marks={part.marks} />
            </span>
          ))}
        </span>
      </span>
      <span className="finder-phone">
        {phone === undefined || hit.phone !== phone.text ? hit.phone : <Marked text={phone.text} marks={phone.marks} />}
      </span>
      <span>
        {hit.position === null ? null : (
          <button
            type="button"
            className="plain-button"
            tabIndex={-1}
            title={text('finder.originTitle')}
            data-testid="found-origin"
            onClick={(event) => {
              event.stopPropagation()
              props.onOrigin()
            }}
          >
            {text('finder.origin')}
          </button>
        )}
      </span>
    </li>
  )
}

function Marked(props: { text: string; marks: readonly (readonly [number, number])[] }): ReactNode {
  let done = 0
  const parts: ReactNode[] = []
  for (const [from, to] of props.marks) {
    if (from < done) continue
    parts.push(props.text.slice(done, from), <mark key={from}>{props.text.slice(from, to)}</mark>)
    done = to
  }
  return [...parts, props.text.slice(done)]
}

import { useState, type ReactNode } from 'react'
import { SEARCH_KINDS, type SearchHit, type SearchKind } from '#shared/contract/search.contract.ts'
import { useText } from '../../text/text.ts'
import { kindLabel } from './kind-label.ts'

/** Kinds among what was found, each with how many; one of them narrows the search to it. */
export function KindChips(props: {
  hits: readonly SearchHit[]
  chosen: SearchKind | null
  onChoose: (kind: SearchKind | null) => void
}): ReactNode {
  const text = useText()
  const { hits, chosen } = props
  // While one kind is chosen the others stay where they were.
  const [offered, setOffered] = useState<readonly SearchKind[]>([])
  const present = SEARCH_KINDS.filter((kind) => hits.some((hit) => hit.kind === kind))
  if (chosen === null && present.join() !== offered.join()) setOffered(present)
  if (offered.length === 0) return <div className="finder-chips" />
  return (
    <div className="finder-chips" role="group" aria-label={text('finder.kinds')}>
      <Chip label={text('finder.all')} pressed={chosen === null} onClick={() => props.onChoose(null)} />
      {offered.map((kind) => (
        <Chip
          key={kind}
          label={
            chosen === null
              ? `${kindLabel(kind, text)} ${hits.filter((hit) => hit.kind === kind).length}`
              : kindLabel(kind, text)
          }
          pressed={chosen === kind}
          onClick={() => props.onChoose(chosen === kind ? null : kind)}
        />
      ))}
    </div>
  )
}

function Chip(props: { label: string; pressed: boolean; onClick: () => void }): ReactNode {
  return (
    <button type="button" className="finder-chip" aria-pressed={props.pressed} onClick={props.onClick}>
      {props.label}
    </button>
  )
}

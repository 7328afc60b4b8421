import { Dialog } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import type { SearchHit, SearchKind } from '#shared/contract/search.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { openMapAt } from '../../app/view-actions.ts'
import { useText } from '../../text/text.ts'
import { HitRow } from './hit-row.tsx'
import { KindChips } from './kind-chips.tsx'
import { NearestList, type Origin } from './nearest-list.tsx'
import { openTarget } from './open-hit.ts'
import { useFind } from './use-find.ts'

/** 全局搜索 over whatever is on the screen: one box, results while typing, all by keyboard. */
export function SearchDialog(props: {
  isOpen: boolean
  incident: { readonly incidentId: string; readonly number: string } | null
  onClose: () => void
}): ReactNode {
  const text = useText()
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} className="finder-dialog" aria-label={text('finder.title')}>
      {props.isOpen ? <Finder incident={props.incident} onClose={props.onClose} /> : null}
    </Dialog>
  )
}

function Finder(props: {
  incident: { readonly incidentId: string; readonly number: string } | null
  onClose: () => void
}): ReactNode {
  const text = useText()
  const { client, view } = useConsole()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<SearchKind | null>(null)
  const [chosen, setChosen] = useState(0)
  const [origin, setOrigin] = useState<Origin | null>(null)
  const words = typed.trim()
  const { answer, error } = useFind(client, words, kind)
  const hits = answer?.hits ?? []
  const nearest = answer?.nearest ?? null
  const at = Math.min(chosen, Math.max(0, hits.length - 1))
  const open = (hit: SearchHit): void => {
    props.onClose()
    openTarget(view, { ...hit, name: hit.title.text })
  }
  const step = (to: number): void => {
    const next = Math.max(0, Math.min(hits.length - 1, to))
    setChosen(next)
    document.getElementById(`found-${next}`)?.scrollIntoView({ block: 'nearest' })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const hit = hits[at]
    if (event.key === 'ArrowDown') step(at + 1)
    else if (event.key === 'ArrowUp') step(at - 1)
    else if (event.key === 'PageDown') step(at + 8)
    else if (event.key === 'PageUp') step(at - 8)
    else if (event.key !== 'Enter' || hit === undefined) return
    else if (event.ctrlKey && hit.position !== null) {
      props.onClose()
      openMapAt(view, { ...hit.position, name: hit.title.text })
    } else if (!event.ctrlKey) open(hit)
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="finder" data-testid="finder">
      <input
        className="field-input finder-box"
        type="search"
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls="finder-hits"
        aria-activedescendant={hits.length === 0 ? undefined : `found-${at}`}
        aria-label={text('finder.title')}
        placeholder={text('finder.hint')}
        data-testid="finder-box"
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(0)
        }}
        onKeyDown={onKeyDown}
      />
      <KindChips hits={hits} chosen={kind} onChoose={setKind} />
      <p className="dim finder-note" role="status" data-testid="finder-note">
        {noteOf()}
      </p>
      <div className="scroll finder-results">
        {nearest === null ? null : (
          <NearestList
            what={nearest.what}
            name={nearest.name}
            incident={props.incident}
            origin={origin}
            onOrigin={setOrigin}
            onOpen={(line) => {
              props.onClose()
              openTarget(view, line)
            }}
          />
        )}
        <ul id="finder-hits" role="listbox" aria-label={text('finder.title')}>
          {hits.map((hit, index) => (
            <HitRow
              key={`${hit.kind} ${hit.key}`}
              hit={hit}
              id={`found-${index}`}
              chosen={index === at}
              onOpen={() => open(hit)}
              onOrigin={() => {
                setOrigin({ kind: hit.kind, key: hit.key, name: hit.title.text })
                setTyped(text('finder.nearestStart'))
                setKind(null)
              }}
            />
          ))}
        </ul>
      </div>
      <p className="dim finder-keys">{text('finder.keys')}</p>
    </div>
  )

  function noteOf(): string {
    if (words === '') return text('finder.start')
    if (error !== null) return error
    if (answer === null) return text('state.loading')
    const index = answer.indexed === null ? '' : text('finder.indexing', { percent: Math.floor(answer.indexed * 100) })
    if (hits.length === 0) return `${index}${nearest === null ? text('finder.none', { words }) : ''}`
    return `${index}${text(answer.more ? 'finder.more' : 'finder.total', { total: hits.length })}`
  }
}

import { Dialog } from '@blueprintjs/core'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { HandbookHit } from '#shared/contract/hazmat.contract.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { Waiting } from '../../ui/state-view.tsx'
import { CardView } from './card-view.tsx'
import { ConditionFields } from './condition-fields.tsx'
import { enteredOf, NO_CONDITIONS, type ConditionDraft } from './entered-conditions.ts'

const LISTED = 60

/** 危化品手册 over whatever is on the screen: nothing typed below is lost. One box finds, ↑ ↓ choose, the card follows. */
export function HandbookDialog(props: {
  opened: { readonly id: string | null } | null
  incident: { readonly incidentId: string; readonly number: string } | null
  onClose: () => void
}): ReactNode {
  const text = useText()
  return (
    <Dialog
      isOpen={props.opened !== null}
      onClose={props.onClose}
      className="handbook-dialog"
      aria-label={text('handbook.title')}
    >
      {props.opened === null ? null : (
        <Handbook key={props.opened.id ?? ''} startId={props.opened.id} incident={props.incident} />
      )}
    </Dialog>
  )
}

function Handbook(props: {
  startId: string | null
  incident: { readonly incidentId: string; readonly number: string } | null
}): ReactNode {
  const text = useText()
  const [wanted, setWanted] = useState(props.startId ?? '')
  const [chosen, setChosen] = useState<string | null>(props.startId)
  const card = useRef<HTMLDivElement>(null)
  const search = useQuery(
    appContract.hazmat.search,
    wanted.trim() === '' ? null : { text: wanted.trim(), limit: LISTED },
  )
  const answer = wanted.trim() === '' ? null : search.value
  const hits = answer?.hits ?? []
  const id = hits.some((hit) => hit.id === chosen) ? chosen : (hits[0]?.id ?? null)

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') {
      event.preventDefault()
      card.current?.focus()
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = hits[Math.max(0, Math.min(hits.length - 1, hits.findIndex((hit) => hit.id === id) + step))]
    if (next === undefined) return
    setChosen(next.id)
    document.getElementById(`handbook-hit-${next.id}`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className="handbook" data-testid="handbook">
      <div className="handbook-left">
        <h2>{text('handbook.title')}</h2>
        <input
          className="field-input"
          type="search"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls="handbook-hits"
          aria-activedescendant={id === null ? undefined : `handbook-hit-${id}`}
          aria-label={text('handbook.search')}
          placeholder={text('handbook.searchHint')}
          data-testid="handbook-search"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          value={wanted}
          onFocus={(event) => event.target.select()}
          onChange={(event) => {
            setWanted(event.target.value)
            setChosen(null)
          }}
          onKeyDown={onKeyDown}
        />
        <p className="dim handbook-note" role="status" data-testid="handbook-note">
          {wanted.trim() === ''
            ? text('handbook.start')
            : (answer?.note ??
              (answer === null
                ? text('state.loading')
                : text('handbook.total', { total: answer.total, shown: hits.length })))}
        </p>
        <ul className="scroll handbook-hits" id="handbook-hits" role="listbox" aria-label={text('handbook.search')}>
          {hits.map((hit) => (
            <Hit key={hit.id} hit={hit} chosen={hit.id === id} onChoose={() => setChosen(hit.id)} />
          ))}
        </ul>
        <p className="dim">{text('handbook.keys')}</p>
      </div>
      <div className="scroll handbook-right" ref={card} tabIndex={0} aria-label={text('handbook.now')}>
        {id === null ? <Waiting words={text('handbook.choose')} /> : <Card id={id} incident={props.incident} />}
      </div>
    </div>
  )
}

function Hit(props: { hit: HandbookHit; chosen: boolean; onChoose: () => void }): ReactNode {
  const text = useText()
  const { hit } = props
  return (
    <li
      id={`handbook-hit-${hit.id}`}
      role="option"
      aria-selected={props.chosen}
      data-testid={`handbook-hit-${hit.id}`}
      onPointerDown={(event) => {
        // The box keeps the focus, so that typing goes on.
        event.preventDefault()
        props.onChoose()
      }}
    >
      <span className="handbook-un">{hit.un === '' ? (hit.id.startsWith('us-') ? '—' : hit.id) : hit.un}</span>
      <span className="handbook-hit-name">
        <span className="strong">{hit.nameZh === '' ? hit.nameEn : hit.nameZh}</span>
        <span className="dim">{hit.nameZh === '' ? '' : ` ${hit.nameEn}`}</span>
      </span>
      <span className="dim">{`${hit.classDivision}${hit.toxicByInhalation ? ` ${text('handbook.toxic')}` : ''}`}</span>
    </li>
  )
}

function Card(props: {
  id: string
  incident: { readonly incidentId: string; readonly number: string } | null
}): ReactNode {
  const text = useText()
  const nowS = useNowS()
  const [draft, setDraft] = useState<ConditionDraft>(NO_CONDITIONS)
  const { entered, fault } = enteredOf(draft, nowS)
  const input = { id: props.id, incidentId: props.incident?.incidentId ?? null, entered }
  const { value, error } = useQuery(appContract.hazmat.card, input)
  if (value === null) return <Unloaded of={appContract.hazmat.card} input={input} error={error} />
  return (
    <CardView
      key={props.id}
      card={value}
      conditionFields={
        <ConditionFields
          conditions={value.conditions}
          draft={draft}
          fault={fault === null ? null : text(fault)}
          incidentNumber={props.incident?.number ?? null}
          onDraft={setDraft}
          onClear={() => setDraft(NO_CONDITIONS)}
        />
      }
    />
  )
}

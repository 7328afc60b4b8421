import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { EvacueeLine } from '#shared/contract/shelters.contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { Chip } from '../../ui/marks.tsx'
import { HeldTick, UnlistedForm } from './door-forms.tsx'
import type { Door } from './use-door.ts'

/** One box: a scanner or a person types, Enter ticks. A scanner's Enter comes before any list could be drawn. */
export function DoorBox(props: { door: Door }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const { door } = props
  const [words, setWords] = useState('')
  const [marked, setMarked] = useState(0)
  const [unlisted, setUnlisted] = useState<string | null>(null)
  const wanted = words.trim()
  const found = useQuery(appContract.arrivals.find, wanted === '' ? null : { text: wanted })
  const hits = wanted === '' ? [] : (found.value ?? [])
  const place = Math.min(marked, Math.max(0, hits.length - 1))
  const enter = async (): Promise<void> => {
    if (wanted === '') return
    const answer = await client.arrivals.find({ text: wanted })
    const list = answer.ok ? answer.value : hits
    const exact = list.find(({ code }) => code === wanted)
    const person = exact ?? list[place]
    if (person === undefined) setUnlisted(wanted)
    else door.tick(person)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setMarked(Math.max(0, Math.min(hits.length - 1, place + (event.key === 'ArrowDown' ? 1 : -1))))
    } else if (event.key === 'Enter' && !event.repeat) {
      event.preventDefault()
      void enter()
    } else if (event.key === 'Escape' && (words !== '' || door.held !== null)) {
      event.preventDefault()
      event.stopPropagation()
      setWords('')
      door.drop()
    }
  }
  return (
    <>
      <div className="panel-note door-box">
        <input
          className="field-input"
          aria-label={text('arrivals.box')}
          placeholder={text('arrivals.box')}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          value={words}
          data-testid="door-box"
          onChange={(event) => {
            setWords(event.target.value)
            setMarked(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <p
        className={`door-said ${door.said?.failed === true ? 'danger strong' : 'good strong'}`}
        role="status"
        data-testid="door-said"
      >
        {door.said?.words ?? ''}
      </p>
      {door.held === null ? null : <HeldTick held={door.held} onCancel={door.drop} />}
      {unlisted === null ? null : <UnlistedForm typed={unlisted} onAdd={door.add} onCancel={() => setUnlisted(null)} />}
      {unlisted === null && door.held === null ? (
        <ul className="reasons door-list" role="listbox" aria-label={text('arrivals.title')}>
          {hits.map((person, index) => (
            <Hit
              key={person.evacueeId}
              person={person}
              isMarked={index === place}
              onTick={() => door.tick(person)}
              onLeave={(leftTo) => door.leave(person, leftTo)}
            />
          ))}
          {wanted !== '' && found.value !== null && hits.length === 0 ? (
            <li className="warn">{text('arrivals.none', { text: wanted })}</li>
          ) : null}
        </ul>
      ) : null}
    </>
  )
}

function Hit(props: {
  person: EvacueeLine
  isMarked: boolean
  onTick: () => void
  onLeave: (leftTo: string) => void
}): ReactNode {
  const text = useText()
  const { person } = props
  const [leftTo, setLeftTo] = useState<string | null>(null)
  const { name, code, phone, point, status, shelter, arrivedAt, specialNeeds, isUnlisted } = person
  return (
    <li role="option" aria-selected={props.isMarked} className={props.isMarked ? 'strong' : ''}>
      {props.isMarked ? '▶ ' : '　'}
      <button type="button" className="plain-button" onClick={props.onTick}>
        {name}
      </button>{' '}
      <span>{code}</span> <span className="phone">{phone}</span> <span className="dim">{point}</span>{' '}
      {specialNeeds === '' ? null : <Chip tone="warn">{`＋ ${specialNeeds}`}</Chip>}{' '}
      {isUnlisted ? <Chip tone="warn">{text('arrivals.unlisted')}</Chip> : null}{' '}
      {status === 'expected' ? (
        <span className="dim">{text('shelters.status.expected')}</span>
      ) : (
        <span className={status === 'present' ? 'good' : 'warn'}>
          {`${text(`shelters.status.${status}`)} ${shelter} ${clockText(arrivedAt)}`}
        </span>
      )}{' '}
      {status !== 'present' ? null : leftTo === null ? (
        <Button size="small" text={text('arrivals.leave')} onClick={() => setLeftTo('')} />
      ) : (
        <input
          className="field-input keeping-short"
          aria-label={text('arrivals.leftTo')}
          placeholder={text('arrivals.leftTo')}
          autoFocus
          value={leftTo}
          onChange={(event) => setLeftTo(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && leftTo.trim() !== '') props.onLeave(leftTo.trim())
          }}
        />
      )}
    </li>
  )
}

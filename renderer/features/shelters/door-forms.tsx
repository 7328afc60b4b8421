import { Button } from '@blueprintjs/core'
import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { useText } from '../../text/text.ts'
import type { Held, NewArrival } from './use-door.ts'

/** A tick that waits: for the reason of a move, or for a warning to be seen. Enter goes on. */
export function HeldTick(props: { held: Held; onCancel: () => void }): ReactNode {
  const text = useText()
  const { held } = props
  const isMove = held.error.code === 'already-arrived'
  const [reason, setReason] = useState('')
  const go = (): void => {
    if (!isMove || reason.trim() !== '') held.again(reason.trim())
  }
  return (
    <div
      className="list-tools"
      data-testid="door-held"
      onKeyDown={(event) => onKey(event, isMove ? go : () => undefined, props.onCancel)}
    >
      {isMove ? (
        <input
          className="field-input keeping-reason"
          aria-label={text('arrivals.moveReason')}
          placeholder={text('arrivals.moveReason')}
          autoFocus
          value={reason}
          data-testid="door-move-reason"
          onChange={(event) => setReason(event.target.value)}
        />
      ) : null}
      <Button
        size="small"
        intent="warning"
        autoFocus={!isMove}
        text={text(isMove ? 'arrivals.move' : 'arrivals.acknowledge')}
        data-testid="door-again"
        onClick={go}
      />
      <Button size="small" text={text('arrivals.cancel')} onClick={props.onCancel} />
    </div>
  )
}

const CODE = /^[A-Za-z0-9-]+$/

/** Somebody on no list: what was typed is the code or the name; from where must be said. */
export function UnlistedForm(props: {
  typed: string
  onAdd: (person: NewArrival) => void
  onCancel: () => void
}): ReactNode {
  const text = useText()
  const isCode = CODE.test(props.typed)
  const [person, setPerson] = useState<NewArrival>({
    ...{ code: isCode ? props.typed : '', name: isCode ? '' : props.typed, fromWhere: '', specialNeeds: '' },
  })
  const isSound = person.name.trim() !== '' && person.fromWhere.trim() !== ''
  const add = (): void => {
    if (isSound) props.onAdd(person)
  }
  const field = (key: keyof NewArrival, label: string, autoFocus: boolean): ReactNode => (
    <input
      className="field-input keeping-short"
      aria-label={label}
      placeholder={label}
      autoFocus={autoFocus}
      value={person[key]}
      data-testid={`door-new-${key}`}
      onChange={(event) => setPerson({ ...person, [key]: event.target.value })}
    />
  )
  return (
    <div className="list-tools" data-testid="door-unlisted" onKeyDown={(event) => onKey(event, add, props.onCancel)}>
      <span className="warn strong">{text('arrivals.unlisted')}</span>
      {field('code', text('shelters.code'), false)}
      {field('name', text('arrivals.name'), isCode)}
      {field('fromWhere', text('arrivals.fromWhere'), !isCode)}
      {field('specialNeeds', text('shelters.needs'), false)}
      <Button size="small" intent="primary" disabled={!isSound} text={text('arrivals.add')} onClick={add} />
      <Button size="small" text={text('arrivals.cancel')} onClick={props.onCancel} />
    </div>
  )
}

function onKey(event: KeyboardEvent, go: () => void, cancel: () => void): void {
  if (event.key !== 'Enter' && event.key !== 'Escape') return
  // A button has its own Enter.
  if (event.key === 'Enter' && event.target instanceof HTMLButtonElement) return
  event.preventDefault()
  event.stopPropagation()
  if (event.key === 'Escape') cancel()
  else if (!event.repeat) go()
}

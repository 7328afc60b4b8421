import { pinyin } from 'pinyin-pro'
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { matchCallers, type RadioCaller } from '#shared/command/radio/match-callers.ts'
import { readRadioEntry, type RadioVerb } from '#shared/command/radio/radio-entry.ts'
import type { OrderStep } from '#shared/domain/command/order.ts'
import { formatInstant } from '#shared/kernel/instant.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { CHINA_OFFSET_MIN, clockText } from '../../text/time-text.ts'
import { useSend } from './use-send.ts'

/** Somebody on the radio with his live orders. */
interface Caller extends RadioCaller {
  readonly rows: readonly OrderRow[]
}

/** 电台速记: a digit or two letters, a short name, Enter, Enter. Esc clears, then closes. */
export function RadioBar(props: { incidentId: string; onClose: () => void }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const nowS = useNowS()
  const send = useSend()
  const { incidentId } = props
  const list = useQuery(appContract.orders.list, { incidentId }).value
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  const [place, setPlace] = useState(0)
  const [said, setSaid] = useState('')
  const callers = useMemo(() => callersOf(list?.orders ?? []), [list])
  const entry = readRadioEntry(typed, nowS, CHINA_OFFSET_MIN)
  const matches = entry === null ? [] : matchCallers(entry.team, callers)
  const caller = matches[place] ?? null
  const step = entry === null ? null : stepOf(entry.verb)
  const rows = caller === null || step === null ? [] : ordersFor(caller, step)
  const type = (value: string): void => {
    setTyped(value)
    setAsked(false)
    setPlace(0)
    send.clear()
  }
  const log = async (): Promise<void> => {
    if (entry === null || caller === null || step === null || rows.length === 0) return
    const words = {
      ...{
        orderIds: rows.map(({ order }) => order.orderId),
        step,
        saidBy: caller.name,
        via: 'radio' as const,
        note: entry.note,
      },
      ...(entry.at === null ? {} : { at: entry.at }),
    }
    const logged = await send.run((commandId) => client.orders.step({ commandId, incidentId, ...words }))
    if (logged === null) return
    const at = clockText(logged.at)
    setSaid(text('radio.logged', { team: caller.name, at, verb: text(`radio.verb.${entry.verb}`) }))
    type('')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (move !== 0) {
      event.preventDefault()
      setPlace(Math.max(0, Math.min(matches.length - 1, place + move)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (asked) void log()
      else if (rows.length > 0) setAsked(true)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      if (typed === '') props.onClose()
      else type('')
    }
  }
  return (
    <section className="radio-bar" role="dialog" aria-label={text('radio.title')} data-testid="radio-bar">
      <strong>{text('radio.title')}</strong>
      <input
        className="field-input radio-input"
        aria-label={text('radio.title')}
        autoFocus
        autoComplete="off"
        spellCheck={false}
        value={typed}
        data-testid="radio-input"
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className="radio-reading" role="status" aria-live="assertive" data-testid="radio-reading">
        <Reading
          typed={typed}
          entry={entry}
          matches={matches}
          caller={caller}
          count={rows.length}
          asked={asked}
          nowS={nowS}
          said={said}
        />
      </span>
      {send.error === null ? null : (
        <span className="danger" role="alert">
          {send.error}
        </span>
      )}
      <button type="button" className="small-button" onClick={props.onClose}>
        {`${text('life.close')} Esc`}
      </button>
    </section>
  )
}

function Reading(props: {
  typed: string
  entry: ReturnType<typeof readRadioEntry>
  matches: readonly Caller[]
  caller: Caller | null
  count: number
  asked: boolean
  nowS: number
  said: string
}): ReactNode {
  const text = useText()
  const { typed, entry, matches, caller, count, asked, said } = props
  if (typed.trim() === '')
    return said === '' ? (
      <span className="dim">{text('radio.hint')}</span>
    ) : (
      <span className="good strong">{`√ ${said}`}</span>
    )
  if (entry === null) return <span className="warn">{text('radio.noVerb')}</span>
  const verb = text(`radio.verb.${entry.verb}`)
  if (entry.team === '') return <span>{`${verb}：${text('radio.noTeam')}`}</span>
  if (caller === null) return <span className="warn">{`${verb}：${text('radio.nobody')}`}</span>
  if (count === 0) return <span className="warn">{text('radio.impossible', { team: caller.name, verb })}</span>
  const at = clockText(entry.at ?? formatInstant(props.nowS, CHINA_OFFSET_MIN))
  if (asked || matches.length === 1) {
    return (
      <span className={asked ? 'strong radio-asked' : ''}>
        {text('radio.confirm', { team: caller.name, at, verb })}
      </span>
    )
  }
  return (
    <span>
      {`${verb}：`}
      {matches.map((one) => (
        <span key={one.id} className={one === caller ? 'chip chip-own strong' : 'chip'}>
          {`${one.name} ${one.callSign}`}
        </span>
      ))}{' '}
      <span className="dim">{text('radio.choose')}</span>
    </span>
  )
}

function stepOf(verb: RadioVerb): OrderStep {
  return verb === 'distress' ? 'progress' : verb
}

/** On the way and on scene hold for every order of a caller; done and progress for the newest one only. */
function ordersFor({ rows }: Caller, step: OrderStep): readonly OrderRow[] {
  const able = rows.filter(({ possible }) => possible.includes(step))
  return step === 'done' || step === 'progress' ? able.slice(-1) : able
}

function callersOf(orders: readonly OrderRow[]): Caller[] {
  const callers = new Map<string, Caller>()
  for (const row of orders.filter(({ isLive }) => isLive)) {
    const { receiver, teamId, callSign } = row.order
    const id = teamId ?? `${receiver.kind} ${receiver.id} ${receiver.name}`
    const known = callers.get(id)
    const sign = callSign === '' ? (known?.callSign ?? '') : callSign
    callers.set(id, {
      ...{
        id,
        name: receiver.name,
        callSign: sign,
        initials: initialsOf(receiver.name),
        callSignInitials: initialsOf(sign),
      },
      rows: [...(known?.rows ?? []), row],
    })
  }
  return [...callers.values()]
}

/** First letters in pinyin, signs left out: 台塑（宁波）救援队 → `tsnbjyd`. */
function initialsOf(name: string): string {
  return pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
}

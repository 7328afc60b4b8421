import { useState, type ReactNode } from 'react'
import type { LadderRung, OrderRow } from '#shared/contract/orders.contract.ts'
import { overdueOf, type Overdue } from '#shared/command/orders/order-timers.ts'
import { followUpOrder } from '#shared/command/orders/follow-up.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useText } from '../../text/text.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import { shortNumber } from './short-number.ts'
import { useSend } from './use-send.ts'

/** Overdue orders, the latest first to ring: who is rung next, on which number, after how many seconds. */
export function OverdueList(props: {
  incidentId: string
  rows: readonly OrderRow[]
  nowS: number
  chosen: string | null
  onChoose: (orderId: string) => void
}): ReactNode {
  const text = useText()
  const [all, setAll] = useState(false)
  const late = props.rows.flatMap((row) => {
    const overdue = overdueOf(row.timers, props.nowS)
    return overdue === null ? [] : [{ row, overdue }]
  })
  if (late.length === 0) return null
  const ordered = late.toSorted((a, b) => b.overdue.lateS - a.overdue.lateS)
  const shown = all ? ordered : ordered.slice(0, 3)
  return (
    <section className="overdue" aria-label={text('orders.overdue', { count: late.length })} data-testid="overdue-list">
      <div className="overdue-head">
        <strong>{`■ ${text('orders.overdue', { count: late.length })}`}</strong>
        <span className="dim">{text('orders.overdueNote')}</span>
        {late.length > 3 ? (
          <button type="button" className="link-button" onClick={() => setAll(!all)}>
            {all ? '▲' : `▼ +${late.length - 3}`}
          </button>
        ) : null}
      </div>
      {shown.map(({ row, overdue }) => (
        <OverdueRow
          key={row.order.orderId}
          incidentId={props.incidentId}
          row={row}
          overdue={overdue}
          chosen={row.order.orderId === props.chosen}
          onChoose={() => props.onChoose(row.order.orderId)}
        />
      ))}
    </section>
  )
}

function OverdueRow(props: {
  incidentId: string
  row: OrderRow
  overdue: Overdue
  chosen: boolean
  onChoose: () => void
}): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const send = useSend()
  const { row, overdue, incidentId } = props
  const { order, ladder, rings } = row
  const tried = new Set(rings.map(({ phone }) => phone))
  // Next is the first nobody has rung yet; the clock alone moves on too.
  const due = ladder.filter(({ afterS }) => afterS <= overdue.lateS)
  const next = ladder.find(({ phone }) => phone !== '' && !tried.has(phone)) ?? due.at(-1) ?? ladder[0]
  const ring = (rung: LadderRung, outcome: 'reached' | 'noAnswer'): void => {
    const said = { orderId: order.orderId, name: rung.name, phone: rung.phone, outcome, note: '' }
    void send.run((commandId) => client.orders.ring({ commandId, incidentId, ...said }))
  }
  const follow = (rung: LadderRung): void => {
    const wish = { key: null, order: followUpOrder(order, rung, overdue.step), overrule: null }
    void send.run((commandId) => client.orders.issue({ commandId, incidentId, orders: [wish] }))
  }
  const waitS = next === undefined ? 0 : next.afterS - overdue.lateS
  return (
    <div className={`overdue-row ${props.chosen ? 'overdue-chosen' : ''}`} data-testid="overdue-row">
      <button type="button" className="link-button" onClick={props.onChoose}>
        {`${shortNumber(order.number)} ${order.receiver.name}`}
      </button>
      <span className="timer-late">
        {`${text(`orders.awaits.${overdue.step}`)} ${text('orders.late', { time: durationText(overdue.lateS) })}`}
      </span>
      {next === undefined ? null : (
        <span className="overdue-next" data-testid="ring-next">
          <span className="dim">{text(`orders.rung.${next.role}`)}</span>
          <strong>{next.name}</strong>
          <strong className="phone">{next.phone === '' ? text('orders.noPhone') : next.phone}</strong>
          <span className={waitS <= 0 ? 'danger strong' : 'dim'}>
            {waitS <= 0 ? text('orders.ringNow') : text('orders.ringIn', { time: durationText(waitS) })}
          </span>
          <button type="button" className="small-button" disabled={send.busy} onClick={() => ring(next, 'reached')}>
            {text('orders.reached')}
          </button>
          <button type="button" className="small-button" disabled={send.busy} onClick={() => ring(next, 'noAnswer')}>
            {text('orders.noAnswer')}
          </button>
          <button
            type="button"
            className="small-button"
            disabled={send.busy}
            data-testid="follow-up"
            onClick={() => follow(next)}
          >
            {text(next.role === 'runnerUp' ? 'orders.replace' : 'orders.followUp')}
          </button>
        </span>
      )}
      <span className="dim">
        {rings
          .map(
            ({ name, at, outcome }) =>
              `${name} ${text('orders.rungBefore', { at: clockText(at), outcome: text(`orders.${outcome}`) })}`,
          )
          .join('；')}
      </span>
      {send.error === null ? null : (
        <span className="danger" role="alert">
          {send.error}
        </span>
      )}
    </div>
  )
}

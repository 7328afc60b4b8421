import { useState, type ReactNode } from 'react'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { ChainTable } from './chain-table.tsx'
import { StateMark } from './order-table.tsx'
import { SayForm } from './say-form.tsx'
import { lastMoment } from './clock-entry.ts'
import { useSend } from './use-send.ts'

/** One order: its text, its chain of times, what was said and what can be said next. */
export function OrderDetail(props: { incidentId: string; row: OrderRow }): ReactNode {
  const text = useText()
  const { row, incidentId } = props
  const { order } = row
  const source =
    order.source.planVersion === null
      ? text('orders.free')
      : text('orders.planVersion', { version: order.source.planVersion })
  return (
    <section className="panel order-detail" aria-label={order.number} data-testid="order-detail">
      <div className="panel-head">
        <h2>{order.number}</h2>
        <StateMark state={row.state} />
        <span className="side">{`${order.issuer} ${clockText(order.issuedAt)} · ${source}`}</span>
      </div>
      <div className="scroll fill order-detail-body">
        <p>
          <strong>{order.receiver.name}</strong> <strong className="phone">{order.receiver.phone}</strong>{' '}
          <span className="dim">
            {order.callSign === '' ? '' : text('orders.callSign', { callSign: order.callSign })}{' '}
            {order.channel === '' ? '' : text('orders.channel', { channel: order.channel })}
          </span>
        </p>
        <p className="order-text">{order.text}</p>
        {order.overruled === null ? null : (
          <p className="warn">{text('orders.overruled', { by: order.overruled.by, reason: order.overruled.reason })}</p>
        )}
        {row.contradictions.map(({ code, steps }) => (
          <p key={`${code} ${steps.map(({ at }) => at).join(' ')}`} className="warn" role="status">
            {`！${text(`orders.contradiction.${code}`)}：${steps
              .map(
                ({ step, at, saidBy }) =>
                  `${text(step === 'issued' ? 'orders.issuedAt' : `orders.step.${step}`)} ${clockText(at)}（${saidBy}）`,
              )
              .join('，')}。${text('orders.askAgain')}`}
          </p>
        ))}
        <ChainTable chain={row.chain} />
        <SayForm key={`${order.orderId} ${row.steps.length}`} incidentId={incidentId} row={row} />
        <SaidList incidentId={incidentId} row={row} />
      </div>
    </section>
  )
}

function SaidList(props: { incidentId: string; row: OrderRow }): ReactNode {
  const text = useText()
  const [open, setOpen] = useState<string | null>(null)
  const { row } = props
  if (row.steps.length === 0) return null
  return (
    <>
      <h3>{text('orders.log')}</h3>
      <ul className="said-list">
        {row.steps.map((step) => (
          <li key={step.opId} className={step.standsAt === null ? 'taken-back' : ''}>
            <span>
              {`${clockText(step.standsAt ?? step.at)} ${text(`orders.step.${step.step}`)} ${step.saidBy}（${text(`orders.via.${step.via}`)}）${step.note}`}
            </span>
            {step.corrections.map(({ opId, at, reason }) => (
              <span key={opId} className="warn">
                {text(at === null ? 'orders.takenBack' : 'orders.corrected', { reason })}
              </span>
            ))}
            {step.standsAt === null ? null : (
              <button
                type="button"
                className="link-button"
                onClick={() => setOpen(open === step.opId ? null : step.opId)}
              >
                {text('orders.correct')}
              </button>
            )}
            {open === step.opId ? (
              <CorrectForm incidentId={props.incidentId} orderId={row.order.orderId} stepOp={step.opId} />
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function CorrectForm(props: { incidentId: string; orderId: string; stepOp: string }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const nowS = useNowS()
  const send = useSend()
  const [time, setTime] = useState('')
  const [reason, setReason] = useState('')
  const at = time.trim() === '' ? null : lastMoment(time, nowS)
  const isWrong = time.trim() !== '' && at === null
  const correct = (): void => {
    if (reason.trim() === '' || isWrong) return
    void send.run((commandId) => client.orders.correct({ commandId, ...props, at, reason: reason.trim() }))
  }
  return (
    <span className="list-tools">
      <input
        className="field-input short-time"
        aria-label={text('orders.correctTime')}
        placeholder={text('orders.correctTime')}
        aria-invalid={isWrong}
        value={time}
        onChange={(event) => setTime(event.target.value)}
      />
      <input
        className="field-input"
        aria-label={text('orders.correctReason')}
        placeholder={text('orders.correctReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <button type="button" className="small-button" disabled={reason.trim() === '' || isWrong} onClick={correct}>
        {time.trim() === '' ? text('orders.takeBack') : text('orders.correct')}
      </button>
      {send.error === null ? null : (
        <span className="danger" role="alert">
          {send.error}
        </span>
      )}
    </span>
  )
}

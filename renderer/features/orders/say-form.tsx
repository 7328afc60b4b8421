import { useState, type ReactNode } from 'react'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { SAID_BY_WAYS, type OrderStep } from '#shared/domain/command/order.ts'
import { useConsole } from '../../app/console-context.tsx'
import { useNowS } from '../../app/now.ts'
import { useText } from '../../text/text.ts'
import { lastMoment } from './clock-entry.ts'
import { useSend } from './use-send.ts'

/** Logs what somebody said about an order: one button a step that can follow. */
export function SayForm(props: { incidentId: string; row: OrderRow }): ReactNode {
  const text = useText()
  const { client } = useConsole()
  const nowS = useNowS()
  const send = useSend()
  const { row, incidentId } = props
  const [saidBy, setSaidBy] = useState(row.order.receiver.name)
  const [via, setVia] = useState<(typeof SAID_BY_WAYS)[number]>(row.order.teamId === null ? 'phone' : 'radio')
  const [time, setTime] = useState('')
  const [note, setNote] = useState('')
  const at = time.trim() === '' ? undefined : lastMoment(time, nowS)
  if (row.possible.length === 0) return null
  const say = (step: OrderStep): void => {
    if (at === null) return
    const said = { orderIds: [row.order.orderId], step, saidBy, via, note: note.trim() }
    void send.run((commandId) =>
      client.orders.step({ commandId, incidentId, ...said, ...(at === undefined ? {} : { at }) }),
    )
  }
  return (
    <div className="say-form" role="group" aria-label={text('orders.say')}>
      <div className="list-tools">
        <select
          className="field-input"
          aria-label={text('orders.say')}
          value={via}
          onChange={(event) => setVia(SAID_BY_WAYS.find((way) => way === event.target.value) ?? 'radio')}
        >
          {SAID_BY_WAYS.map((way) => (
            <option key={way} value={way}>
              {text(`orders.via.${way}`)}
            </option>
          ))}
        </select>
        <input
          className="field-input"
          aria-label={text('orders.said')}
          value={saidBy}
          onChange={(event) => setSaidBy(event.target.value)}
        />
        <input
          className="field-input short-time"
          aria-label={text('orders.saidAt')}
          title={text('orders.saidAt')}
          placeholder={text('orders.at')}
          aria-invalid={at === null}
          value={time}
          onChange={(event) => setTime(event.target.value)}
        />
        <input
          className="field-input say-note"
          aria-label={text('orders.note')}
          placeholder={text('orders.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="list-tools">
        {row.possible.map((step) => (
          <button
            key={step}
            type="button"
            className={`plain-button ${step === 'withdrawn' || step === 'refused' ? 'plain-danger' : ''}`}
            disabled={send.busy || at === null}
            data-testid={`say-${step}`}
            onClick={() => say(step)}
          >
            {text(`orders.step.${step}`)}
          </button>
        ))}
      </div>
      {send.error === null ? null : (
        <p className="danger" role="alert" data-testid="say-error">
          {send.error}
        </p>
      )}
    </div>
  )
}

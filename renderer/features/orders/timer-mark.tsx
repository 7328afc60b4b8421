import type { ReactNode } from 'react'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { overdueOf } from '#shared/command/orders/order-timers.ts'
import { useText } from '../../text/text.ts'
import { durationText, secondsSince } from '../../text/time-text.ts'

/** What an order waits for and how long still: a filled square and a word when it is late, never colour alone. */
export function TimerMark(props: { timers: OrderRow['timers']; nowS: number }): ReactNode {
  const text = useText()
  const { timers, nowS } = props
  const late = overdueOf(timers, nowS)
  if (late !== null) {
    return (
      <span className="timer timer-late" data-testid="timer-late">
        {`■ ${text(`orders.awaits.${late.step}`)} ${text('orders.late', { time: durationText(late.lateS) })}`}
      </span>
    )
  }
  const [next] = timers
  if (next === undefined) return <span className="dim">{text('orders.noTimer')}</span>
  const leftS = -(secondsSince(next.dueAt, nowS) ?? 0)
  const near = leftS <= 60
  return (
    <span className={`timer ${near ? 'timer-near' : ''}`}>
      {`${near ? '▲' : '○'} ${text(`orders.awaits.${next.step}`)} ${text('orders.left', { time: durationText(leftS) })}`}
    </span>
  )
}

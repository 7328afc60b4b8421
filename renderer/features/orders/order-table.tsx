import type { ReactNode } from 'react'
import type { OrderRow } from '#shared/contract/orders.contract.ts'
import { useText } from '../../text/text.ts'
import { clockText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { HeadquartersMark } from '../../ui/marks.tsx'
import { shortNumber } from './short-number.ts'
import { TimerMark } from './timer-mark.tsx'

/** Marks of the states: shape and word, never colour alone. */
const STATE_SIGNS: Readonly<Record<OrderRow['state'], string>> = {
  ...{ issued: '◇', received: '◆', turnedOut: '▶', onScene: '◉' },
  ...{ done: '√', refused: '×', withdrawn: '←', released: '◎' },
}

/** Where an order stands, as sign and word. */
export function StateMark(props: { state: OrderRow['state'] }): ReactNode {
  const text = useText()
  return (
    <span className={`order-state order-${props.state}`}>
      {`${STATE_SIGNS[props.state]} ${text(`orders.stateName.${props.state}`)}`}
    </span>
  )
}

/** Orders in a list; Enter or a click shows one. */
export function OrderTable(props: {
  label: string
  rows: readonly OrderRow[]
  nowS: number
  chosen: string | null
  onChoose: (orderId: string) => void
}): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={props.label}
      testId="order-table"
      rows={props.rows}
      rowKey={({ order }) => order.orderId}
      chosen={props.chosen}
      onChoose={({ order }) => props.onChoose(order.orderId)}
      columns={[
        {
          ...{ key: 'number', title: text('orders.number'), width: '64px' },
          cell: ({ order }) => <span title={order.number}>{shortNumber(order.number)}</span>,
        },
        {
          ...{ key: 'hq', title: text('orders.hq'), width: '34px' },
          cell: ({ order: { hq } }) => (
            <span title={text(`headquarters.${hq}`)}>
              <HeadquartersMark headquarters={hq} letter={text(`headquartersLetter.${hq}`)} size={18} />
            </span>
          ),
        },
        {
          ...{ key: 'receiver', title: text('orders.receiver'), width: '24%', oneLine: true },
          cell: ({ order: { receiver } }) => (
            <span title={receiver.name}>
              <span className="strong">{receiver.name}</span> <span className="dim">{receiver.phone}</span>
            </span>
          ),
        },
        {
          ...{ key: 'state', title: text('orders.state'), width: '92px' },
          cell: ({ state, contradictions }) => (
            <>
              <StateMark state={state} />
              {contradictions.length === 0 ? null : <span className="warn strong"> ！</span>}
            </>
          ),
        },
        {
          ...{ key: 'waits', title: text('orders.waits'), width: '176px' },
          cell: ({ timers, isLive }) => (isLive ? <TimerMark timers={timers} nowS={props.nowS} /> : null),
        },
        {
          ...{ key: 'issued', title: text('orders.issuedAt'), width: '52px' },
          cell: ({ order }) => clockText(order.issuedAt),
        },
        {
          ...{ key: 'text', title: text('orders.text'), oneLine: true },
          cell: ({ order }) => <span title={order.text}>{order.text}</span>,
        },
      ]}
    />
  )
}

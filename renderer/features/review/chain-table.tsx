import type { ReactNode } from 'react'
import type { AfterActionReview } from '#shared/contract/review.contract.ts'
import { clockText, durationText } from '../../text/time-text.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type Order = AfterActionReview['orders'][number]

const LINKS = ['issued', 'received', 'turnedOut', 'onScene', 'done'] as const

/** The chain of every order as it was stated, and how long half and nine tenths of them took. */
export function ChainTable(props: Pick<AfterActionReview, 'orders' | 'percentiles'>): ReactNode {
  const text = useText()
  const { orders, percentiles } = props
  return (
    <Panel title={text('review.chains.title')} count={orders.length} testId="review-orders" className="review-orders">
      <div className="scroll fill">
        {orders.length === 0 ? (
          <p className="panel-note">{text('review.chains.none')}</p>
        ) : (
          <DataTable
            label={text('review.chains.title')}
            rows={orders}
            rowKey={(row) => row.orderId}
            columns={[
              {
                key: 'number',
                title: text('review.chains.number'),
                width: '62px',
                cell: (row) => <span title={row.number}>{row.number.split('-').slice(-2).join('-')}</span>,
              },
              { key: 'receiver', title: text('review.chains.receiver'), oneLine: true, cell: (row) => row.receiver },
              ...LINKS.map((link) => ({
                key: link,
                title: text(`review.chains.link.${link}`),
                width: '74px',
                cell: (row: Order) => <LinkCell order={row} link={link} />,
              })),
            ]}
          />
        )}
      </div>
      <p className="review-spread">
        {percentiles.map(({ measure, orders: count, p50S, p90S }) => (
          <span key={measure}>
            {p50S === null || p90S === null
              ? text('review.chains.few', { measure: text(`review.measure.${measure}`), count })
              : text('review.chains.spread', {
                  ...{ measure: text(`review.measure.${measure}`), count },
                  ...{ p50: durationText(p50S), p90: durationText(p90S) },
                })}
          </span>
        ))}
      </p>
    </Panel>
  )
}

function LinkCell(props: { order: Order; link: (typeof LINKS)[number] }): ReactNode {
  const text = useText()
  const said = props.order.chain.find(({ link }) => link === props.link)
  if (said === undefined || said.at === null) return <span className="dim">—</span>
  return (
    <span className={said.kept === false ? 'danger strong' : ''} title={said.saidBy}>
      {clockText(said.at)}
      {said.kept === false ? ` ${text('review.chains.late')}` : ''}
    </span>
  )
}

import type { ReactNode } from 'react'
import type { StockUsed } from '#shared/domain/after-action.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'

/** Goods by item: handed out by orders beside what somebody signed for. */
export function StockTable(props: { rows: readonly StockUsed[] }): ReactNode {
  const text = useText()
  if (props.rows.length === 0) return <p className="panel-note">{text('review.stock.none')}</p>
  return (
    <DataTable
      label={text('review.tab.stock')}
      rows={props.rows}
      rowKey={(row) => `${row.item} ${row.unit}`}
      columns={[
        { key: 'item', title: text('review.stock.item'), cell: (row) => row.item },
        {
          key: 'ordered',
          title: text('review.stock.ordered'),
          width: '92px',
          cell: (row) => `${row.ordered} ${row.unit}`,
        },
        {
          key: 'received',
          title: text('review.stock.received'),
          width: '92px',
          cell: (row) =>
            row.received === null ? (
              <span className="warn">{text('review.notRecorded')}</span>
            ) : (
              `${row.received} ${row.unit}`
            ),
        },
        {
          key: 'from',
          title: text('review.stock.from'),
          width: '36%',
          cell: (row) => [...row.stores, ...row.orders].join('、'),
        },
      ]}
    />
  )
}

import type { ReactNode } from 'react'
import type { ItemSum } from '#shared/contract/stock.contract.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { quantityWords } from './lot-marks.tsx'

/** Items summed up by state and by whose they are; what is written off stands apart. */
export function SumTable(props: { sums: readonly ItemSum[] }): ReactNode {
  const text = useText()
  const number = (quantity: number): string => quantityWords(quantity, '').trim()
  return (
    <DataTable
      label={text('stock.view.sums')}
      testId="stock-sums"
      rows={props.sums}
      rowKey={({ itemCode, unit }) => `${itemCode} ${unit}`}
      columns={[
        { key: 'item', title: text('stock.column.item'), cell: ({ item }) => <span className="strong">{item}</span> },
        {
          ...{ key: 'total', title: text('stock.column.total'), width: '110px', end: true },
          cell: ({ total, unit }) => quantityWords(total, unit),
        },
        {
          ...{ key: 'usable', title: text('stock.column.usable'), width: '90px', end: true },
          cell: ({ usable, total }) => <span className={usable < total ? 'warn strong' : ''}>{number(usable)}</span>,
        },
        {
          ...{ key: 'byStatus', title: text('stock.column.byStatus'), width: '22%' },
          cell: ({ byStatus }) => byStatus.map(({ status, quantity }) => `${status} ${number(quantity)}`).join('　'),
        },
        {
          ...{ key: 'byOwnership', title: text('stock.column.byOwnership'), width: '22%' },
          cell: ({ byOwnership }) =>
            byOwnership.map((one) => `${text(`stock.ownership.${one.ownership}`)} ${number(one.quantity)}`).join('　'),
        },
        {
          ...{ key: 'gone', title: text('stock.column.gone'), width: '16%' },
          cell: ({ writtenOff }) => (
            <span className="dim">
              {writtenOff
                .map(({ cause, quantity }) => {
                  return `${text(cause === null ? 'stock.cause.unknown' : `stock.cause.${cause}`)} ${number(quantity)}`
                })
                .join('　')}
            </span>
          ),
        },
      ]}
    />
  )
}

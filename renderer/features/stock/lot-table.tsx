import type { ReactNode } from 'react'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { IN_STORE } from '#shared/domain/stock/lot-steps.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { DueMark, HolderMark, LotName, OwnershipMark, quantityWords } from './lot-marks.tsx'

/** Lots of the ledger; Enter or a double click opens the steps of one. */
export function LotTable(props: {
  lots: readonly LotView[]
  /** Names the store of each lot where several are shown. */
  withStore: boolean
  chosen: string | null
  onChoose: (lot: LotView) => void
  onOpen: (lot: LotView) => void
}): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('stock.tab.ledger')}
      testId="stock-lots"
      rows={props.lots}
      rowKey={({ lotId }) => lotId}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onOpen={props.onOpen}
      columns={[
        { key: 'lot', title: text('stock.column.lot'), cell: (lot) => <LotName lot={lot} /> },
        ...(props.withStore
          ? [
              {
                key: 'store',
                title: text('stock.column.store'),
                width: '15%',
                cell: ({ storeName }: LotView) => storeName,
              },
            ]
          : []),
        {
          ...{ key: 'quantity', title: text('stock.column.quantity'), width: '88px', end: true },
          cell: ({ quantity, unit }) => quantityWords(quantity, unit),
        },
        {
          ...{ key: 'status', title: text('stock.column.status'), width: '52px' },
          cell: ({ status }) => <span className={status === IN_STORE ? '' : 'strong'}>{status}</span>,
        },
        {
          ...{ key: 'expires', title: text('stock.column.expires'), width: '104px' },
          cell: ({ expiresOn, due }) => <DueMark day={expiresOn} due={due} kind="due" />,
        },
        {
          ...{ key: 'ownership', title: text('stock.column.ownership'), width: '12%' },
          cell: (lot) => <OwnershipMark lot={lot} />,
        },
        {
          ...{ key: 'holder', title: text('stock.column.holder'), width: '14%' },
          cell: (lot) => <HolderMark lot={lot} />,
        },
        {
          ...{ key: 'checked', title: text('stock.column.checked'), width: '88px' },
          cell: ({ checkedOn }) =>
            checkedOn === '' ? <span className="warn">{text('stock.unchecked')}</span> : checkedOn,
        },
      ]}
    />
  )
}

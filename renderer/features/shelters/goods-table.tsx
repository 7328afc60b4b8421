import type { ReactNode } from 'react'
import type { appContract } from '#shared/contract/app-contract.ts'
import type { OutputOf } from '#shared/contract/define.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

type Goods = OutputOf<typeof appContract.shelters.open>['goods']

/** What lies in the shelter's own store and in the stores of its street. */
export function GoodsTable(props: { goods: Goods }): ReactNode {
  const text = useText()
  const { goods } = props
  return (
    <Panel title={text('shelters.goodsTitle')} count={goods.length} testId="shelter-goods">
      {goods.length === 0 ? (
        <p className="panel-note warn">{`▲ ${text('shelters.noGoods')}`}</p>
      ) : (
        <DataTable
          label={text('shelters.goodsTitle')}
          rows={goods}
          rowKey={({ store, item, unit }) => `${store} ${item} ${unit}`}
          columns={[
            { key: 'item', title: text('shelters.item'), cell: ({ item }) => <span className="strong">{item}</span> },
            {
              ...{ key: 'quantity', title: text('shelters.quantity'), width: '90px', end: true },
              cell: ({ quantity, unit }) => `${quantity} ${unit}`,
            },
            {
              ...{ key: 'store', title: text('shelters.store'), width: '36%' },
              cell: ({ from, store, keeper, phone }) => (
                <span title={`${keeper} ${phone}`}>{`${text(`shelters.${from}`)} ${store}`}</span>
              ),
            },
            {
              ...{ key: 'expires', title: text('shelters.expires'), width: '86px' },
              cell: ({ expiresOn }) => expiresOn,
            },
          ]}
        />
      )}
    </Panel>
  )
}

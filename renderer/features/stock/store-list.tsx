import type { ReactNode } from 'react'
import type { StoreLine } from '#shared/contract/stock.contract.ts'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

/** Stands for all stores in the list. */
const ALL = ''

/** The stores with what needs doing in each; the first line stands for all of them. */
export function StoreList(props: {
  stores: readonly StoreLine[]
  /** Null = all stores. */
  chosen: string | null
  /** Whether all stores can be chosen. */
  hasAll: boolean
  onChoose: (storeId: string | null) => void
}): ReactNode {
  const text = useText()
  const { stores, chosen, hasAll, onChoose } = props
  const lines: readonly (StoreLine | null)[] = hasAll ? [null, ...stores] : stores
  return (
    <Panel title={text('stock.stores')} count={stores.length} testId="stock-stores" className="fill">
      <div className="scroll fill">
        <DataTable
          label={text('stock.stores')}
          rows={lines}
          rowKey={(line) => line?.storeId ?? ALL}
          chosen={chosen ?? ALL}
          onChoose={(line) => onChoose(line?.storeId ?? null)}
          columns={[
            {
              key: 'name',
              title: text('stock.column.store'),
              cell: (line) =>
                line === null ? <span className="strong">{text('stock.allStores')}</span> : <StoreCell store={line} />,
            },
          ]}
        />
      </div>
    </Panel>
  )
}

function StoreCell(props: { store: StoreLine }): ReactNode {
  const text = useText()
  const { name, lots, expired, urgent, overdue, draftSavedAt } = props.store
  const alarms = [
    ...(expired > 0 ? [text('stock.storeExpired', { count: expired })] : []),
    ...(urgent > 0 ? [text('stock.storeUrgent', { count: urgent })] : []),
    ...(overdue > 0 ? [text('stock.storeOverdue', { count: overdue })] : []),
  ]
  return (
    <>
      <span className="strong">{name}</span>
      <br />
      <span className="dim">{text('stock.storeLots', { lots })}</span>
      {alarms.length === 0 ? null : <span className="danger">{` ${alarms.join(' ')}`}</span>}
      {draftSavedAt === null ? null : <span className="warn">{` ${text('stock.storeDraft')}`}</span>}
    </>
  )
}

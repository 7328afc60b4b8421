import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LotView, StoreLine } from '#shared/contract/stock.contract.ts'
import type { LotStep } from '#shared/domain/stock/lot-steps.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { LedgerFilters, type LedgerWish } from './ledger-filters.tsx'
import { LotFoot } from './lot-foot.tsx'
import { LotTable } from './lot-table.tsx'
import { SumTable } from './sum-table.tsx'

/** Lots and sums of one store or of all. */
export function LedgerPage(props: {
  store: StoreLine | null
  onStep: (lot: LotView, step: LotStep) => void
}): ReactNode {
  const text = useText()
  const { store, onStep } = props
  const [part, setPart] = useState<'lots' | 'sums'>('lots')
  const [wish, setWish] = useState<LedgerWish>({ text: '', ownership: null, writtenOff: false })
  const [chosen, setChosen] = useState<string | null>(null)
  const input = { storeId: store?.storeId ?? null, ...wish }
  const { value, error } = useQuery(appContract.stock.ledger, input)
  const open = (lot: LotView): void => {
    setChosen(lot.lotId)
    const [first] = lot.steps
    if (first !== undefined) onStep(lot, first)
  }
  return (
    <div className="stock-page">
      <Panel
        title={store?.name ?? text('stock.allStores')}
        className="fill"
        testId="stock-ledger"
        side={store === null ? '' : <Keeper store={store} />}
      >
        <div className="list-tools">
          <div role="group" className="stock-parts">
            {(['lots', 'sums'] as const).map((key) => (
              <button
                key={key}
                type="button"
                className="plain-button"
                aria-pressed={part === key}
                data-testid={`stock-view-${key}`}
                onClick={() => setPart(key)}
              >
                {text(`stock.view.${key}`)}
              </button>
            ))}
          </div>
          {part === 'sums' ? null : <LedgerFilters wish={wish} onWish={setWish} />}
          {part === 'sums' || value === null ? null : (
            <span className={value.lots.length < value.total ? 'warn' : 'dim'} role="status">
              {value.lots.length < value.total
                ? text('stock.cut', { shown: value.lots.length, total: value.total })
                : text('stock.shownLots', { shown: value.total, total: value.all })}
            </span>
          )}
        </div>
        <div className="scroll fill">
          {value === null ? <Unloaded of={appContract.stock.ledger} input={input} error={error} /> : null}
          {value !== null && part === 'sums' ? <SumTable sums={value.sums} /> : null}
          {value !== null && part === 'lots' ? (
            <LotTable
              lots={value.lots}
              withStore={store === null}
              chosen={chosen}
              onChoose={({ lotId }) => setChosen(lotId)}
              onOpen={open}
            />
          ) : null}
        </div>
      </Panel>
      {part === 'sums' ? null : (
        <LotFoot lot={value?.lots.find(({ lotId }) => lotId === chosen) ?? null} onStep={onStep} />
      )}
    </div>
  )
}

function Keeper(props: { store: StoreLine }): ReactNode {
  const text = useText()
  const { keeper, phone } = props.store
  return text('stock.keeper', { name: keeper === '' ? text('stock.nobody') : keeper, phone })
}

import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LotView, StoreLine } from '#shared/contract/stock.contract.ts'
import { LOT_OWNERSHIPS } from '#shared/domain/dataset/row-choices.ts'
import type { LotStep } from '#shared/domain/stock/lot-steps.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'
import { LotFoot } from './lot-foot.tsx'
import { LotTable } from './lot-table.tsx'
import { isLotWanted, type LotWish } from './lot-wish.ts'
import { SumTable } from './sum-table.tsx'

/** Most rows drawn at once: more would make the window slow, and nobody reads them. */
const MOST_ROWS = 300

/** Lots and sums of one store or of all. */
export function LedgerPage(props: {
  store: StoreLine | null
  onStep: (lot: LotView, step: LotStep) => void
}): ReactNode {
  const text = useText()
  const { store, onStep } = props
  const [part, setPart] = useState<'lots' | 'sums'>('lots')
  const [wish, setWish] = useState<LotWish>({ text: '', ownership: 'every' })
  const [writtenOff, setWrittenOff] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const input = { storeId: store?.storeId ?? null, writtenOff }
  const { value, error } = useQuery(appContract.stock.ledger, input)
  if (value === null) return <Unloaded of={appContract.stock.ledger} input={input} error={error} />
  const wanted = value.lots.filter((lot) => isLotWanted(lot, wish))
  const lots = wanted.slice(0, MOST_ROWS)
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
          {part === 'sums' ? null : (
            <>
              <input
                className="field-input stock-search"
                type="search"
                aria-label={text('stock.filter')}
                placeholder={text('stock.filterHint')}
                value={wish.text}
                data-testid="stock-filter"
                onChange={({ target }) => setWish({ ...wish, text: target.value })}
              />
              <select
                className="field-input stock-choice"
                aria-label={text('stock.ownershipFilter')}
                value={wish.ownership}
                onChange={({ target }) => {
                  const ownership = LOT_OWNERSHIPS.find((key) => key === target.value) ?? 'every'
                  setWish({ ...wish, ownership })
                }}
              >
                <option value="every">{`${text('stock.ownershipFilter')}：${text('stock.every')}`}</option>
                {LOT_OWNERSHIPS.map((key) => (
                  <option key={key} value={key}>
                    {text(`stock.ownership.${key}`)}
                  </option>
                ))}
              </select>
              <label className="stock-check">
                <input type="checkbox" checked={writtenOff} onChange={({ target }) => setWrittenOff(target.checked)} />
                {text('stock.writtenOff')}
              </label>
              <span className={lots.length < wanted.length ? 'warn' : 'dim'} role="status">
                {lots.length < wanted.length
                  ? text('stock.cut', { shown: lots.length })
                  : text('stock.shownLots', { shown: wanted.length, total: value.lots.length })}
              </span>
            </>
          )}
        </div>
        <div className="scroll fill">
          {part === 'sums' ? (
            <SumTable sums={value.sums} />
          ) : (
            <LotTable
              lots={lots}
              withStore={store === null}
              chosen={chosen}
              onChoose={({ lotId }) => setChosen(lotId)}
              onOpen={open}
            />
          )}
        </div>
      </Panel>
      {part === 'sums' ? null : <LotFoot lot={lots.find(({ lotId }) => lotId === chosen) ?? null} onStep={onStep} />}
    </div>
  )
}

function Keeper(props: { store: StoreLine }): ReactNode {
  const text = useText()
  const { keeper, phone } = props.store
  return text('stock.keeper', { name: keeper === '' ? text('stock.nobody') : keeper, phone })
}

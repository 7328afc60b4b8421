import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LotView, StoreLine } from '#shared/contract/stock.contract.ts'
import type { LotStep } from '#shared/domain/stock/lot-steps.ts'
import { useQuery } from '../../app/console-context.tsx'
import { ImprovementList } from '../../app/improvement-list.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { ExpiringPage, ReturnsPage } from './kept-pages.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { PickPage } from './pick-page.tsx'
import { StepDialog, type TakenStep } from './step-dialog.tsx'
import { StepSaid } from './step-said.tsx'
import { StoreList } from './store-list.tsx'
import { TakingPage } from './taking-page.tsx'

/** Pages of the ledger of goods. */
const STOCK_TABS = ['ledger', 'taking', 'expiring', 'returns', 'pick'] as const

/** 物资台账: stores and lots, what is to be done with them, stock-taking, expiry, returns and pick lists. */
export function StockView(): ReactNode {
  const text = useText()
  const [tab, setTab] = useState<(typeof STOCK_TABS)[number]>('ledger')
  const [storeId, setStoreId] = useState<string | null>(null)
  const [asked, setAsked] = useState<{ readonly lot: LotView; readonly step: LotStep } | null>(null)
  const [taken, setTaken] = useState<TakenStep | null>(null)
  const [said, setSaid] = useState('')
  const { value: stores, error } = useQuery(appContract.stock.stores, {})
  const dataset = useQuery(appContract.reference.dataset, {})
  if (stores === null) return <Unloaded of={appContract.stock.stores} input={{}} error={error} />
  const store = stores.find((one) => one.storeId === storeId) ?? null
  const onStep = (lot: LotView, step: LotStep): void => setAsked({ lot, step })
  return (
    <div className="stock" data-testid="stock-view">
      <div className="stock-head">
        <h1>{text('stock.title')}</h1>
        <Tabs
          tabs={STOCK_TABS.map((key) => ({ key, label: text(`stock.tab.${key}`), testId: `stock-tab-${key}` }))}
          tab={tab}
          onTab={(next) => {
            setTab(next)
            setSaid('')
            setTaken(null)
          }}
        />
        {dataset.value?.head.isDemo === true ? <span className="warn strong">{text('stock.demo')}</span> : null}
        <span className="good strong" role="status" data-testid="stock-said">
          {said}
        </span>
        {taken === null ? null : <StepSaid key={taken.batchId} taken={taken} />}
      </div>
      <ImprovementList of={{ kind: 'stock' }} />
      {tab === 'ledger' || tab === 'taking' ? (
        <div className="stock-columns">
          <StoreList stores={stores} chosen={storeId} hasAll={tab === 'ledger'} onChoose={setStoreId} />
          {tab === 'ledger' ? (
            <LedgerPage key={storeId} store={store} onStep={onStep} />
          ) : (
            <TakingPage storeId={storeId} onSaid={setSaid} />
          )}
        </div>
      ) : null}
      {tab === 'expiring' ? <ExpiringPage onStep={onStep} /> : null}
      {tab === 'returns' ? <ReturnsPage onStep={onStep} /> : null}
      {tab === 'pick' ? <PickPage stores={stores} /> : null}
      <AskedStep
        asked={asked}
        stores={stores}
        onClose={() => setAsked(null)}
        onDone={(done) => {
          setAsked(null)
          setSaid('')
          setTaken(done)
        }}
      />
    </div>
  )
}

function AskedStep(props: {
  asked: { readonly lot: LotView; readonly step: LotStep } | null
  stores: readonly StoreLine[]
  onDone: (taken: TakenStep) => void
  onClose: () => void
}): ReactNode {
  const { asked, ...rest } = props
  return asked === null ? null : <StepDialog lot={asked.lot} step={asked.step} {...rest} />
}

import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { LotView } from '#shared/contract/stock.contract.ts'
import { WRITTEN_OFF, type LotStep } from '#shared/domain/stock/lot-steps.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { Panel } from '../../ui/panel.tsx'

/** The chosen lot: the steps it may take, and everything that was done with it. */
export function LotFoot(props: { lot: LotView | null; onStep: (lot: LotView, step: LotStep) => void }): ReactNode {
  const text = useText()
  const { lot } = props
  if (lot === null) return <p className="panel-note dim">{text('stock.chooseLot')}</p>
  return (
    <Panel title={`${text('stock.chosen')}：${lot.item}　${lot.lotId}`} testId="stock-lot" className="stock-foot">
      <div className="list-tools">
        {lot.steps.map((step) => (
          <button
            key={step}
            type="button"
            className={`plain-button ${step === 'scrap' || step === 'writeOff' ? 'plain-danger' : ''}`}
            data-testid={`stock-do-${step}`}
            title={text(`stock.effect.${step}`)}
            onClick={() => props.onStep(lot, step)}
          >
            {text(`stock.step.${step}`)}
          </button>
        ))}
        {lot.steps.length === 0 ? (
          <span className="dim">{text(lot.status === WRITTEN_OFF ? 'stock.dialog.none' : 'stock.dialog.notHere')}</span>
        ) : null}
      </div>
      <LotHistory lotId={lot.lotId} />
    </Panel>
  )
}

function LotHistory(props: { lotId: string }): ReactNode {
  const text = useText()
  const input = { kind: 'stock' as const, key: props.lotId }
  const { value, error } = useQuery(appContract.records.history, input)
  if (value === null) return <Unloaded of={appContract.records.history} input={input} error={error} />
  if (value.length === 0) return <p className="panel-note dim">{text('stock.historyNone')}</p>
  return (
    <ul className="reasons scroll panel-note" aria-label={text('stock.history')} data-testid="stock-history">
      {value.map(({ batchId, recordedAt, who, reason }) => (
        <li key={batchId}>
          {text('stock.historyLine', { at: recordedAt.slice(0, 16).replace('T', ' '), who, reason })}
        </li>
      ))}
    </ul>
  )
}

import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { KeptLot, LotView } from '#shared/contract/stock.contract.ts'
import type { LotStep } from '#shared/domain/stock/lot-steps.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { useText } from '../../text/text.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { adviceWords, keeperText } from './keeper-text.ts'
import { DueMark, HolderMark, LotName, OwnershipMark, quantityWords } from './lot-marks.tsx'

type OnStep = (lot: LotView, step: LotStep) => void

/** 到期与轮换: lots past their date or near it, with who keeps them and the step that begins with it. */
export function ExpiringPage(props: { onStep: OnStep }): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.stock.expiring, {})
  const columns = useKeptColumns()
  if (value === null) return <Unloaded of={appContract.stock.expiring} input={{}} error={error} />
  const count = (when: string): number => value.lots.filter(({ lot }) => lot.due?.when === when).length
  const head = {
    ...{ passed: count('passed'), urgent: count('urgent'), rest: count('soon') },
    ...{ soon: value.soonDays, later: value.laterDays },
  }
  return (
    <KeptPage
      kind="expiring"
      title={text('stock.expiringHead', head)}
      none={text('stock.expiringNone')}
      answer={value}
      stepOf={(lot) =>
        lot.due?.when === 'passed' ? firstOf(lot, ['scrap', 'writeOff']) : firstOf(lot, ['issue', 'takeBack'])
      }
      onStep={props.onStep}
      columns={[
        {
          ...{ key: 'expires', title: text('stock.column.expires'), width: '108px' },
          cell: ({ lot }) => <DueMark day={lot.expiresOn} due={lot.due} kind="due" />,
        },
        ...columns,
        {
          ...{ key: 'advice', title: text('stock.column.advice'), width: '17%' },
          cell: (kept) => adviceWords(kept, text),
        },
      ]}
    />
  )
}

/** 征用归还: requisitioned lots that are still here, with the day they go back. */
export function ReturnsPage(props: { onStep: OnStep }): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.stock.returns, {})
  const columns = useKeptColumns()
  if (value === null) return <Unloaded of={appContract.stock.returns} input={{}} error={error} />
  const overdue = value.lots.filter(({ lot }) => lot.returnDue?.when === 'passed').length
  return (
    <KeptPage
      kind="returns"
      title={text('stock.returnsHead', { count: value.lots.length, overdue })}
      none={text('stock.returnsNone')}
      answer={value}
      stepOf={(lot) => firstOf(lot, ['giveBack', 'takeBack', 'release'])}
      onStep={props.onStep}
      columns={[
        {
          ...{ key: 'returnBy', title: text('stock.column.returnBy'), width: '108px' },
          cell: ({ lot }) => <DueMark day={lot.returnBy} due={lot.returnDue} kind="returnDue" />,
        },
        ...columns,
        {
          ...{ key: 'owner', title: text('stock.column.owner'), width: '14%' },
          cell: ({ lot }) => `${lot.belongsTo} ${lot.document}`,
        },
        {
          ...{ key: 'holder', title: text('stock.column.holder'), width: '10%' },
          cell: ({ lot }) => <HolderMark lot={lot} />,
        },
      ]}
    />
  )
}

/** The first of the wanted steps that a lot may take, else its first step; null = it may take none. */
function firstOf(lot: LotView, wanted: readonly LotStep[]): LotStep | null {
  return wanted.find((step) => lot.steps.includes(step)) ?? lot.steps[0] ?? null
}

function useKeptColumns(): Column<KeptLot>[] {
  const text = useText()
  return [
    { key: 'lot', title: text('stock.column.lot'), cell: ({ lot }) => <LotName lot={lot} /> },
    {
      ...{ key: 'quantity', title: text('stock.column.quantity'), width: '88px', end: true },
      cell: ({ lot }) => quantityWords(lot.quantity, lot.unit),
    },
    { key: 'status', title: text('stock.column.status'), width: '48px', cell: ({ lot }) => lot.status },
    {
      ...{ key: 'ownership', title: text('stock.column.ownership'), width: '8%' },
      cell: ({ lot }) => <OwnershipMark lot={lot} />,
    },
    { key: 'store', title: text('stock.column.store'), width: '15%', cell: ({ lot }) => lot.storeName },
    {
      ...{ key: 'keeper', title: text('stock.column.keeper'), width: '112px' },
      cell: ({ keeper, phone }) => (
        <>
          {keeper === '' ? <span className="dim">{text('stock.nobody')}</span> : keeper}{' '}
          <span className="phone">{phone}</span>
        </>
      ),
    },
  ]
}

function KeptPage(props: {
  kind: 'expiring' | 'returns'
  title: string
  none: string
  answer: { readonly day: string; readonly lots: readonly KeptLot[] }
  stepOf: (lot: LotView) => LotStep | null
  onStep: OnStep
  columns: readonly Column<KeptLot>[]
}): ReactNode {
  const text = useText()
  const paper = usePaper()
  const [chosen, setChosen] = useState<string | null>(null)
  const { kind, answer, stepOf, onStep } = props
  const start = ({ lot }: KeptLot): void => {
    const step = stepOf(lot)
    if (step !== null) onStep(lot, step)
  }
  return (
    <Panel
      title={props.title}
      className="fill"
      testId={`stock-${kind}`}
      side={
        <span className="stock-side">
          <button
            type="button"
            className="plain-button"
            data-testid={`stock-copy-${kind}`}
            disabled={paper.busy || answer.lots.length === 0}
            onClick={() => paper.copyText(keeperText(kind, answer, text))}
          >
            {text('stock.copy')}
          </button>
          <span className={paper.said?.failed === true ? 'danger' : ''} role="status">
            {paper.said?.words ?? ''}
          </span>
        </span>
      }
    >
      <div className="scroll fill">
        {answer.lots.length === 0 ? (
          <Waiting words={props.none} />
        ) : (
          <DataTable
            label={props.title}
            testId={`stock-${kind}-table`}
            rows={answer.lots}
            rowKey={({ lot }) => lot.lotId}
            chosen={chosen}
            onChoose={({ lot }) => setChosen(lot.lotId)}
            onOpen={start}
            columns={[
              ...props.columns,
              {
                ...{ key: 'start', title: text('stock.start'), width: '84px' },
                cell: (kept) => {
                  const step = stepOf(kept.lot)
                  return step === null ? (
                    ''
                  ) : (
                    <button type="button" className="plain-button" onClick={() => start(kept)}>
                      {text(`stock.step.${step}`)}
                    </button>
                  )
                },
              },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}

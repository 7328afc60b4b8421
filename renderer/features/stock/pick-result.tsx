import type { ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { InputOf, OutputOf } from '#shared/contract/define.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePaper } from '../../app/use-paper.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { DueMark, LotName, OwnershipMark, quantityWords } from './lot-marks.tsx'

type PickInput = InputOf<typeof appContract.stock.pick>
type PickAnswer = OutputOf<typeof appContract.stock.pick>

/** The lots to take, and those that stay with the reason. */
export function PickResult(props: { asked: PickInput; item: string }): ReactNode {
  const text = useText()
  const paper = usePaper()
  const { asked, item } = props
  const { value, error } = useQuery(appContract.stock.pick, asked)
  if (value === null) return <Unloaded of={appContract.stock.pick} input={asked} error={error} />
  const { unit, missing, picked, passedOver } = value
  return (
    <div className="stock-pick-result">
      <Panel
        title={text('stock.pick.picked')}
        count={picked.length}
        className="fill"
        testId="pick-picked"
        tone={missing > 0 ? 'warn' : 'plain'}
        side={
          <span className="stock-side">
            <button
              type="button"
              className="plain-button"
              disabled={paper.busy || picked.length === 0}
              data-testid="pick-copy"
              onClick={() => paper.copyText(pickText(asked, item, value, text))}
            >
              {text('cards.copy')}
            </button>
            <span role="status">{paper.said?.words ?? ''}</span>
          </span>
        }
      >
        <p className={`stock-error strong ${missing > 0 ? 'danger' : 'good'}`} role="status" data-testid="pick-verdict">
          {missing > 0
            ? text('stock.pick.missing', { missing, unit })
            : text('stock.pick.enough', { quantity: asked.quantity, unit })}
        </p>
        <div className="scroll fill">
          <DataTable
            label={text('stock.pick.picked')}
            rows={picked}
            rowKey={({ lot }) => lot.lotId}
            columns={[
              { key: 'lot', title: text('stock.column.lot'), cell: ({ lot }) => <LotName lot={lot} /> },
              {
                ...{ key: 'take', title: text('stock.column.take'), width: '96px', end: true },
                cell: ({ quantity }) => <span className="strong">{quantityWords(quantity, unit)}</span>,
              },
              { key: 'store', title: text('stock.column.store'), width: '18%', cell: ({ lot }) => lot.storeName },
              {
                ...{ key: 'expires', title: text('stock.column.expires'), width: '104px' },
                cell: ({ lot }) => <DueMark day={lot.expiresOn} due={lot.due} kind="due" />,
              },
              {
                ...{ key: 'ownership', title: text('stock.column.ownership'), width: '10%' },
                cell: ({ lot }) => <OwnershipMark lot={lot} />,
              },
              ...(picked.some(({ distanceM }) => distanceM !== null) ? [distanceColumn(text)] : []),
            ]}
          />
        </div>
      </Panel>
      <Panel title={text('stock.pick.passedOver')} count={passedOver.length} className="fill" testId="pick-passed">
        <div className="scroll fill">
          <DataTable
            label={text('stock.pick.passedOver')}
            rows={passedOver}
            rowKey={({ lot }) => lot.lotId}
            columns={[
              { key: 'lot', title: text('stock.column.lot'), cell: ({ lot }) => <LotName lot={lot} /> },
              {
                ...{ key: 'quantity', title: text('stock.column.quantity'), width: '96px', end: true },
                cell: ({ quantity, lot }) => quantityWords(quantity, lot.unit),
              },
              { key: 'store', title: text('stock.column.store'), width: '24%', cell: ({ lot }) => lot.storeName },
              {
                ...{ key: 'why', title: text('stock.column.why'), width: '24%' },
                cell: ({ cause, lot }) =>
                  `${text(`stock.pick.cause.${cause}`)}${cause === 'notInStock' ? `（${lot.status}）` : ''}`,
              },
            ]}
          />
        </div>
      </Panel>
    </div>
  )
}

function pickText(asked: PickInput, item: string, { unit, missing, picked }: PickAnswer, text: Text): string {
  const lines = picked.map(({ lot, quantity }, index) =>
    text('stock.copyText.pickLot', {
      ...{ number: index + 1, store: lot.storeName, quantity, unit, lotId: lot.lotId },
      day: lot.expiresOn === '' ? text('stock.never') : lot.expiresOn,
    }),
  )
  return [
    text('stock.copyText.pick', { day: asked.day ?? '', item, quantity: asked.quantity, unit }),
    ...(picked.some(({ lot }) => lot.isDemo) ? [text('stock.demo')] : []),
    ...lines,
    ...(missing > 0 ? [text('stock.copyText.missing', { missing, unit })] : []),
  ].join('\n')
}

function distanceColumn(text: Text): Column<PickAnswer['picked'][number]> {
  return {
    ...{ key: 'distance', title: text('stock.column.distance'), width: '72px', end: true },
    cell: ({ distanceM }) => (distanceM === null ? '' : `${(distanceM / 1000).toFixed(1)} km`),
  }
}

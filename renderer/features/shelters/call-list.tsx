import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'

/** List, arrived and missing of each population point with whom to ring; a chosen point shows who is missing. */
export function CallList(): ReactNode {
  const text = useText()
  const { shell } = useConsole()
  const { value, error } = useQuery(appContract.arrivals.points, {})
  const [chosen, setChosen] = useState<string | null>(null)
  const [copied, setCopied] = useState(false)
  const missing = useQuery(appContract.arrivals.missing, value === null ? null : { pointId: chosen })
  if (value === null) return <Unloaded of={appContract.arrivals.points} input={{}} error={error} />
  const sum = (of: 'listed' | 'arrived' | 'missing'): number => value.reduce((total, point) => total + point[of], 0)
  const pointName = (name: string): string => (name === '' ? text('arrivals.noPoint') : name)
  const people = missing.value?.people ?? []
  const copy = async (): Promise<void> => {
    const lines = value
      .filter((point) => point.missing > 0)
      .map((point) => [pointName(point.name), point.missing, point.personInCharge, point.phone].map(String).join('\t'))
    if (lines.length === 0) return
    const answer = await shell.paper.copyText({ text: lines.join('\n') })
    setCopied(answer.ok)
  }
  return (
    <Panel
      title={text('arrivals.points', { listed: sum('listed'), arrived: sum('arrived'), missing: sum('missing') })}
      testId="door-points"
      className="fill"
    >
      {value.length === 0 ? (
        <p className="panel-note">{text('arrivals.noList')}</p>
      ) : (
        <div className="scroll fill">
          <DataTable
            label={text('arrivals.call')}
            rows={value}
            rowKey={({ pointId }) => pointId}
            chosen={chosen}
            onChoose={({ pointId }) => setChosen(pointId === chosen ? null : pointId)}
            columns={[
              {
                ...{ key: 'name', title: text('shelters.point') },
                cell: ({ name }) => (
                  <span className="cut" title={name}>
                    {pointName(name)}
                  </span>
                ),
              },
              {
                ...{ key: 'listed', title: text('arrivals.listed'), width: '44px', end: true },
                cell: ({ listed }) => listed,
              },
              {
                ...{ key: 'arrived', title: text('arrivals.arrived'), width: '44px', end: true },
                cell: ({ arrived }) => arrived,
              },
              {
                ...{ key: 'missing', title: text('arrivals.missing'), width: '50px', end: true },
                cell: ({ missing: count }) =>
                  count === 0 ? <span className="good">✓ 0</span> : <span className="danger strong">{count}</span>,
              },
              {
                ...{ key: 'call', title: text('shelters.inCharge'), width: '160px' },
                cell: ({ personInCharge, phone }) => (
                  <>
                    {personInCharge} <span className="phone">{phone}</span>
                  </>
                ),
              },
            ]}
          />
          <p className="panel-note" data-testid="door-missing">
            <span className="strong">
              {text('arrivals.callOf', {
                point:
                  chosen === null
                    ? text('arrivals.allPoints')
                    : pointName(value.find(({ pointId }) => pointId === chosen)?.name ?? ''),
                count: missing.value?.total ?? 0,
              })}
            </span>{' '}
            {people
              .map(({ name, phone, specialNeeds }) =>
                [name, phone, specialNeeds].filter((part) => part !== '').join(' '),
              )
              .join('、')}
          </p>
        </div>
      )}
      <div className="list-tools">
        <Button size="small" text={text('arrivals.copyCalls')} onClick={() => void copy()} />
        {copied ? <span className="good">{text('arrivals.said')}</span> : null}
      </div>
    </Panel>
  )
}

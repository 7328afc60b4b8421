import { Button } from '@blueprintjs/core'
import { useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { ShelterLine } from '#shared/contract/shelters.contract.ts'
import { SHELTER_STATES } from '#shared/domain/dataset/row-choices.ts'
import { useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { useText } from '../../text/text.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Waiting } from '../../ui/state-view.tsx'
import { StateMark } from './state-mark.tsx'

/** Every shelter on one board; Enter opens one, D its door. */
export function ShelterBoard(props: {
  onOpen: (shelterId: string) => void
  onDoor: (shelterId: string | null) => void
}): ReactNode {
  const text = useText()
  const { value, error } = useQuery(appContract.shelters.board, {})
  const [search, setSearch] = useState('')
  const [state, setState] = useState('')
  const [onlyPeople, setOnlyPeople] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  if (value === null) return <Unloaded of={appContract.shelters.board} input={{}} error={error} />
  const wanted = search.trim()
  const rows = value.filter(
    (row) =>
      (wanted === '' || row.name.includes(wanted) || row.town.includes(wanted)) &&
      (state === '' || (state === 'untold' ? row.state === '' : row.state === state)) &&
      (!onlyPeople || row.occupied > 0 || row.expected > 0),
  )
  const people = rows.reduce((sum, row) => sum + row.occupied, 0)
  const free = rows.reduce((sum, row) => sum + Math.max(0, row.free), 0)
  return (
    <div className="keeping-room" data-testid="shelter-board">
      <Panel title={text('shelters.title')} className="fill">
        <div className="list-tools">
          <input
            className="field-input library-search"
            type="search"
            aria-label={text('shelters.search')}
            placeholder={text('shelters.search')}
            value={search}
            data-testid="shelter-search"
            onChange={(event) => setSearch(event.target.value)}
          />
          <select
            className="field-input record-pick"
            aria-label={text('shelters.stateOf')}
            value={state}
            onChange={(event) => setState(event.target.value)}
          >
            <option value="">{text('shelters.all')}</option>
            {[...SHELTER_STATES, 'untold' as const].map((each) => (
              <option key={each} value={each}>
                {text(`shelters.state.${each}`)}
              </option>
            ))}
          </select>
          <label className="record-check">
            <input
              type="checkbox"
              checked={onlyPeople}
              onChange={(event) => setOnlyPeople(event.target.checked)}
              data-testid="shelter-only-people"
            />
            {text('shelters.onlyPeople')}
          </label>
          <Button
            size="small"
            intent="primary"
            text={text('shelters.door')}
            data-testid="shelter-door"
            onClick={() => props.onDoor(chosen)}
          />
          <span className="dim" data-testid="shelter-total">
            {text('shelters.total', { count: rows.length, people, free })}
          </span>
        </div>
        <div className="scroll fill">
          {rows.length === 0 ? (
            <Waiting words={text('state.empty')} />
          ) : (
            <DataTable
              label={text('shelters.title')}
              testId="shelter-table"
              rows={rows}
              rowKey={(row) => row.shelterId}
              chosen={chosen}
              onChoose={(row) => setChosen(row.shelterId)}
              onOpen={(row) => props.onOpen(row.shelterId)}
              columns={[
                {
                  ...{ key: 'state', title: text('shelters.stateOf'), width: '86px' },
                  cell: (row) => <StateMark state={row.state} />,
                },
                {
                  ...{ key: 'name', title: text('shelters.name'), oneLine: true },
                  cell: (row) => (
                    <span title={`${row.name} ${row.town}`}>
                      <span className="strong">{row.name}</span>{' '}
                      {row.name.startsWith(row.town) ? null : <span className="dim">{row.town}</span>}
                    </span>
                  ),
                },
                {
                  ...{ key: 'capacity', title: text('shelters.capacity'), width: '54px', end: true },
                  cell: (row) => row.capacity,
                },
                {
                  ...{ key: 'occupied', title: text('shelters.occupied'), width: '92px', end: true },
                  cell: (row) => <Occupied row={row} />,
                },
                {
                  ...{ key: 'free', title: text('shelters.free'), width: '60px', end: true },
                  cell: (row) => (row.free < 0 ? <span className="danger strong">{`▲ ${row.free}`}</span> : row.free),
                },
                {
                  ...{ key: 'expected', title: text('shelters.expected'), width: '50px', end: true },
                  cell: (row) => (row.expected === 0 ? '' : row.expected),
                },
                {
                  ...{ key: 'zones', title: text('shelters.zones'), width: '46px', end: true },
                  cell: (row) =>
                    row.zonesCapacity > row.capacity ? <span className="warn">{`▲ ${row.zones}`}</span> : row.zones,
                },
                {
                  ...{ key: 'goods', title: text('shelters.goods'), width: '110px' },
                  cell: (row) => text('shelters.goodsText', { own: row.ownLots, street: row.streetLots }),
                },
                {
                  ...{ key: 'inCharge', title: text('shelters.inCharge'), width: '128px' },
                  cell: (row) => (
                    <>
                      {row.personInCharge} <span className="phone">{row.phone}</span>
                    </>
                  ),
                },
                {
                  ...{ key: 'since', title: text('shelters.since'), width: '118px', oneLine: true },
                  cell: (row) =>
                    row.stateSaid === null ? (
                      <span className="dim">{text('shelters.asLoaded')}</span>
                    ) : (
                      <span title={row.stateSaid.reason}>
                        {`${dateTimeText(row.stateSaid.at).slice(5)} ${row.stateSaid.who}`}
                      </span>
                    ),
                },
              ]}
            />
          )}
        </div>
      </Panel>
    </div>
  )
}

function Occupied(props: { row: ShelterLine }): ReactNode {
  const text = useText()
  const { occupied, basis, present } = props.row
  if (basis === null) return <span className="dim">0</span>
  return (
    <span title={basis === 'report' ? text('shelters.listSays', { present }) : ''}>
      <span className="strong">{occupied}</span> <span className="dim">{text(`shelters.basis.${basis}`)}</span>
    </span>
  )
}

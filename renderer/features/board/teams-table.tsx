import type { ReactNode } from 'react'
import type { TeamRow } from '#shared/domain/command/board.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { AgainstLines, ArrivalCell, CrewCell, SaidCell, StateCell } from './row-marks.tsx'

/** Teams in groups, two or three lines each. */
export function TeamsTable(props: {
  rows: readonly TeamRow[]
  chosen: string | null
  onChoose: (row: TeamRow) => void
  /** To its order, and to the place on the map. */
  onOpen: (row: TeamRow) => void
  onMap: (row: TeamRow) => void
}): ReactNode {
  const text = useText()
  return (
    <DataTable
      label={text('board.title')}
      testId="board-teams"
      rows={props.rows}
      rowKey={(row) => row.id}
      groupOf={(row) => text(`board.group.${row.group}`)}
      chosen={props.chosen}
      onChoose={props.onChoose}
      onOpen={props.onOpen}
      columns={columnsOf(text, props)}
    />
  )
}

function columnsOf(
  text: Text,
  act: { readonly onOpen: (row: TeamRow) => void; readonly onMap: (row: TeamRow) => void },
): readonly Column<TeamRow>[] {
  return [
    {
      key: 'state',
      title: text('board.col.state'),
      width: '10%',
      cell: (row) => <StateCell row={row} />,
    },
    {
      key: 'team',
      title: text('board.col.team'),
      width: '20%',
      cell: (row) => (
        <>
          <span className="board-line strong" title={row.name}>
            {row.name}
          </span>
          <span className="board-line dim">
            {row.callSign} <span className="phone">{row.phone}</span>
          </span>
          <Elsewhere row={row} />
        </>
      ),
    },
    {
      key: 'doing',
      title: text('board.col.doing'),
      cell: (row) => (
        <>
          <button
            type="button"
            tabIndex={-1}
            className="board-link board-line"
            title={`${text('board.toMap')} (G) ${row.place}`}
            disabled={row.position === null}
            onClick={() => act.onMap(row)}
          >
            {row.place === '' && row.position?.kind === 'estimated' ? text('board.estimated') : row.place}
          </button>
          <span className="board-line dim" title={`${row.note}\n${row.task}`}>
            {row.note === '' ? row.task : row.note}
          </span>
          <Vehicles row={row} />
          <AgainstLines against={row.against} />
        </>
      ),
    },
    { key: 'said', title: text('board.col.said'), width: '13%', cell: (row) => <SaidCell row={row} /> },
    {
      key: 'arrival',
      title: text('board.col.arrival'),
      width: '9%',
      cell: (row) => <ArrivalCell arrival={row.arrival} isGone={row.group === 'released'} />,
    },
    { key: 'crew', title: text('board.col.crew'), width: '12%', cell: (row) => <CrewCell row={row} /> },
    {
      key: 'orders',
      title: text('board.col.orders'),
      width: '8%',
      cell: (row) =>
        row.orders.map(({ orderId, number, step, isLive }) => (
          <button
            key={orderId}
            type="button"
            tabIndex={-1}
            className={`board-link board-line ${isLive ? '' : 'dim'}`}
            title={`${text('board.toOrder')} (Enter) ${number}`}
            onClick={() => act.onOpen(row)}
          >
            {`${number.split('-').at(-1) ?? number} ${step === null ? '' : text(`board.step.${step}`)}`}
          </button>
        )),
    },
  ]
}

function Elsewhere(props: { row: TeamRow }): ReactNode {
  const text = useText()
  return props.row.elsewhere.map(({ incidentId, number, title }) => (
    <span key={incidentId} className="board-line danger" title={title}>
      {text('board.elsewhere', { number, title })}
    </span>
  ))
}

/** Vehicles of which something of their own was said. */
function Vehicles(props: { row: TeamRow }): ReactNode {
  const text = useText()
  const spoken = props.row.vehicles.filter(({ heard }) => heard !== null)
  if (spoken.length === 0) return null
  const words = spoken.map(({ name, state }) => `${name} ${text(`board.state.${state}`)}`)
  return (
    <span className="board-line dim" title={words.join('\n')}>
      {words.join('；')}
    </span>
  )
}

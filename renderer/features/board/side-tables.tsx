import { Button } from '@blueprintjs/core'
import type { ReactNode } from 'react'
import type {
  Board,
  HospitalRow,
  PeopleRow,
  ShelterRow,
  TransferRow,
  TrappedRow,
} from '#shared/domain/command/board.ts'
import { useText, type Text } from '../../text/text.ts'
import { DataTable, type Column } from '../../ui/data-table.tsx'
import { Panel } from '../../ui/panel.tsx'
import type { ChosenRow, SideKind } from './chosen-row.ts'
import { AgainstLines, ArrivalCell, SaidCell, StateCell, type MarkedRow } from './row-marks.tsx'

/** Everything of the board that is not a team: the trapped first, since they cannot wait. */
export function SideTables(props: {
  board: Board
  chosen: ChosenRow | null
  onChoose: (row: ChosenRow) => void
  onOpen: (row: ChosenRow) => void
  onNewTrapped: (() => void) | null
}): ReactNode {
  const text = useText()
  const { board } = props
  return (
    <div className="board-side scroll">
      <SideTable
        {...props}
        kind="trapped"
        rows={board.trapped}
        side={<TrappedSums board={board} onNew={props.onNewTrapped} />}
        first={(row) => trappedText(row, text)}
        figures={(row) => (row.people === null ? text('board.unknown') : text('board.crewOf', { n: row.people }))}
      />
      <SideTable
        {...props}
        kind="people"
        rows={board.people}
        first={(row) => row.name}
        figures={(row) => <People row={row} />}
      />
      <SideTable
        {...props}
        kind="shelter"
        rows={board.shelters}
        first={(row) => row.name}
        figures={(row) => <Shelter row={row} />}
      />
      <SideTable
        {...props}
        kind="transfer"
        rows={board.transfers}
        first={(row) => `${row.name} → ${row.toName}`}
        figures={(row) => <Goods row={row} />}
      />
      <SideTable
        {...props}
        kind="hospital"
        rows={board.hospitals}
        first={(row) => row.name}
        figures={(row) => hospitalText(row, text)}
      />
      <SideTable {...props} kind="road" rows={board.roads} first={(row) => row.name} figures={() => null} />
    </div>
  )
}

const TITLES = {
  trapped: 'board.trapped',
  people: 'board.people',
  shelter: 'board.shelters',
  transfer: 'board.transfers',
  hospital: 'board.hospitals',
  road: 'board.roads',
} as const

function SideTable<T extends MarkedRow & { readonly id: string; readonly name: string }>(props: {
  kind: SideKind
  rows: readonly T[]
  side?: ReactNode
  chosen: ChosenRow | null
  onChoose: (row: ChosenRow) => void
  onOpen: (row: ChosenRow) => void
  first: (row: T) => string
  figures: (row: T) => ReactNode
}): ReactNode {
  const text = useText()
  const { kind, rows, first, figures } = props
  if (rows.length === 0 && kind !== 'trapped') return null
  const columns: readonly Column<T>[] = [
    {
      key: 'state',
      title: text('board.col.state'),
      width: '96px',
      cell: (row) => <StateCell row={row} />,
    },
    {
      key: 'name',
      title: text('board.col.name'),
      cell: (row) => (
        <>
          <span className="board-line strong" title={first(row)}>
            {first(row)}
          </span>
          <span className="board-line">{figures(row)}</span>
          <AgainstLines against={row.against} />
        </>
      ),
    },
    { key: 'said', title: text('board.col.said'), width: '128px', cell: (row) => <SaidCell row={row} /> },
  ]
  return (
    <Panel title={text(TITLES[kind])} count={rows.length} side={props.side} testId={`board-${kind}`}>
      {rows.length === 0 ? (
        <p className="panel-note">{text('board.nobody')}</p>
      ) : (
        <DataTable
          label={text(TITLES[kind])}
          rows={rows}
          rowKey={(row) => row.id}
          chosen={props.chosen?.kind === kind ? props.chosen.id : null}
          onChoose={(row) => props.onChoose({ kind, id: row.id })}
          onOpen={(row) => props.onOpen({ kind, id: row.id })}
          columns={columns}
        />
      )}
    </Panel>
  )
}

function TrappedSums(props: { board: Board; onNew: (() => void) | null }): ReactNode {
  const text = useText()
  const { reportedMin, reportedMax, listed, unknown, inside, broughtOut, handedOver } = props.board.trappedSums
  const reported =
    reportedMin === null && reportedMax === null
      ? text('board.unknown')
      : reportedMin === reportedMax
        ? String(reportedMin)
        : `${reportedMin ?? '?'}–${reportedMax ?? '?'}`
  const isOther = (reportedMin !== null && listed < reportedMin) || (reportedMax !== null && listed > reportedMax)
  return (
    <>
      <span className={isOther ? 'warn strong' : ''} title={isOther ? text('board.trappedOther') : ''}>
        {isOther ? '▲ ' : ''}
        {text('board.trappedSums', {
          ...{ reported, inside, out: broughtOut, handed: handedOver },
          listed: unknown === 0 ? listed : `${listed}+?`,
        })}
      </span>{' '}
      {props.onNew === null ? null : (
        <Button
          size="small"
          text={text('board.entry.newTrapped')}
          data-testid="board-new-trapped"
          onClick={props.onNew}
        />
      )}
    </>
  )
}

function trappedText(row: TrappedRow, text: Text): string {
  const where = [row.floor, row.room].filter((part) => part !== '').join(' ')
  const parts = [where === '' ? text('board.unknown') : where, row.condition, row.by, row.hospitalName]
  return parts.filter((part) => part !== '').join(' · ')
}

function People(props: { row: PeopleRow }): ReactNode {
  const text = useText()
  const { people, done, remaining, isLate } = props.row
  return (
    <>
      {text('board.peopleText', { done: done ?? '?', people })}{' '}
      {remaining === null ? null : text('board.remaining', { n: remaining })}{' '}
      {isLate ? <span className="danger strong">{text('board.lateNow')}</span> : null}
    </>
  )
}

function Shelter(props: { row: ShelterRow }): ReactNode {
  const text = useText()
  const { peopleIn, peopleOut, free, capacity } = props.row
  const present = peopleIn === null ? '?' : peopleIn - (peopleOut ?? 0)
  return free !== null && free < 0 ? (
    <span className="danger strong">{text('board.overFull', { n: -free })}</span>
  ) : (
    text('board.shelterText', { present, free: free ?? '?', capacity: capacity ?? '?' })
  )
}

function Goods(props: { row: TransferRow }): ReactNode {
  const lines = props.row.goods.map(({ item, unit, planned, sent, received }) => {
    const isShort = received !== null && received < planned
    return { words: `${item} ${planned}/${sent ?? '?'}/${received ?? '?'}${unit}`, isShort }
  })
  const short = lines.filter(({ isShort }) => isShort)
  const shown = short.length > 0 ? short : lines
  return (
    <>
      <span className={short.length > 0 ? 'warn' : 'dim'} title={lines.map(({ words }) => words).join('\n')}>
        {shown.map(({ words }) => words).join('，')}
      </span>{' '}
      <ArrivalCell arrival={props.row.arrival} isGone={false} />
    </>
  )
}

function hospitalText({ planned, received, handedOver, bedsLeft }: HospitalRow, text: Text): string {
  return text('board.hospitalText', { planned, received: received ?? handedOver, beds: bedsLeft ?? '?' })
}

import { useMemo, useState, type ReactNode } from 'react'
import { appContract } from '#shared/contract/app-contract.ts'
import type { IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { PlanVersion } from '#shared/contract/plan.contract.ts'
import type { Board, TeamRow } from '#shared/domain/command/board.ts'
import { useConsole, useQuery } from '../../app/console-context.tsx'
import { Unloaded } from '../../app/unloaded.tsx'
import { usePageKey } from '../../app/use-page-key.ts'
import { setOrderDesk } from '../../app/order-desk.ts'
import { openDeskRoom } from '../../app/view-actions.ts'
import { useText } from '../../text/text.ts'
import { BoardBar } from './board-bar.tsx'
import { findRow, STATE_KEYS, statesOf, type ChosenRow } from './chosen-row.ts'
import { EntryDock } from './entry-dock.tsx'
import { isTyping } from '../../app/is-typing.ts'
import { SideTables } from './side-tables.tsx'
import { arrangeTeams, type TeamSort } from './team-order.ts'
import { TeamsTable } from './teams-table.tsx'
import { stepOf, TimeBar } from './time-bar.tsx'
import { useBoard } from './use-board.ts'
import { useEntry } from './use-entry.ts'
import { WordsPanel } from './words-panel.tsx'

/** 态势板: where everything is, what it does, since when, who said so and how old that is; now or at any past moment. */
export function BoardRoom(props: {
  data: { readonly summary: IncidentSummary | null; readonly version: PlanVersion | null }
}): ReactNode {
  const { summary, version } = props.data
  const [until, setUntil] = useState<string | null>(null)
  const { value, error } = useBoard(summary?.incidentId ?? null, until)
  const [last, setLast] = useState<Board | null>(null)
  if (value !== null && value !== last) setLast(value)
  if (summary === null) return null
  const { incidentId } = summary
  // While another moment is being fetched the board before it stays, so that the screen does not flicker.
  const board = value ?? (last?.incidentId === incidentId ? last : null)
  if (board === null) return <Unloaded of={appContract.board.get} input={{ incidentId, until }} error={error} />
  return <BoardDesk key={incidentId} board={board} version={version} until={until} onUntil={setUntil} />
}

function BoardDesk(props: {
  board: Board
  version: PlanVersion | null
  until: string | null
  onUntil: (opId: string | null) => void
}): ReactNode {
  const text = useText()
  const { view } = useConsole()
  const { board, version, until, onUntil } = props
  const { incidentId } = board
  const [chosen, setChosen] = useState<ChosenRow | null>(null)
  const [find, setFind] = useState('')
  const [sort, setSort] = useState<TeamSort>('usual')
  const [onlyMarked, setOnlyMarked] = useState(false)
  const [wordsOpen, setWordsOpen] = useState(false)
  const moments = useQuery(appContract.board.moments, { incidentId }).value ?? []
  const plan = version?.plan ?? null
  const places = useMemo(() => new Map(plan?.movementPlan.stagingAreas.map(({ name, id }) => [name, id])), [plan])
  const hospitals = useMemo(() => new Map(board.hospitals.map(({ id, name }) => [id, name])), [board])
  const entry = useEntry(incidentId, { hospitals, places })
  const shown = until === null ? null : moments.findIndex(({ opId }) => opId === until)
  const isPast = until !== null
  const row = findRow(board, chosen)
  const show = (index: number | null): void => {
    entry.cancel()
    onUntil(index === null ? null : (moments[index]?.opId ?? null))
  }
  const openOrder = (target: ChosenRow): void => {
    const order = findRow(board, target)?.orders[0]
    if (order === undefined) return
    openDeskRoom(view, 'orders')
    setOrderDesk(view, { page: 'live', chosen: order.orderId })
  }
  const openMap = (team: TeamRow | undefined): void => {
    const position = team?.position ?? null
    if (team === undefined || position === null) return
    const { kind, lng, lat } = position
    const name = kind === 'estimated' ? `${text('board.estimated')} ${team.name}` : team.name
    view.setState({ foundPlace: { lng, lat, name }, mapEnlarged: true })
  }
  const newTrapped = isPast ? null : (): void => entry.begin({ kind: 'trapped', id: null }, null, 'reported')

  const actOnKey = (key: string): boolean => {
    if (key === 'g') openMap(board.teams.find(({ id }) => chosen?.kind === 'team' && id === chosen.id))
    else if (key === 'w') setWordsOpen(row !== null && !wordsOpen)
    else if (key === 't') newTrapped?.()
    else if (key === '[') show(stepOf(shown, moments.length, -1))
    else if (key === ']') show(stepOf(shown, moments.length, 1))
    else return false
    return true
  }

  usePageKey((event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return false
    if (event.key === 'Escape') {
      if (wordsOpen) setWordsOpen(false)
      else if (isPast) show(null)
      else return false
      return true
    }
    if (isTyping(event.target)) return false
    const status = chosen === null ? undefined : statesOf(chosen.kind)[STATE_KEYS.findIndex((key) => key === event.key)]
    if (status !== undefined && chosen !== null && row !== null && !isPast && entry.open === null) {
      entry.begin(chosen, row, status)
      return true
    }
    return actOnKey(event.key.toLowerCase())
  })

  return (
    <div className={`board-room ${isPast ? 'board-is-past' : ''}`} data-testid="board-room">
      <BoardBar {...{ board, find, sort, onlyMarked }} onFind={setFind} onSort={setSort} onOnlyMarked={setOnlyMarked} />
      <TimeBar moments={moments} shown={shown} onShow={show} />
      {board.strays.length === 0 ? null : (
        <p className="panel-note warn">{text('board.strays', { n: board.strays.length })}</p>
      )}
      <div className="board-body">
        <div className="board-teams scroll">
          {board.teams.length === 0 ? <p className="panel-note">{text('board.none')}</p> : null}
          <TeamsTable
            rows={arrangeTeams(board.teams, { find, onlyMarked, sort })}
            chosen={chosen?.kind === 'team' ? chosen.id : null}
            onChoose={({ id }) => setChosen({ kind: 'team', id })}
            onOpen={({ id }) => openOrder({ kind: 'team', id })}
            onMap={openMap}
          />
        </div>
        <SideTables {...{ board, chosen }} onChoose={setChosen} onOpen={openOrder} onNewTrapped={newTrapped} />
        {wordsOpen && chosen !== null && row !== null ? (
          <WordsPanel
            {...{ incidentId, chosen }}
            name={row.name}
            canTakeBack={!isPast}
            onClose={() => setWordsOpen(false)}
          />
        ) : null}
      </div>
      {isPast ? null : (
        <EntryDock
          {...{ entry, chosen, row, hospitals }}
          places={[...places.keys()]}
          onWords={() => setWordsOpen(true)}
        />
      )}
      <p className="board-keys dim">{text('board.keys')}</p>
    </div>
  )
}

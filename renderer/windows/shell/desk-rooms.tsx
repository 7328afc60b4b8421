import type { ComponentType, ReactNode } from 'react'
import { useConsole } from '../../app/console-context.tsx'
import { openDeskRoom } from '../../app/view-actions.ts'
import type { DeskRoom } from '../../app/view-store.ts'
import { BoardRoom } from '../../features/board/board-room.tsx'
import { HeadquartersRoom } from '../../features/headquarters/headquarters-room.tsx'
import { DocumentsView } from '../../features/documents/documents-view.tsx'
import { OrdersRoom } from '../../features/orders/orders-room.tsx'
import { useText, type TextKey } from '../../text/text.ts'
import type { IncidentData } from './use-incident-data.ts'

/** A room of the chosen incident on the dispatch desk. */
interface DeskRoomView {
  readonly room: DeskRoom
  readonly label: TextKey
  /** What it shows; null = the plan, which the desk shows itself with the reasons beside it. */
  readonly View: ComponentType<{ data: IncidentData }> | null
  /** True: it takes the place of the map too. */
  readonly wide: boolean
}

/** The rooms this version has, in the order of their keys. */
export const DESK_ROOM_VIEWS: readonly DeskRoomView[] = [
  { room: 'plan', label: 'deskRoom.plan', View: null, wide: false },
  { room: 'orders', label: 'deskRoom.orders', View: OrdersRoom, wide: true },
  { room: 'board', label: 'deskRoom.board', View: BoardRoom, wide: true },
  { room: 'headquarters', label: 'deskRoom.headquarters', View: HeadquartersRoom, wide: true },
  { room: 'documents', label: 'deskRoom.documents', View: DocumentsRoom, wide: true },
]

/** The room of a name; the plan when there is none. */
export function roomOf(room: DeskRoom): DeskRoomView | null {
  return DESK_ROOM_VIEWS.find((view) => view.room === room) ?? DESK_ROOM_VIEWS[0] ?? null
}

/** Switches between the rooms of the incident: Ctrl and the number. */
export function DeskRoomBar(props: { chosen: DeskRoom }): ReactNode {
  const text = useText()
  const { view } = useConsole()
  if (DESK_ROOM_VIEWS.length < 2) return null
  return (
    <nav className="desk-rooms" aria-label={text('deskRoom.label')}>
      {DESK_ROOM_VIEWS.map(({ room, label }, index) => (
        <button
          key={room}
          type="button"
          data-testid={`desk-room-${room}`}
          aria-current={room === props.chosen ? 'page' : undefined}
          onClick={() => openDeskRoom(view, room)}
        >
          {text(label)}
          <span className="rail-note">{`Ctrl+${index + 1}`}</span>
        </button>
      ))}
    </nav>
  )
}

/** 文书 of the chosen incident. */
function DocumentsRoom(props: { data: IncidentData }): ReactNode {
  const { summary } = props.data
  return summary === null ? null : <DocumentsView key={summary.incidentId} incidentId={summary.incidentId} />
}

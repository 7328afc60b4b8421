import type { Board } from '#shared/domain/command/board.ts'
import { STATUSES, TRAPPED_STATES, type Status, type TrappedState } from '#shared/domain/command/status.ts'

/** Kinds of rows beside the teams. */
export type SideKind = 'trapped' | 'people' | 'shelter' | 'transfer' | 'hospital' | 'road'

/** The row that keys act on. */
export interface ChosenRow {
  readonly kind: 'team' | SideKind
  readonly id: string
}

/** A row of any kind. */
export type AnyRow = Board['teams' | 'trapped' | 'people' | 'shelters' | 'transfers' | 'hospitals' | 'roads'][number]

/** The chosen row as it stands; null when it is not there (any more). */
export function findRow(board: Board, chosen: ChosenRow | null): AnyRow | null {
  if (chosen === null) return null
  const rows: readonly AnyRow[] = {
    team: board.teams,
    trapped: board.trapped,
    people: board.people,
    shelter: board.shelters,
    transfer: board.transfers,
    hospital: board.hospitals,
    road: board.roads,
  }[chosen.kind]
  return rows.find(({ id }) => id === chosen.id) ?? null
}

/** States that can be said of a row, in the order of their digits: 1 to 9, then 0 and the letters after. */
export function statesOf(kind: ChosenRow['kind']): readonly (Status | TrappedState)[] {
  return kind === 'trapped' ? TRAPPED_STATES : STATUSES[kind]
}

/** The key of a state: digits in order, then `-` and `=`. */
export const STATE_KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-', '='] as const

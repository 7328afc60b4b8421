import type { TeamRow } from '../../domain/command/board.ts'
import type { AssignmentParameters } from '../../domain/parameters/assignment.ts'
import type { BoardParameters } from '../../domain/parameters/board.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Op } from '../../replication/op.ts'

/** What the board takes from the library: names, numbers and places by id. */
export interface BoardLibrary {
  readonly teams: ReadonlyMap<
    string,
    { readonly name: string; readonly phone: string; readonly lng: number; readonly lat: number }
  >
  readonly vehicles: ReadonlyMap<string, { readonly name: string; readonly teamId: string }>
  readonly shelters: ReadonlyMap<string, ShelterFacts>
  readonly hospitals: ReadonlyMap<string, { readonly name: string; readonly phone: string }>
  /** Street of each place where people live. */
  readonly townOf: ReadonlyMap<string, string>
  readonly limits: BoardParameters
  readonly crewReliefS: AssignmentParameters['crewReliefS']
}

/** A shelter of the library; null = not known. */
export interface ShelterFacts {
  readonly name: string
  readonly phone: string
  readonly capacity: number | null
  readonly occupied: number | null
}

/** Everything the board of a moment is worked out from. */
export interface BoardInput {
  readonly incidentId: string
  /** Operations of the incident up to that moment, in the order of the record. */
  readonly ops: readonly Op[]
  /** The plan in force at that moment; null = none yet. */
  readonly plan: { readonly version: number; readonly content: DispatchPlan } | null
  readonly library: BoardLibrary
  /** Seconds since 1970 that ages are reckoned at. */
  readonly nowS: number
  /** Teams that other open incidents hold. */
  readonly elsewhere: ReadonlyMap<string, TeamRow['elsewhere']>
}

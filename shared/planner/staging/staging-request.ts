import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { StagingArea, MovementPlan } from '../../domain/plan/movement-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { StagingContext } from '../rules/hard/staging-place.ts'
import type { RoadTravel } from '../travel/road-travel.ts'
import type { WaysOut } from './ways-out.ts'

/** What the choice of waiting places rests on. */
export interface StagingRequest {
  readonly context: StagingContext
  /** Roads that cross no danger zone. */
  readonly travel: RoadTravel
  /** Engine stations whose way to the place is compared. */
  readonly stations: readonly TeamRow[]
  readonly scene: LngLat
  readonly onExpressway: boolean
  /** Directions in which vehicles can leave each road. */
  readonly waysOut: WaysOut
  /** True when an unusable wind calls for two sites on different sides. */
  readonly needsTwoSides: boolean
  /** The places people use already, and how the wind shifted since (design rule HZ14); null for a first choice. */
  readonly inForce: { readonly areas: readonly StagingArea[]; readonly shift: Reason | null } | null
  /** A side that is not to be used: places within so many degrees of the bearing as seen from the scene. */
  readonly awayFrom?: { readonly bearingDeg: number; readonly withinDeg: number }
}

/** The chosen places, or why there is none. */
export interface StagingChoice {
  readonly areas: readonly StagingArea[]
  /** Further areas of the plan in force that are still lawful; kept while a team was told to wait there. */
  readonly further: readonly StagingArea[]
  readonly refusals: MovementPlan['stagingRefusals']
  /** Places of the plan in force that are given up, by id, with the clauses they break now. */
  readonly givenUp: ReadonlyMap<string, readonly Reason[]>
}

import type { TeamRow } from '../../domain/dataset/tables.ts'
import type { StagingArea, MovementPlan } from '../../domain/plan/movement-plan.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { StagingContext } from '../rules/hard/staging-place.ts'
import type { RoadTravel } from '../travel/road-travel.ts'

/** What the choice of waiting places rests on. */
export interface StagingRequest {
  readonly context: StagingContext
  /** Roads that cross no danger zone. */
  readonly travel: RoadTravel
  /** Engine stations whose way to the place is compared. */
  readonly stations: readonly TeamRow[]
  readonly scene: LngLat
  readonly onExpressway: boolean
  /** True when an unusable wind calls for two sites on different sides. */
  readonly needsTwoSides: boolean
}

/** The chosen places, or why there is none. */
export interface StagingChoice {
  readonly areas: readonly StagingArea[]
  readonly refusals: MovementPlan['stagingRefusals']
}

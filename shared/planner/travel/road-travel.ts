import type { Road } from '../../domain/dataset/dataset.ts'
import type { Polygon } from '../../kernel/geo.ts'
import type { TravelService, VehicleProfile } from '../graph/travel.ts'

/** Travel with the variants that staging and movement need. */
export interface RoadTravel extends TravelService {
  /** The same roads without those that cross one of the shapes. */
  avoiding(shapes: readonly Polygon[]): RoadTravel
  /** The same roads with closures lifted: shows what a closure costs, never used to drive. */
  unclosed(): RoadTravel
  /** Same as `avoiding`, for named road lines. */
  without(roadIds: ReadonlySet<string>): RoadTravel
  /** Why a road cannot be used, or null. */
  barrierOf(road: Road, profile: VehicleProfile): RoadBarrier | null
  readonly roads: readonly Road[]
}

/** What stands in the way on one road. */
export interface RoadBarrier {
  readonly kind: 'closure' | 'flood' | 'zone' | 'height' | 'weight' | 'hazmat'
  readonly text: string
}

import type { Road } from '../../domain/dataset/dataset.ts'
import type { Polygon } from '../../kernel/geo.ts'
import type { NodeTimes, SpreadStart } from '../graph/spread.ts'
import type { ClosedRoad, TravelService, VehicleProfile } from '../graph/travel.ts'

/** Travel that can be kept off shapes. */
export interface AvoidingTravel extends TravelService {
  avoiding(shapes: readonly Polygon[]): TravelService
}

/** Travel with the variants that staging and movement need. */
export interface RoadTravel extends TravelService {
  /** The same roads without those that cross one of the shapes. */
  avoiding(shapes: readonly Polygon[]): RoadTravel
  /** The same roads with closures lifted: shows what a closure costs, never used to drive. */
  unclosed(): RoadTravel
  /** The same roads with the closures of some road lines lifted, whatever the reason of the others. */
  lifting(roadIds: ReadonlySet<string>): RoadTravel
  /** The same roads without bridges and tunnels while nobody has checked them; itself when they count as sound. */
  keepingOffUnchecked(): RoadTravel
  /** Closures on a road. */
  closuresOn(roadId: string): readonly ClosedRoad[]
  /** Same as `avoiding`, for named road lines. */
  without(roadIds: ReadonlySet<string>): RoadTravel
  /** Why a road cannot be used, or null. */
  barrierOf(road: Road, profile: VehicleProfile): RoadBarrier | null
  /** One search from several places at once: when the first of them is at each node. Nobody is anywhere without roads. */
  spreadFrom(starts: readonly SpreadStart[], profile: VehicleProfile): NodeTimes
  readonly roads: readonly Road[]
}

/** What stands in the way on one road. */
export interface RoadBarrier {
  readonly kind:
    'closure' | 'flood' | 'zone' | 'height' | 'weight' | 'hazmat' | 'tunnel' | 'ferry' | 'gate' | 'structure'
  readonly text: string
}

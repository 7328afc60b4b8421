import type { LineString, LngLat } from '../../kernel/geo.ts'

/** What a vehicle class may do on a road. */
export interface VehicleProfile {
  readonly code: 'engine' | 'heavy' | 'light' | 'ambulance' | 'bus' | 'lorry' | 'tanker' | 'walk'
  /** Own top speed; the smaller of this and the road's speed counts. */
  readonly speedKmh: number
  /** Multiplied onto the speed: night, rain signal and the like (1 = none). */
  readonly factor: number
  readonly heightM: number
  readonly weightT: number
  /** Carries dangerous goods: barred where `hazmat` is `no`. */
  readonly carriesHazmat: boolean
  /** Deepest water it drives through. */
  readonly wadingCm: number
  /** True when only helicopters go: no road is looked for. */
  readonly flies?: boolean
  /** True for vessels: by water, on no road. */
  readonly sails?: boolean
}

/** One road of a route with the seconds from departure at which it is entered and left. */
export interface RoadStep {
  readonly roadId: string
  readonly enterS: number
  readonly leaveS: number
}

/** One way through the network. Distances in whole metres, times in whole seconds. */
export interface Route {
  readonly distanceM: number
  readonly durationS: number
  readonly geometry: LineString
  readonly roads: readonly { readonly name: string; readonly distanceM: number }[]
  /** Ids of the road lines used, in order. */
  readonly roadIds: readonly string[]
  /** The same roads with their times; whoever drives must not be on one while it is closed. */
  readonly steps: readonly RoadStep[]
  /** True when straight-line parts were needed because no road data exists there. */
  readonly approximate: boolean
}

/** The answer of one search from or to a point: every other point's time is a look-up. */
export interface Reach {
  /** Driving seconds between the search's point and this one, or null when no open road joins them. */
  durationS(position: LngLat): number | null
  /** The route in driving direction, or null when unreachable. */
  route(position: LngLat): Route | null
}

/** Travel over the roads of one problem; made once a plan. */
export interface TravelService {
  /** One reverse search: times and routes from anywhere to `target`. */
  reachTo(target: LngLat, profile: VehicleProfile): Reach
  /** One forward search: times and routes from `origin` to anywhere. */
  reachFrom(origin: LngLat, profile: VehicleProfile): Reach
  /** Profile of a vehicle class with the factors of this incident's hour and weather. */
  profileOf(code: VehicleProfile['code']): VehicleProfile
  /** Closed roads that were taken from the incident, each with what it closes; `roadIds` empty = not found. */
  readonly closures: readonly ClosedRoad[]
}

/** One closure of the incident matched to the network. */
export interface ClosedRoad {
  readonly index: number
  readonly what: string
  readonly reason: string
  readonly roadIds: readonly string[]
  /** Epoch seconds of its window; null = open on that side. */
  readonly fromS: number | null
  readonly toS: number | null
}

import type { LngLat } from '../../kernel/geo.ts'
import type { ClosedRoad, Reach, Route, VehicleProfile } from '../graph/travel.ts'
import type { RoadTravel } from './road-travel.ts'

/** Rounds of lifting and closing again before the way round is kept. */
const ROUNDS = 8

/** A way over roads that are closed at another time than the one at which they are passed. */
export interface TimedWay {
  readonly route: Route
  /** Closures met outside their window, each with the epoch second of entering or leaving that was compared. */
  readonly passed: readonly { readonly closure: ClosedRoad; readonly atS: number; readonly isBefore: boolean }[]
}

/** One drive to be looked at forward in time. */
export interface Drive {
  readonly from: LngLat
  readonly to: LngLat
  readonly profile: VehicleProfile
  /** Epoch second of departure. */
  readonly departS: number
  /** Seconds to keep clear of a window on either side. */
  readonly marginS: number
}

/**
 * Looks for a way over roads with a closing time: all of them are opened, the way is driven forward in time, what is met
 * inside its window is closed again, until a way holds. Never drives on a road inside its window (design rule: with a
 * margin, no waiting at the barrier). Null when no closure has a window or no such way exists.
 */
export function passInTime(travel: RoadTravel, drive: Drive): TimedWay | null {
  let lifted = timedRoads(travel)
  for (let round = 0; round < ROUNDS && lifted.size > 0; round += 1) {
    const reach: Reach = travel.lifting(lifted).reachTo(drive.to, drive.profile)
    const route = reach.route(drive.from)
    if (route === null) return null
    const met = meetings(travel, route, lifted, drive)
    const conflicts = new Set(met.filter(({ fits }) => !fits).map(({ roadId }) => roadId))
    if (conflicts.size === 0) return { route, passed: firstOfEach(met) }
    lifted = new Set([...lifted].filter((id) => !conflicts.has(id)))
  }
  return null
}

/** Roads all of whose closures have an end or a later beginning. */
function timedRoads(travel: RoadTravel): ReadonlySet<string> {
  const ids = new Set(travel.closures.flatMap((closure) => closure.roadIds))
  return new Set(
    [...ids].sort().filter((id) => travel.closuresOn(id).every(({ fromS, toS }) => fromS !== null || toS !== null)),
  )
}

interface Meeting {
  readonly roadId: string
  readonly closure: ClosedRoad
  readonly atS: number
  readonly isBefore: boolean
  readonly fits: boolean
}

/** Every closure on the way with whether it is passed clear of its window. */
function meetings(
  travel: RoadTravel,
  { steps }: Route,
  lifted: ReadonlySet<string>,
  { departS, marginS }: Drive,
): Meeting[] {
  return steps
    .filter(({ roadId }) => lifted.has(roadId))
    .flatMap(({ roadId, enterS, leaveS }) =>
      travel.closuresOn(roadId).map((closure) => {
        const isBefore = closure.fromS !== null && departS + leaveS + marginS <= closure.fromS
        const isAfter = closure.toS !== null && departS + enterS - marginS >= closure.toS
        return { roadId, closure, atS: departS + (isBefore ? leaveS : enterS), isBefore, fits: isBefore || isAfter }
      }),
    )
}

function firstOfEach(met: readonly Meeting[]): TimedWay['passed'] {
  return met.filter((entry, index) => met.findIndex(({ closure }) => closure.index === entry.closure.index) === index)
}

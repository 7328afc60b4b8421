import type { Movement } from '../../domain/plan/movement-plan.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { Approach } from '../forces/destinations.ts'
import type { RoadBarrier, RoadTravel } from '../travel/road-travel.ts'

/**
 * What a route went around: the way without closures, zones and limits is compared with the roads that may be used.
 * Only obstacles that lay on that way and were not driven after all are named.
 */
export function explainDetour(
  home: LngLat,
  approach: Approach,
  {
    travel,
    open,
    taken,
  }: { readonly travel: RoadTravel; readonly open: RoadTravel; readonly taken: ReadonlySet<string> },
): Movement['avoided'] {
  const unlimited = { ...approach.profile, heightM: 0, weightT: 0, carriesHazmat: false }
  const direct = open.reachTo(approach.destination.point, unlimited).route(home)
  const byId = new Map(travel.roads.map((road) => [road.id, road]))
  const closureOf = new Map(
    travel.closures.flatMap((closure) => closure.roadIds.map((id) => [id, closure.what] as const)),
  )
  const avoided = (direct?.roadIds ?? []).flatMap((id) => {
    const road = byId.get(id)
    const barrier = road === undefined ? null : travel.barrierOf(road, approach.profile)
    if (road === undefined || barrier === null || taken.has(id)) return []
    return [{ what: nameObstacle(barrier, road.name || road.ref, closureOf.get(id)), reason: barrier.text }]
  })
  return avoided.filter(
    (entry, index) =>
      avoided.findIndex((other) => other.what === entry.what && other.reason === entry.reason) === index,
  )
}

function nameObstacle(barrier: RoadBarrier, road: string, closure: string | undefined): string {
  return barrier.kind === 'closure' && closure !== undefined ? closure : road
}

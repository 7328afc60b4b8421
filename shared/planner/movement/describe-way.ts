import type { Road } from '../../domain/dataset/dataset.ts'
import type { TravelParameters } from '../../domain/parameters/travel.ts'
import type { Reason } from '../../domain/reason.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Route } from '../graph/travel.ts'
import { makeReason } from '../reason.ts'
import type { TimedWay } from '../travel/pass-in-time.ts'
import { gateKeeper, gateOf, waitOf } from '../travel/road-stops.ts'

/** What has to be known about the roads of one way besides their names. */
export interface WayContext {
  readonly roads: ReadonlyMap<string, Road>
  readonly parameters: TravelParameters
  readonly windSpeedMs: number | null
  readonly structuresUnchecked: boolean
  readonly offsetMin: number
}

/** Ferries, gates, unchecked bridges and closures passed in time, in the order in which the team meets them. */
export function describeWay(route: Route, timed: TimedWay['passed'], context: WayContext): Reason[] {
  const roads = route.roadIds.flatMap((id) => context.roads.get(id) ?? [])
  const said = new Set<string>()
  const once = (reason: Reason): boolean => {
    const isNew = !said.has(reason.text)
    said.add(reason.text)
    return isNew
  }
  const stops = roads.flatMap((road) => [...describeFerry(road, context), ...describeGate(road, context)])
  const structures = context.structuresUnchecked ? describeStructures(roads) : []
  return [...describeTimed(timed, context), ...stops, ...structures].filter(once)
}

function describeTimed(timed: TimedWay['passed'], { offsetMin }: WayContext): Reason[] {
  const clock = (seconds: number): string => formatInstant(seconds, offsetMin).slice(11, 16)
  return timed.map(({ closure, atS, isBefore }) =>
    makeReason(isBefore ? 'way-before-closure' : 'way-after-closure', {
      closure: closure.index,
      what: closure.what,
      clock: clock((isBefore ? closure.fromS : closure.toS) ?? atS),
      at: clock(atS),
    }),
  )
}

function describeFerry(road: Road, { parameters, windSpeedMs }: WayContext): Reason[] {
  if (road.class !== 'ferry') return []
  const facts = {
    road: nameOf(road),
    minutes: Math.ceil(waitOf(road, parameters) / 60),
    limitMs: parameters.ferryWindMs.value,
  }
  return [makeReason(windSpeedMs === null ? 'way-ferry-wind-unknown' : 'way-ferry', facts)]
}

function describeGate(road: Road, { parameters }: WayContext): Reason[] {
  if (gateOf(road) !== 'opened') return []
  const keeper = gateKeeper(road)
  const facts = { road: nameOf(road), minutes: Math.ceil(waitOf(road, parameters) / 60) }
  return [keeper === '' ? makeReason('way-gate-key-unknown', facts) : makeReason('way-gate', { ...facts, keeper })]
}

function describeStructures(roads: readonly Road[]): Reason[] {
  const names = [...new Set(roads.filter((road) => road.bridge || road.tunnel).map(nameOf))]
  return names.length === 0
    ? []
    : [makeReason('way-unchecked-structures', { names, count: names.length }, '设计规则：震后桥隧先检查后通行')]
}

function nameOf(road: Road): string {
  return road.name || road.ref || '无名道路'
}

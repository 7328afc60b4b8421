import type { Demand } from '../../domain/plan/force-plan.ts'
import { isInside, type LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { arrivalOf } from '../forces/arrival.ts'
import { approachScene, type Ways } from '../forces/destinations.ts'
import { canProvide, screenTeams, whyNotFor, type Candidate } from '../forces/screen-teams.ts'
import { matchUnderWay } from '../replan/match-under-way.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { NearestGround } from './nearest-by-road.ts'
import type { NearestLine, NearestWhat } from './nearest-question.ts'

/** Nobody is too late for a question. */
const WHENEVER_S = 365 * 86_400

/** Teams that have what is looked for, screened and timed as in a plan: first who can go, by arrival, then who cannot. */
export function nearestTeams(ground: NearestGround): NearestLine[] {
  const { question, facts, zones, open } = ground
  const { problem } = question
  const demand = demandOf(question.what)
  const underWay = matchUnderWay(problem)
  const approaches = approachScene(facts.scene, question.staging, waysOf(ground, underWay.calledS))
  const candidates = screenTeams({ problem, facts, zones, demand: [demand], travel: open, approaches, underWay })
  const lines = candidates
    .filter((candidate) => canProvide(candidate, demand) || ownsIt(candidate, demand, problem.dataset.vehicles))
    .map((candidate) => ({ candidate, line: lineOf(ground, candidate, demand) }))
  const approximate = problem.dataset.roadsSchematic || problem.dataset.roads.length === 0
  const ordered = sortedBy(lines, ({ line }) => [line.out.length === 0 ? 0 : 1, line.etaS ?? Infinity, line.key])
  // Only ways that are shown are followed road by road.
  let shown = 0
  return ordered.map(({ candidate, line }) => {
    if (line.out.length > 0 || (shown += 1) > question.limit) return line
    const route = candidate.approach?.route() ?? null
    return { ...line, distanceM: route?.distanceM ?? null, approximate: approximate || route?.approximate === true }
  })
}

function demandOf(what: NearestWhat): Demand {
  return {
    ...{ id: 'nearest', quantity: 1, byS: WHENEVER_S, formula: '1', inputs: {}, hq: 'tactical', role: '', basis: [] },
    hotZone: false,
    ...(what.of === 'capability' ? { capability: what.capability } : {}),
    ...(what.of === 'vehicle' ? { vehicleKind: what.vehicleKind } : {}),
  }
}

/** To the waiting places of the plan in force around the zones; to the point itself over all open roads of an incident without a plan. */
function waysOf({ question, facts, zones, open, guarded }: NearestGround, calledS: ReadonlyMap<string, number>): Ways {
  const { assignment, travel } = question.problem.parameters
  const dangers = zones.filter(isDangerZone).map(({ geometry }) => geometry)
  const isClear = (point: LngLat): boolean => dangers.every((zone) => !isInside(point, zone))
  return {
    guarded,
    open,
    dangers,
    holdingPoint: isClear(facts.scene) ? facts.scene : null,
    isOnSite: () => false,
    departures: {
      departS: ({ id, turnoutS }) =>
        arrivalOf(
          { nowS: facts.nowS, callHandlingS: assignment.callHandlingS.value, turnoutS, driveS: 0 },
          null,
          calledS.get(id) ?? null,
        ).departS,
      marginS: travel.closureMarginS.value,
      uncheckedDetourS: travel.uncheckedDetourS.value,
    },
  }
}

function ownsIt(
  { team }: Candidate,
  demand: Demand,
  vehicles: readonly { readonly teamId: string; readonly kind: string }[],
): boolean {
  if (demand.capability !== undefined)
    return team.capabilities.some(({ capability }) => capability === demand.capability)
  return vehicles.some(({ teamId, kind }) => teamId === team.id && kind === demand.vehicleKind)
}

function lineOf({ question }: NearestGround, candidate: Candidate, demand: Demand): NearestLine {
  const { team, arrival, approach, rolling, calledS } = candidate
  const why = whyNotFor(candidate, demand, 0)
  // Who is on the way to this incident already is not free for another call.
  const busy = rolling !== null || calledS !== null ? ['已在途或已受令，不另计'] : []
  const units =
    demand.capability === undefined
      ? candidate.vehicles.filter(({ kind }) => kind === demand.vehicleKind).length
      : (candidate.units.get(demand.capability) ?? 0)
  return {
    ...{ kind: 'teams', key: team.id, name: team.name, phone: team.phone, position: { lng: team.lng, lat: team.lat } },
    etaS: arrival?.etaS ?? null,
    distanceM: null,
    approximate: question.problem.dataset.roadsSchematic,
    to: approach?.destination.area?.name ?? '',
    has: `${nameOfNeed(demand)} ${units} ${demand.capability === undefined ? '辆' : '组'}`,
    out: [...(why === null ? [] : [why.text]), ...busy],
  }
}

import type { Demand, Shortfall } from '../../domain/plan/force-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { makeReason } from '../reason.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { isCutByRoads, isRoadCause } from './road-shortfall.ts'
import { canProvide, unlistedVessel, whyNotFor, type Candidate } from './screen-teams.ts'

/** Names shown as examples in a grouped reason. */
const EXAMPLES = 3

/** What is missing, why (rejected teams grouped and counted), and what to do next. */
export function writeShortfalls(
  demand: readonly Demand[],
  missing: ReadonlyMap<string, number>,
  candidates: readonly Candidate[],
  latestAfterS: number,
): Shortfall[] {
  return demand.flatMap((each): Shortfall[] => {
    const units = missing.get(each.id)
    if (units === undefined) return []
    const named = {
      ...(each.capability === undefined ? {} : { capability: each.capability }),
      ...(each.vehicleKind === undefined ? {} : { vehicleKind: each.vehicleKind }),
    }
    const reasons = reasonsFor(each, candidates, latestAfterS)
    return [
      {
        demandId: each.id,
        ...named,
        missing: units,
        reasons,
        remedies: [
          ...roadRemedies(each, units, reasons),
          ...remediesFor(each, units, isCutByRoads({ reasons })),
          ...laterFlights(each, candidates, units),
        ],
      },
    ]
  })
}

function reasonsFor(demand: Demand, candidates: readonly Candidate[], latestAfterS: number): Reason[] {
  const owners = candidates.filter((candidate) =>
    demand.vehicleKind === undefined
      ? candidate.team.capabilities.some((entry) => entry.capability === demand.capability)
      : candidate.vehicles.some((vehicle) => vehicle.kind === demand.vehicleKind) ||
        unlistedVessel(candidate, demand) !== null,
  )
  if (owners.length === 0) return [makeReason('shortfall-nobody-has', { need: nameOfNeed(demand) })]
  const judged = owners.map((candidate) => ({
    candidate,
    why: whyNotFor(candidate, demand, latestAfterS)?.code ?? 'all-used',
  }))
  const groups = sortedBy([...groupBy(judged, (entry) => entry.why)], ([code]) => [code])
  return groups.map(([cause, entries]) =>
    makeReason(`shortfall-${cause}`, {
      need: nameOfNeed(demand),
      count: entries.length,
      teams: entries.slice(0, EXAMPLES).map(({ candidate }) => candidate.team.name),
    }),
  )
}

/** Where roads keep teams away, opening one comes first; meanwhile people and light kit go by water or air. */
function roadRemedies(demand: Demand, units: number, reasons: readonly Reason[]): Reason[] {
  if (!reasons.some(({ code }) => isRoadCause(code.replace(/^shortfall-/, '')))) return []
  const facts = { need: nameOfNeed(demand), units }
  return [makeReason('remedy-open-road', facts), makeReason('remedy-water-air', facts)]
}

/** Helicopters that are grounded now fly again: said where one could have filled the need. */
function laterFlights(demand: Demand, candidates: readonly Candidate[], units: number): Reason[] {
  const isGrounded = candidates.some(
    (candidate) => candidate.rejected?.code.startsWith('team-helicopter-') === true && canProvide(candidate, demand),
  )
  return isGrounded ? [makeReason('remedy-helicopter-later', { need: nameOfNeed(demand), units })] : []
}

/** Whom to ask next, nearest first; what can be bought or hired comes last. */
function remediesFor(demand: Demand, units: number, isCut: boolean): Reason[] {
  const facts = { need: nameOfNeed(demand), units }
  const medical =
    demand.vehicleKind === 'AMB' || demand.capability === 'MED_TRANSPORT' || demand.capability === 'MED_TRIAGE'
  const labour = ['SHELTER', 'TROOP', 'PUMP_DRAIN', 'ROAD_CLEAR', 'SEARCH_USAR', 'WATER_RESCUE', 'FIRE_FOREST']
  const hire = ['PUMP_DRAIN', 'POWER_GEN', 'LIGHT', 'LIFT', 'ROAD_CLEAR', 'EVAC_BUS']
  if (demand.vehicleKind === 'HELI') return [makeReason('remedy-helicopter', facts), makeReason('remedy-upward', facts)]
  return [
    ...(isCut ? [] : [makeReason(medical ? 'remedy-city-medical' : 'remedy-neighbour', facts)]),
    makeReason('remedy-upward', facts),
    ...(labour.includes(demand.capability ?? '') ? [makeReason('remedy-troops', facts)] : []),
    ...(hire.includes(demand.capability ?? '') ? [makeReason('remedy-hire', facts)] : []),
    ...(demand.vehicleKind === 'LADDER' || demand.vehicleKind === 'PLATFORM' || demand.capability === 'FIRE_HIGH'
      ? [makeReason('remedy-inside-rescue', facts)]
      : []),
  ]
}

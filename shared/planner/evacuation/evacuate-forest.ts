import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { angleBetweenDeg, bearingDeg, destinationOf, distanceM, normaliseDeg } from '../../kernel/geo.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { explainShelters } from '../replan/explain-shelters.ts'
import { placesInForce } from '../replan/places-in-force.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { clocksOf } from './clocks.ts'
import { numberParts } from './evacuate-zones.ts'
import { readPeople, type PeopleSource } from './people-source.ts'
import { placePeople } from './place-people.ts'
import { withShelterRunnersUp, type ShelterPlacing } from './shelter-runners-up.ts'
import { straightS } from './shelters-for-crowd.ts'
import { openShelters } from './shelters.ts'
import { estimateUnlisted, unlistedGaps, unlistedWords, type Ground } from './unlisted-people.ts'
import { shareHelp } from './share-help.ts'
import { walkOutRow } from './walk-out-row.ts'
import { isInAny, type WayOut } from './zone-people.ts'

/**
 * Hamlets and visitors downwind of a forest fire leave cross-wind; so does everyone close to it on any side. Shelters
 * ahead of the fire are not used. The sector is a design figure, not a spread forecast.
 */
export function evacuateForest(problem: PlanningProblem, facts: FactSheet, zones: readonly Zone[]): EvacuationDraft {
  const { evacuation } = problem.parameters
  const threatened = readPeople(problem, facts).sources.filter(
    (source) => isThreatened(problem, facts, zones, source.location) || isOnTheHill(problem, facts, source),
  )
  const ids = threatened.map(({ id }) => id)
  const choice = openShelters(problem, facts, zones, ids)
  const open = choice.open.filter((shelter) => !isThreatened(problem, facts, zones, shelter.location))
  const ahead = choice.open.filter((shelter) => !open.includes(shelter))
  const ways = new Map(threatened.map((source) => [source.id, wayOutOfSector(problem, facts, zones, source)]))
  const groups = threatened.map((source) => ({
    id: source.id,
    people: source.people,
    from: ways.get(source.id)?.point ?? source.location,
  }))
  const { placings, unplaced, gain } = placePeople(
    groups,
    open,
    (group, shelter) => Math.round(distanceM(group.from, shelter.location)),
    evacuation,
    placesInForce(problem),
  )
  const rows = threatened.flatMap((source) => {
    const way = ways.get(source.id)
    if (way === undefined) return []
    const { walkOutS } = clocksOf(problem, facts, source.location, way.distanceM)
    const reasons = [
      makeReason(facts.wind.usable ? 'forest-downwind' : 'forest-any-side', {
        distanceM: Math.round(distanceM(facts.scene, source.location)),
        walkM: Math.round(way.distanceM),
        walkOutS,
      }),
    ]
    const walk = { source, way, cloudArrivesS: null, walkOutS, reasons }
    const parts = placings.filter((placing) => placing.groupId === source.id)
    const left = unplaced.get(source.id) ?? 0
    const groups = [...parts, ...(left > 0 ? [{ people: left, shelter: null }] : [])]
    return shareHelp(source, groups).map(({ part: { people, shelter }, source: own }) =>
      walkOutRow(problem, facts, { ...walk, source: own, people, shelter }),
    )
  })
  const assignments = numberParts(rows)
  const placing: ShelterPlacing = {
    groups,
    placings,
    opened: open,
    open,
    out: [...choice.out, ...ahead.map(({ row }) => ({ row, cause: 'threatened' as const }))],
    seconds: (group, shelter) => straightS(group.from, shelter.location),
    parameters: evacuation,
  }
  const people = threatened.reduce((sum, source) => sum + source.people, 0)
  const { forestDensityPerKm2 } = evacuation
  const unlisted = estimateUnlisted(problem, facts, {
    ground: threatenedGround(problem, facts, zones),
    inside: threatened,
    sparse: forestDensityPerKm2.value,
  })
  return {
    population: threatened.map(({ id, name, people: count, location, kind }) => ({
      id,
      name,
      people: count,
      reason: kind === 'visitor' ? '火场下风向游客' : '火场下风向居民',
      location,
    })),
    assignments: withShelterRunnersUp(assignments, placing),
    whyChanged: explainShelters(problem, assignments, { ...placing, gain }),
    shortfalls: [
      ...[...unplaced].map(([fromId, count]) => ({
        fromId,
        people: count,
        reasons: [makeReason('shelter-none-left', { unavailable: 0, full: 0, hazard: 0, riskArea: 0, zone: 0 })],
        remedies: [makeReason('remedy-open-public-buildings'), makeReason('remedy-relatives')],
      })),
      ...unlistedGaps(problem, facts, unlisted, forestDensityPerKm2.source),
    ],
    unlisted: [...unlisted.streets],
    note: `${
      threatened.length === 0
        ? '火场下风向及近旁没有登记的居民点和游客点；请护林员、景区核对山上人员并清山。'
        : `火场下风向及近旁登记${threatened.length}处、${people}人，向垂直于风向一侧撤离；山上散客须由景区和护林员清山核对。`
    }${unlistedWords(unlisted)}`,
  }
}

/** Everything within reach of the fire that is threatened. */
function threatenedGround(problem: PlanningProblem, facts: FactSheet, zones: readonly Zone[]): Ground {
  const reachM = problem.parameters.evacuation.forestReachM.value
  const [north, east, south, west] = [0, 90, 180, 270].map((bearing) => destinationOf(facts.scene, bearing, reachM))
  return {
    box: [west?.lng ?? 0, south?.lat ?? 0, east?.lng ?? 0, north?.lat ?? 0],
    contains: (place) => isThreatened(problem, facts, zones, place),
  }
}

/** Visitors on the paths near the fire leave on whatever side they are: they do not know the way. */
function isOnTheHill(problem: PlanningProblem, facts: FactSheet, source: PeopleSource): boolean {
  const reach = problem.parameters.evacuation.forestReachM.value
  return source.kind === 'visitor' && distanceM(facts.scene, source.location) <= reach
}

/** Inside a drawn zone, close to the fire on any side, or in the sector downwind. */
function isThreatened(
  problem: PlanningProblem,
  facts: FactSheet,
  zones: readonly Zone[],
  place: PeopleSource['location'],
): boolean {
  if (isInAny(place, zones)) return true
  const { forestNearM, forestReachM, forestSectorHalfDeg } = problem.parameters.evacuation
  const metres = distanceM(facts.scene, place)
  if (metres <= forestNearM.value) return true
  if (metres > forestReachM.value) return false
  if (!facts.wind.usable || facts.wind.fromDeg === null) return true
  return angleBetweenDeg(bearingDeg(facts.scene, place), facts.wind.fromDeg + 180) <= forestSectorHalfDeg.value
}

const STEP_M = 50

/** The shorter way out of the sector, square to the wind (straight away from the fire when the wind is not usable). */
function wayOutOfSector(
  problem: PlanningProblem,
  facts: FactSheet,
  zones: readonly Zone[],
  { location }: PeopleSource,
): WayOut {
  const { wind } = facts
  const bearings =
    wind.usable && wind.fromDeg !== null
      ? [normaliseDeg(wind.fromDeg + 90), normaliseDeg(wind.fromDeg - 90)]
      : [Math.round(bearingDeg(facts.scene, location))]
  const limit = problem.parameters.evacuation.forestReachM.value * 2
  const ways = bearings.map((bearing): WayOut => {
    let metres = STEP_M
    while (metres < limit && isThreatened(problem, facts, zones, destinationOf(location, bearing, metres)))
      metres += STEP_M
    return { distanceM: metres, bearingDeg: bearing, point: destinationOf(location, bearing, metres) }
  })
  return ways.reduce((best, way) => (way.distanceM < best.distanceM ? way : best))
}

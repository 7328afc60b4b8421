import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { distanceM } from '../../kernel/geo.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { Route, TravelService } from '../graph/travel.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { explainShelters } from '../replan/explain-shelters.ts'
import { placesInForce } from '../replan/places-in-force.ts'
import { clockOf } from '../handling/scene-texts.ts'
import { createBusFleet } from './bus-fleet.ts'
import { clearCorridors } from './clear-corridors.ts'
import { seaDistance } from './coast.ts'
import type { EvacuationDraft } from './evacuation-draft.ts'
import { fetchCutOff } from './fetch-cut-off.ts'
import { placePeople, type Group, type Placing } from './place-people.ts'
import { readPeople, type PeopleSource } from './people-source.ts'
import { withShelterRunnersUp } from './shelter-runners-up.ts'
import { openShelters, type OpenShelter } from './shelters.ts'
import { CAUSE_NAMES, transferDeadline } from './transfer-deadline.ts'
import { shareHelp } from './share-help.ts'
import { transferRow, type TransferContext } from './transfer-row.ts'

const URGENCY: Readonly<Record<string, number>> = { flash_flood: 0, geo_hazard: 1, unspecified: 2 }

/**
 * Moves the whole transfer list to shelters: everyone, also those of no stated cause (storm surge: those near the coast). Whoever finds no room or comes too
 * late stands in the shortfalls with a remedy.
 */
export function transferPeople(problem: PlanningProblem, facts: FactSheet, travel: TravelService): EvacuationDraft {
  const { evacuation } = problem.parameters
  const { sources, left } = listedPeople(problem, facts)
  const deadline = transferDeadline(problem, facts)
  const ids = sources.map(({ id }) => id)
  const { open, out, refused } = openShelters(problem, facts, [], ids)
  const routes = routeCache(travel, open.length < sources.length)
  const byId = new Map(sources.map((source) => [source.id, source]))
  const groups = sources.map((source) => ({ id: source.id, people: source.people, from: source.location }))
  const seconds = (group: Group, shelter: OpenShelter): number | null => routes.seconds(group.from, shelter.location)
  const { placings, unplaced, solver, gain } = placePeople(groups, open, seconds, evacuation, placesInForce(problem))
  const context: TransferContext = { problem, facts, deadline, fleet: createBusFleet(problem, facts.nowS), travel }
  const order = new Map(sources.map((source, index) => [source.id, index]))
  const ordered = sortedBy(placings, (placing) => [order.get(placing.groupId) ?? 0, placing.shelter.row.id])
  const rows = [...groupBy(ordered, (placing) => placing.groupId)].flatMap(([id, parts]) => {
    const source = byId.get(id)
    if (source === undefined) return []
    return shareHelp(source, parts).map(({ part, source: own }) => rowOf(own, part, context, routes))
  })
  const cutOff = fetchCutOff(problem, facts, {
    places: sources.flatMap((source) => {
      const people = unplaced.get(source.id) ?? 0
      const isReached = open.some((shelter) => routes.seconds(source.location, shelter.location) !== null)
      return people > 0 && open.length > 0 && !isReached ? [{ source, people }] : []
    }),
    shelters: roomLeft(open, placings),
    deadline,
    travel,
  })
  const cutOffIds = new Set([...cutOff.assignments, ...cutOff.shortfalls].map((row) => row.fromId))
  const clearance = clearCorridors(
    rows.flatMap((row) => row.trip ?? []),
    evacuation.roadVehiclesPerH.value,
  ).map(({ clearedS, ...area }) => ({ ...area, clearedBy: formatInstant(clearedS, facts.offsetMin) }))
  const assignments = numbered([...rows.map((row) => row.assignment), ...cutOff.assignments])
  const placing = { groups, placings, opened: open, open, out, seconds, parameters: evacuation }
  const total = sources.reduce((sum, source) => sum + source.people, 0)
  return {
    population: sources.map(({ id, name, people, location, hazard }) => ({
      id,
      name,
      people,
      reason: HAZARD_NAMES[hazard] ?? '转移名单',
      location,
    })),
    assignments: withShelterRunnersUp(assignments, placing),
    whyChanged: explainShelters(problem, assignments, { ...placing, gain }),
    shortfalls: [
      ...sortedBy([...unplaced], ([id]) => [id])
        .filter(([id]) => !cutOffIds.has(id))
        .map(([id, people]) => fullShortfall(id, people, refused)),
      ...cutOff.shortfalls,
      ...rows.flatMap((row) => row.shortfall ?? []),
    ],
    ...(sources.length === 0 ? {} : { solver, clearance }),
    note: `${noteOf(
      total,
      rows.length + cutOff.assignments.length,
      evacuation.floorM2PerPerson.value,
      `${clockOf(deadline.atS, facts.offsetMin)}前`,
      CAUSE_NAMES[deadline.cause],
    )}${left}`,
  }
}

const HAZARD_NAMES: Readonly<Record<string, string>> = {
  geo_hazard: '转移名单：地质灾害',
  flash_flood: '转移名单：小流域山洪',
  unspecified: '转移名单：未注明灾种，一并转移',
}

interface Listed {
  readonly sources: readonly PeopleSource[]
  /** Who of the list is not moved and why, in words; empty when everybody is. */
  readonly left: string
}

function listedPeople(problem: PlanningProblem, facts: FactSheet): Listed {
  const listed = readPeople(problem, facts).sources.filter((source) => source.kind === 'transfer')
  const radius = problem.parameters.evacuation.geoTransferRadiusM.value
  if (facts.type === 'storm_surge') return coastalPeople(problem, listed)
  const concerned =
    facts.type === 'geo_hazard'
      ? listed.filter((source) => source.hazard !== 'flash_flood' && distanceM(source.location, facts.scene) <= radius)
      : listed
  return { sources: byUrgency(concerned), left: '' }
}

/** Design rule: a storm surge moves those of the list who are near the coast; without a coast line, everybody. */
function coastalPeople(problem: PlanningProblem, listed: readonly PeopleSource[]): Listed {
  const toSea = seaDistance(problem)
  if (toSea === null)
    return { sources: byUrgency(listed), left: '数据中没有区界岸线，无法判断离岸距离，转移名单全部转移。' }
  const reachM = problem.parameters.evacuation.surgeReachM.value
  const coastal = listed.filter((source) => toSea(source.location) <= reachM)
  const inland =
    listed.reduce((sum, source) => sum + source.people, 0) - coastal.reduce((sum, each) => sum + each.people, 0)
  return {
    sources: byUrgency(coastal),
    left: `风暴潮按离岸${reachM}米以内转移（设计取值，岸线取区界不与邻区相接的部分，未计高程）；名单中离岸更远的${inland}人就地待命，伴随强降雨时按防汛转移。沿海低洼处住户不全在名单上，由街道、村（社区）逐户核对。`,
  }
}

function byUrgency(sources: readonly PeopleSource[]): PeopleSource[] {
  return sortedBy(sources, (source) => [
    source.code === '红' ? 0 : 1,
    URGENCY[source.hazard] ?? 3,
    -source.specialNeeds,
    source.id,
  ])
}

/** Shelters with the places that those who come by road leave. */
function roomLeft(open: readonly OpenShelter[], placings: readonly Placing[]): OpenShelter[] {
  const taken = new Map<string, number>()
  for (const { shelter, people } of placings) taken.set(shelter.row.id, (taken.get(shelter.row.id) ?? 0) + people)
  return open.map((shelter) => ({ ...shelter, room: shelter.room - (taken.get(shelter.row.id) ?? 0) }))
}

interface RouteCache {
  seconds(from: PeopleSource['location'], to: PeopleSource['location']): number | null
  route(from: PeopleSource['location'], to: PeopleSource['location']): Route | null
}

/** One search a place or one a shelter, whichever are fewer, however many pairs are compared. */
function routeCache(travel: TravelService, isByShelter: boolean): RouteCache {
  const profile = travel.profileOf('bus')
  const known = new Map<string, ReturnType<TravelService['reachFrom']>>()
  const reach = (at: PeopleSource['location']): ReturnType<TravelService['reachFrom']> => {
    const key = `${at.lng},${at.lat}`
    const found = known.get(key) ?? (isByShelter ? travel.reachTo(at, profile) : travel.reachFrom(at, profile))
    known.set(key, found)
    return found
  }
  return isByShelter
    ? { seconds: (from, to) => reach(to).durationS(from), route: (from, to) => reach(to).route(from) }
    : { seconds: (from, to) => reach(from).durationS(to), route: (from, to) => reach(from).route(to) }
}

function rowOf(
  source: PeopleSource,
  placing: Placing,
  context: TransferContext,
  routes: RouteCache,
): ReturnType<typeof transferRow> {
  return transferRow(source, placing, routes.route(source.location, placing.shelter.location), context)
}

function fullShortfall(
  fromId: string,
  people: number,
  refused: ReturnType<typeof openShelters>['refused'],
): EvacuationPlan['shortfalls'][number] {
  return {
    fromId,
    people,
    reasons: [makeReason('shelter-none-left', { ...refused })],
    remedies: [
      makeReason('remedy-open-public-buildings'),
      makeReason('remedy-relatives'),
      makeReason('remedy-neighbour-shelters'),
    ],
  }
}

function numbered(rows: readonly EvacuationAssignment[]): EvacuationAssignment[] {
  const seen = new Map<string, number>()
  return rows.map((row) => {
    const part = (seen.get(row.fromId) ?? 0) + 1
    seen.set(row.fromId, part)
    return { ...row, id: `E-${row.fromId}-${part}` }
  })
}

function noteOf(total: number, rows: number, floorM2: number, clock: string, cause: string | undefined): string {
  if (total === 0) return '转移名单在本事件范围内没有人员；请属地核对名单外受威胁人员。'
  return `转移名单共${total}人，分${rows}批，${clock}全部进点（${cause ?? ''}）；需有盖面积${Math.ceil(total * floorM2)}平方米（每人${floorM2}平方米）。`
}

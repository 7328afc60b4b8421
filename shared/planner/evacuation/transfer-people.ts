import type { EvacuationAssignment, EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { distanceM } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Route, TravelService } from '../graph/travel.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { clockOf } from '../handling/scene-texts.ts'
import { createBusFleet } from './bus-fleet.ts'
import { placePeople, type Placing } from './place-people.ts'
import { readPeople, type PeopleSource } from './people-source.ts'
import { openShelters } from './shelters.ts'
import { CAUSE_NAMES, transferDeadline } from './transfer-deadline.ts'
import { transferRow, type TransferContext } from './transfer-row.ts'

const URGENCY: Readonly<Record<string, number>> = { flash_flood: 0, geo_hazard: 1, unspecified: 2 }

/**
 * Moves the whole transfer list to shelters: everyone, also those of no stated cause. Whoever finds no room or comes too
 * late stands in the shortfalls with a remedy.
 */
export function transferPeople(problem: PlanningProblem, facts: FactSheet, travel: TravelService): EvacuationPlan {
  const { evacuation } = problem.parameters
  const sources = listedPeople(problem, facts)
  const deadline = transferDeadline(problem, facts)
  const { open, refused } = openShelters(problem, facts, [])
  const routes = routeCache(travel)
  const byId = new Map(sources.map((source) => [source.id, source]))
  const groups = sources.map((source) => ({ id: source.id, people: source.people, from: source.location }))
  const { placings, unplaced } = placePeople(
    groups,
    open,
    (group, shelter) => routes.seconds(group.from, shelter.location),
    evacuation,
  )
  const context: TransferContext = { problem, facts, deadline, fleet: createBusFleet(problem, facts.nowS), travel }
  const order = new Map(sources.map((source, index) => [source.id, index]))
  const ordered = sortedBy(placings, (placing) => [order.get(placing.groupId) ?? 0, placing.shelter.row.id])
  const rows = ordered.flatMap((placing) => {
    const source = byId.get(placing.groupId)
    return source === undefined ? [] : [rowOf(source, placing, context, routes)]
  })
  const total = sources.reduce((sum, source) => sum + source.people, 0)
  return {
    population: sources.map(({ id, name, people, location, hazard }) => ({
      id,
      name,
      people,
      reason: HAZARD_NAMES[hazard] ?? '转移名单',
      location,
    })),
    assignments: numbered(rows.map((row) => row.assignment)),
    shortfalls: [
      ...sortedBy([...unplaced], ([id]) => [id]).map(([id, people]) => fullShortfall(id, people, refused)),
      ...rows.flatMap((row) => row.shortfall ?? []),
    ],
    note: noteOf(
      total,
      rows.length,
      evacuation.floorM2PerPerson.value,
      `${clockOf(deadline.atS, facts.offsetMin)}前`,
      CAUSE_NAMES[deadline.cause],
    ),
  }
}

const HAZARD_NAMES: Readonly<Record<string, string>> = {
  geo_hazard: '转移名单：地质灾害',
  flash_flood: '转移名单：小流域山洪',
  unspecified: '转移名单：未注明灾种，一并转移',
}

function listedPeople(problem: PlanningProblem, facts: FactSheet): PeopleSource[] {
  const listed = readPeople(problem, facts).sources.filter((source) => source.kind === 'transfer')
  const radius = problem.parameters.evacuation.geoTransferRadiusM.value
  const concerned =
    facts.type === 'geo_hazard'
      ? listed.filter((source) => source.hazard !== 'flash_flood' && distanceM(source.location, facts.scene) <= radius)
      : listed
  return sortedBy(concerned, (source) => [
    source.code === '红' ? 0 : 1,
    URGENCY[source.hazard] ?? 3,
    -source.specialNeeds,
    source.id,
  ])
}

interface RouteCache {
  seconds(from: PeopleSource['location'], to: PeopleSource['location']): number | null
  route(from: PeopleSource['location'], to: PeopleSource['location']): Route | null
}

/** One forward search a place, however many shelters are compared. */
function routeCache(travel: TravelService): RouteCache {
  const profile = travel.profileOf('bus')
  const known = new Map<string, ReturnType<TravelService['reachFrom']>>()
  const reach = (from: PeopleSource['location']): ReturnType<TravelService['reachFrom']> => {
    const key = `${from.lng},${from.lat}`
    const found = known.get(key) ?? travel.reachFrom(from, profile)
    known.set(key, found)
    return found
  }
  return { seconds: (from, to) => reach(from).durationS(to), route: (from, to) => reach(from).route(to) }
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

import type { SupplyAllocation } from '../../domain/plan/force-plan.ts'
import type { EvacuationPlan } from '../../domain/plan/handling-plan.ts'
import { silentTown } from '../cut-off/read-cut-off.ts'
import { handOverOf } from '../cut-off/cut-off-supplies.ts'
import type { LngLat } from '../../kernel/geo.ts'
import type { Reach, Route, TravelService } from '../graph/travel.ts'
import { makeFinding, makeReason } from '../reason.ts'
import type { AvoidingTravel } from '../travel/road-travel.ts'
import { isReserveKept } from '../rules/hard/store-reserve.ts'
import { isDangerZone } from '../rules/hard/team-of-plant.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { nameLorries } from '../supplies/name-lorries.ts'
import { explainSupplies } from '../replan/explain-supplies.ts'
import { againstSuppliesInForce } from '../replan/supplies-in-force.ts'
import { poseSupplies, type StoreTrip } from '../supplies/pose-supplies.ts'
import { reliefFindings, solverNote, supplySolverFindings } from '../supplies/report-supplies.ts'
import type { LorryPlaces } from '../supplies/shipments.ts'
import { solveSupplies } from '../supplies/solve-supplies.ts'
import { groupsByShelter } from '../supplies/people-groups.ts'
import { supplyDemand } from '../supplies/supply-demand.ts'
import { usableStock, type UsableStock } from '../supplies/usable-lots.ts'
import { storeRunnersUp, withRunnersUp } from '../supplies/store-runners-up.ts'
import { drawLots } from '../supplies/write-allocations.ts'
import { writeSupplyGaps } from '../supplies/write-supply-gaps.ts'

type Previous = Pick<StageValues, 'facts' | 'grading' | 'zones' | 'evacuation' | 'forces'> & {
  readonly travel: AvoidingTravel
}

/** What the displaced people and the work need, from which lots it comes and what is missing. */
export function planSupplies(problem: PlanningProblem, previous: Previous): StageResult<StageValues['supplies']> {
  const { facts, grading, zones, evacuation } = previous
  const dangers = zones.filter(isDangerZone).map((zone) => zone.geometry)
  // Lorries keep off every danger zone as teams do.
  const travel = dangers.length === 0 ? previous.travel : previous.travel.avoiding(dangers)
  const site = workSite(previous)
  const demand = supplyDemand(problem, facts, evacuation, site)
  const stock = usableStock(problem, { facts, zones, response: grading.response.value })
  const positions = destinations(problem, facts, evacuation, site)
  const trip = tripService(problem, travel, positions)
  const posed = againstSuppliesInForce(problem, poseSupplies(problem, facts, { demands: demand, stock, trip }))
  // A draft is wanted at once: no solver is asked.
  const solver = problem.effort === 'draft' ? undefined : problem.solver
  const solution = solveSupplies(posed.problem, solver)
  const draws = drawLots(posed, solution.flow, trip)
  const { tours, transfers, allocations } = nameLorries(problem, facts, draws, lorryPlaces(problem, travel, positions))
  const runnersUp = storeRunnersUp({
    posed,
    flow: solution.flow,
    stock,
    trip,
    supplies: problem.parameters.supplies,
    storeNames: new Map(problem.dataset.stores.map(({ id, name }) => [id, name])),
  })
  const { shortfalls, purchases } = writeSupplyGaps(problem, facts, { posed, flow: solution.flow, stock })
  const whyChanged = explainSupplies(problem, { after: { demand, allocations }, stock, trip, posed, solution })
  const wanted = new Set(demand.map((row) => row.itemCode))
  return {
    value: {
      demand,
      allocations: withRunnersUp(markStores(problem, facts, allocations), runnersUp),
      shortfalls,
      transfers,
      tours,
      purchases,
      solver: {
        status: solution.status,
        objective: solution.objective / 100,
        bound: solution.bound === null ? null : solution.bound / 100,
        gap: solution.gap,
        elapsedMs: 0,
        stop: solution.stop,
      },
    },
    whyChanged,
    read: [
      'stores',
      'stock',
      'shelters',
      'populationPoints',
      'targets',
      'carriers',
      'incident.unavailable',
      'facts',
      'incident.cutOffTowns',
      'places',
      'helipads',
      'zones',
      'grading.level',
      'grading.response',
      'evacuation.assignments',
      'movement.stagingAreas',
      'roads',
    ],
    notes: [
      isReserveKept('', grading.response.value) ? '区级库保留比例生效' : '响应达Ⅱ级以上，区级保留比例解除',
      `${transfers.length} 项调运合并为 ${tours.length} 趟车`,
      solverNote(solver?.name ?? null, solution),
    ],
    findings: [
      ...supplySolverFindings(solution),
      ...reliefFindings(transfers, problem.parameters.supplies.reliefClockS.value),
      ...expiredFindings(stock, wanted),
      ...careFindings(problem, evacuation),
      ...(shortfalls.length > 0
        ? [
            makeFinding('supply-short', 'warn', 'forcePlan.supplies.shortfalls', {
              rows: shortfalls.length,
              items: [...new Set(shortfalls.map((row) => row.item))],
            }),
          ]
        : []),
    ],
  }
}

/** Lots of a store that no telephone reaches are a count of before the loss of contact. */
function markStores(
  { dataset }: PlanningProblem,
  facts: Previous['facts'],
  allocations: readonly SupplyAllocation[],
): SupplyAllocation[] {
  const silent = new Map(
    dataset.stores.flatMap((store) => {
      const entry = silentTown(store, facts)
      return entry === null ? [] : [[store.id, entry.town] as const]
    }),
  )
  return allocations.map((row) => {
    const town = silent.get(row.storeId)
    return town === undefined
      ? row
      : { ...row, reasons: [...row.reasons, makeReason('cut-off-store', { town, keeper: row.keeper })] }
  })
}

interface WorkSite {
  readonly id: string
  readonly name: string
  readonly location: LngLat
}

/** Supplies for the work go to the staging area, outside the zones; without one to the scene's approach. */
function workSite({ facts, forces }: Pick<Previous, 'facts' | 'forces'>): WorkSite {
  const area = forces.movement.stagingAreas.find((candidate) => candidate.kind === 'staging')
  if (area === undefined)
    return { id: 'scene', name: '现场（集结点待定，到达前联系现场指挥官）', location: facts.scene }
  return { id: area.id, name: area.name, location: area.location }
}

function destinations(
  problem: PlanningProblem,
  facts: Previous['facts'],
  evacuation: EvacuationPlan,
  site: WorkSite,
): ReadonlyMap<string, LngLat> {
  const used = new Set(evacuation.assignments.map((row) => row.shelterId))
  const shelters = problem.dataset.shelters.filter((row) => used.has(row.id))
  return new Map<string, LngLat>([
    [site.id, site.location],
    ...facts.cutOffTowns.flatMap((entry): [string, LngLat][] => {
      const place = handOverOf(problem.dataset, facts, entry)
      return place === null ? [] : [[place.id, place.location]]
    }),
    ...shelters.map(({ id, lng, lat }): [string, LngLat] => [id, { lng, lat }]),
  ])
}

/** One forward search a store; times and lengths to every destination are look-ups. */
function tripService(
  problem: PlanningProblem,
  travel: TravelService,
  positions: ReadonlyMap<string, LngLat>,
): StoreTrip {
  const profile = travel.profileOf('lorry')
  const stores = new Map(problem.dataset.stores.map(({ id, lng, lat }) => [id, { lng, lat }]))
  const reaches = new Map<string, Reach>()
  const routes = new Map<string, Route | null>()
  return (storeId, toId) => {
    const from = stores.get(storeId)
    const to = positions.get(toId)
    if (from === undefined || to === undefined) return null
    const reach = reaches.get(storeId) ?? travel.reachFrom(from, profile)
    reaches.set(storeId, reach)
    const key = `${storeId}|${toId}`
    const route = routes.has(key) ? (routes.get(key) ?? null) : reach.route(to)
    routes.set(key, route)
    return route === null ? null : { durationS: route.durationS, distanceM: route.distanceM }
  }
}

/** Where lorries go, one reverse search a store for where they come from, one forward search a place they leave. */
function lorryPlaces(
  problem: PlanningProblem,
  travel: TravelService,
  positions: ReadonlyMap<string, LngLat>,
): LorryPlaces {
  const profile = travel.profileOf('lorry')
  const all = new Map<string, LngLat>([
    ...problem.dataset.stores.map(({ id, lng, lat }): [string, LngLat] => [id, { lng, lat }]),
    ...positions,
  ])
  const approaches = new Map<string, Reach>()
  const departures = new Map<string, Reach>()
  const drives = new Map<string, number | null>()
  return {
    positionOf: (placeId) => all.get(placeId) ?? null,
    approachTo: (storeId) => {
      const store = all.get(storeId)
      if (store === undefined) return null
      const reach = approaches.get(storeId) ?? travel.reachTo(store, profile)
      approaches.set(storeId, reach)
      return reach
    },
    driveS: (fromId, toId) => {
      const key = `${fromId}|${toId}`
      const known = drives.get(key)
      if (known !== undefined) return known
      const from = all.get(fromId)
      const to = all.get(toId)
      if (from === undefined || to === undefined) return null
      const reach = departures.get(fromId) ?? travel.reachFrom(from, profile)
      departures.set(fromId, reach)
      const driveS = reach.durationS(to)
      drives.set(key, driveS)
      return driveS
    },
  }
}

/** Medical workers the shelters ask for, when people stay there for days; counted and assumed patients kept apart. */
function careFindings(
  { dataset, parameters }: PlanningProblem,
  evacuation: EvacuationPlan,
): ReturnType<typeof makeFinding>[] {
  if (!evacuation.assignments.some((row) => row.mode === 'transfer')) return []
  const { supplies } = parameters
  const groups = [...groupsByShelter({ dataset, supplies }, evacuation)]
  const sum = (key: 'patients' | 'needHelp', part: 'listed' | 'estimated'): number =>
    groups.reduce((total, [, counts]) => total + counts[key][part], 0)
  const medicsOf = (patients: number): number => Math.ceil(patients / supplies.patientsPerMedic.value)
  const medics = groups.reduce((total, [, { patients }]) => total + medicsOf(patients.listed + patients.estimated), 0)
  if (medics === 0) return []
  return [
    makeFinding('shelter-medics', 'info', 'forcePlan.supplies', {
      listed: sum('patients', 'listed'),
      estimated: sum('patients', 'estimated'),
      helpListed: sum('needHelp', 'listed'),
      helpEstimated: sum('needHelp', 'estimated'),
      medics,
      shelters: groups.filter(([, { patients }]) => patients.listed + patients.estimated > 0).length,
      each: supplies.patientsPerMedic.value,
    }),
  ]
}

/** One line for all expired lots of the wanted items: the keeper needs the list, the duty officer the count. */
function expiredFindings(stock: UsableStock, wanted: ReadonlySet<string>): ReturnType<typeof makeFinding>[] {
  const lots = [...stock.refused]
    .filter(([itemCode]) => wanted.has(itemCode))
    .flatMap(([, refused]) => refused.filter((lot) => lot.cause === 'expired').map(({ row }) => row))
  if (lots.length === 0) return []
  return [
    makeFinding('lot-left-out', 'info', 'forcePlan.supplies', {
      count: lots.length,
      items: [...new Set(lots.map((row) => row.item))].sort(),
      lots: lots.map((row) => row.lotId).sort(),
    }),
  ]
}

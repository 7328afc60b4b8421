import type { Dataset } from '../../domain/dataset/dataset.ts'
import { sortedBy } from '../../kernel/order.ts'
import { guideDistances } from '../hazmat/guide.ts'
import type { PlanningProblem } from '../problem.ts'

/** One trip of a dangerous goods tanker. */
type TankerTrip = Dataset['tankerTrips'][number]

/** The last trip of the tanker with the plate of the incident; null without a plate or a record. */
export function tripOfPlate({ incident, dataset }: PlanningProblem): TankerTrip | null {
  const plate = plain(incident.hazmat?.plate ?? '')
  if (plate === '') return null
  const trips = dataset.tankerTrips.filter((trip) => plain(trip.plate) === plate)
  return sortedBy(trips, (trip) => [trip.startedAt, trip.id]).at(-1) ?? null
}

/** Plates are told with or without the dot and with spaces. */
function plain(plate: string): string {
  return plate.replace(/[\s·.・•-]/g, '').toUpperCase()
}

/**
 * The substance to reckon with while nobody at the scene has named it: that of the waybill, where its first distance is not
 * smaller than that of an unknown substance or it is toxic by inhalation (design rule HZ15: until the substance is
 * certain the larger distance holds). Null when something was reported, or without such a trip.
 */
export function cargoByTrip(problem: PlanningProblem): TankerTrip | null {
  const { incident, hazmat: tables, parameters } = problem
  const trip = tripOfPlate(problem)
  if (trip === null || trip.un === '' || (incident.hazmat?.un ?? null) !== null) return null
  const substance = tables.substances.find((entry) => entry.un === trip.un)
  const row = tables.isolation.find((entry) => entry.un === trip.un)
  const guide = substance?.guide ?? row?.guide ?? ''
  if (guide === '') return null
  const isWider =
    guideDistances(parameters.zones, guide).isolationM >= guideDistances(parameters.zones, UNKNOWN_GUIDE).isolationM
  return row !== undefined || isWider ? trip : null
}

/** ERG2024 guide of an unknown substance. */
const UNKNOWN_GUIDE = '111'

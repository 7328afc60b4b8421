import type { Dataset } from '../../domain/dataset/dataset.ts'
import { sortedBy } from '../../kernel/order.ts'
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

import { unavailableIds } from '../people/unavailable.ts'
import type { PlanningProblem } from '../problem.ts'
import { createCarrierFleet, type CarrierFleet } from '../travel/carrier-schedule.ts'

/** The buses of all carriers that may be used, by seats. */
export function createBusFleet({ dataset, incident }: PlanningProblem, nowS: number): CarrierFleet {
  const away = unavailableIds(incident, 'carrier')
  const buses = dataset.carriers.filter((carrier) => carrier.kind === 'bus' && !away.has(carrier.id))
  return createCarrierFleet(
    buses.map((carrier) => ({ carrier, capacity: carrier.seats })),
    nowS,
  )
}

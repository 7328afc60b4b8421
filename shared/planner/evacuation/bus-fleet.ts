import { unavailableIds } from '../people/unavailable.ts'
import type { PlanningProblem } from '../problem.ts'
import { createCarrierFleet, type CarrierFleet } from '../travel/carrier-schedule.ts'

/** The buses of all carriers that may be used, by seats; those for people who cannot board a bus stand apart. */
export function createBusFleet(
  problem: PlanningProblem,
  nowS: number,
): { buses: CarrierFleet; accessible: CarrierFleet } {
  const { dataset, incident, parameters } = problem
  const away = unavailableIds(incident, 'carrier')
  const buses = dataset.carriers.filter((carrier) => carrier.kind === 'bus' && !away.has(carrier.id))
  const marks = parameters.evacuation.accessibleCarriers
  const isAccessible = ({ name }: { name: string }): boolean => marks.some((mark) => name.includes(mark))
  const fleetOf = (rows: typeof buses): CarrierFleet =>
    createCarrierFleet(
      rows.map((carrier) => ({ carrier, capacity: carrier.seats })),
      nowS,
    )
  return {
    buses: fleetOf(buses.filter((carrier) => !isAccessible(carrier))),
    accessible: fleetOf(buses.filter(isAccessible)),
  }
}

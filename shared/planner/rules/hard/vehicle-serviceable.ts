import type { AssignmentParameters } from '../../../domain/parameters/assignment.ts'
import type { Incident } from '../../../domain/incident.ts'
import type { VehicleRow } from '../../../domain/dataset/tables.ts'

/** True when a vehicle can go: not reported unavailable and its status names no workshop, loan or damage. */
export function isVehicleServiceable(
  vehicle: VehicleRow,
  incident: Pick<Incident, 'unavailable'>,
  parameters: Pick<AssignmentParameters, 'outOfServiceWords'>,
): boolean {
  if (incident.unavailable?.includes(`vehicle:${vehicle.id}`) === true) return false
  const status = vehicle.status.toLowerCase()
  return !parameters.outOfServiceWords.some((word) => status.includes(word))
}

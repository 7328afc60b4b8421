import type { AssignmentParameters } from '../../../domain/parameters/assignment.ts'
import type { VehicleKind } from '../../../domain/taxonomy.ts'

/**
 * True when the wind forbids a kind of vehicle: boats from force 8, high vehicles from force 10, drones from force 6.
 * An unknown wind forbids nothing here; it is listed as unknown.
 */
export function isHeldByWind(
  kind: VehicleKind,
  windMs: number | null,
  parameters: Pick<AssignmentParameters, 'boatWindMs' | 'highVehicleWindMs' | 'droneWindMs' | 'highKinds'>,
): boolean {
  if (windMs === null) return false
  if (kind === 'BOAT') return windMs >= parameters.boatWindMs.value
  if (kind === 'UAV') return windMs >= parameters.droneWindMs.value
  return parameters.highKinds.includes(kind) && windMs >= parameters.highVehicleWindMs.value
}

import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { AssignmentParameters } from '../../domain/parameters/assignment.ts'
import type { ReadinessFinding } from '../../domain/readiness.ts'
import { vehicleStatusWord } from '../../text/findings/readiness-findings.ts'
import { isVehicleServiceable } from '../rules/hard/vehicle-serviceable.ts'
import { readinessFinding } from './readiness-finding.ts'

/** Vehicles that cannot go by their status, by the planner's own rule. */
export function checkVehicles(
  { vehicles, teams }: Pick<Dataset, 'vehicles' | 'teams'>,
  parameters: Pick<AssignmentParameters, 'outOfServiceWords'>,
): ReadinessFinding[] {
  const teamOf = new Map(teams.map((team) => [team.id, team]))
  return vehicles
    .filter((vehicle) => !isVehicleServiceable(vehicle, {}, parameters))
    .map((vehicle) => {
      const team = teamOf.get(vehicle.teamId)
      const words = `${vehicle.name === '' ? vehicle.kind : vehicle.name}${vehicle.plate === '' ? '' : ` ${vehicle.plate}`}`
      return readinessFinding({
        ...{
          kind: 'vehicle',
          code: 'vehicle-off-road',
          severity: 'warn',
          where: `vehicles.${vehicle.id}`,
          name: words,
        },
        facts: { id: vehicle.id, team: team?.name ?? vehicle.teamId, vehicle: words, status: vehicle.status },
        words: { status: vehicleStatusWord(vehicle.status) },
        keeper: { name: team?.name ?? '', phone: team?.phone ?? '' },
      })
    })
}

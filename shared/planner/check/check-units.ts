import { makeFinding } from '../reason.ts'
import { brigadeNeededAtHome, processTeamElsewhere } from '../rules/hard/team-of-plant.ts'
import { isVehicleServiceable } from '../rules/hard/vehicle-serviceable.ts'
import { isHeldByWind } from '../rules/hard/vehicle-wind-limit.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/**
 * What is sent can go: vehicles are in service and the wind lets them out, plant teams are not taken from their own plant.
 * The rules are those that screened the teams; who is on the way by itself is not judged.
 */
export const checkUnits: PlanCheck = ({ plan, context, basis }) => {
  const teams = new Map(context.dataset.teams.map((team) => [team.id, team]))
  const vehicles = new Map(context.dataset.vehicles.map((vehicle) => [vehicle.id, vehicle]))
  const { plants } = context.dataset
  const parameters = context.parameters.assignment
  const { scene, wind } = basis.facts
  return plan.forcePlan.assignments.flatMap((line, index): CheckFinding[] => {
    if (line.authority === 'selfDispatched') return []
    const { teamId, teamName } = line
    const where = `forcePlan.assignments.${index}`
    const team = teams.get(teamId)
    const home = { plants, scene, zones: basis.zones, parameters }
    const bound = team === undefined ? null : (processTeamElsewhere(team, home) ?? brigadeNeededAtHome(team, home))
    return [
      ...(bound === null ? [] : [makeFinding('plant-team-misplaced', 'block', where, { teamId, why: bound.text })]),
      ...line.vehicles.flatMap(({ id, kind }): CheckFinding[] => {
        const vehicle = vehicles.get(id)
        const facts = { teamId, teamName, vehicleId: id }
        return [
          ...(vehicle === undefined || isVehicleServiceable(vehicle, plan.incident, parameters)
            ? []
            : [makeFinding('vehicle-out-of-service', 'block', `${where}.vehicles`, facts)]),
          ...(isHeldByWind(kind, wind.speedMs, parameters)
            ? [makeFinding('vehicle-in-wind', 'block', `${where}.vehicles`, { ...facts, windMs: wind.speedMs })]
            : []),
        ]
      }),
    ]
  })
}

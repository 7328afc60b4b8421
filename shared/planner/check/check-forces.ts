import type { TeamRow, VehicleRow } from '../../domain/dataset/tables.ts'
import type { Assignment, Demand } from '../../domain/plan/force-plan.ts'
import { localParts } from '../../kernel/instant.ts'
import { groupBy } from '../../kernel/order.ts'
import { nameOfNeed } from '../../text/name-of-need.ts'
import { makeFinding } from '../reason.ts'
import { silentTown } from '../cut-off/read-cut-off.ts'
import { isVolunteer } from '../rules/hard/volunteer-not-in-hot-zone.ts'
import { isAway } from '../rules/hard/team-available.ts'
import type { CheckFinding, CheckSubject, PlanCheck } from './check-rule.ts'

/** Teams and vehicles exist, are free, are used once and within what they have; every gap is said aloud. */
export const checkForces: PlanCheck = (subject) => {
  const { plan, context } = subject
  const teams = new Map(context.dataset.teams.map((team) => [team.id, team]))
  const vehicles = new Map(context.dataset.vehicles.map((vehicle) => [vehicle.id, vehicle]))
  return [
    ...plan.forcePlan.assignments.flatMap((assignment, index) =>
      checkAssignment(subject, assignment, `forcePlan.assignments.${index}`, teams, vehicles),
    ),
    ...checkUsedOnce(plan.forcePlan.assignments),
    ...plan.forcePlan.demand.flatMap((demand, index) =>
      checkDemand(subject, demand, `forcePlan.demand.${index}`, teams),
    ),
  ]
}

function checkAssignment(
  { plan, basis }: CheckSubject,
  assignment: Assignment,
  where: string,
  teams: ReadonlyMap<string, TeamRow>,
  vehicles: ReadonlyMap<string, VehicleRow>,
): CheckFinding[] {
  const team = teams.get(assignment.teamId)
  const facts = { teamId: assignment.teamId, teamName: assignment.teamName }
  if (!team) {
    // A team that is already rolling may be one the library does not know: kept, but somebody must look.
    const severity = assignment.authority === 'selfDispatched' ? 'warn' : 'block'
    return [makeFinding('team-unknown', severity, `${where}.teamId`, facts)]
  }
  const findings: CheckFinding[] = []
  const rolling = assignment.authority === 'selfDispatched'
  if (!rolling && (plan.incident.unavailable ?? []).includes(`team:${team.id}`)) {
    findings.push(makeFinding('team-unavailable', 'block', where, facts))
  }
  if (!rolling && isAway(team, localParts(basis.facts.nowS, basis.facts.offsetMin).date)) {
    findings.push(makeFinding('team-away', 'block', where, { ...facts, until: team.awayUntil }))
  }
  const silent = rolling ? null : silentTown(team, basis.facts)
  if (silent !== null) findings.push(makeFinding('team-no-contact', 'block', where, { ...facts, town: silent.town }))
  if (!rolling && team.onDuty <= 0) findings.push(makeFinding('team-off-duty', 'block', where, facts))
  if (!rolling && assignment.personnel > team.onDuty) {
    findings.push(
      makeFinding('crew-overstated', 'block', `${where}.personnel`, {
        ...facts,
        stated: assignment.personnel,
        onDuty: team.onDuty,
      }),
    )
  }
  for (const { capability, quantity } of assignment.capabilities) {
    const held = team.capabilities.find((entry) => entry.capability === capability)?.quantity ?? 0
    if (quantity > held) {
      findings.push(
        makeFinding('capability-overstated', 'block', `${where}.capabilities`, {
          ...facts,
          capability,
          stated: quantity,
          held,
        }),
      )
    }
  }
  for (const listed of assignment.vehicles) {
    const vehicle = vehicles.get(listed.id)
    if (vehicle?.teamId === team.id && vehicle.kind === listed.kind) continue
    findings.push(makeFinding('vehicle-foreign', 'block', `${where}.vehicles`, { ...facts, vehicleId: listed.id }))
  }
  return findings
}

function checkUsedOnce(assignments: readonly Assignment[]): CheckFinding[] {
  const findings: CheckFinding[] = []
  for (const [teamId, lines] of groupBy(assignments, (assignment) => assignment.teamId)) {
    if (lines.length < 2) continue
    const teamName = lines[0]?.teamName ?? teamId
    findings.push(
      makeFinding('team-twice', 'block', 'forcePlan.assignments', { teamId, teamName, times: lines.length }),
    )
  }
  const vehicleLines = assignments.flatMap((assignment) =>
    assignment.vehicles.map((vehicle) => ({ vehicle, assignment })),
  )
  for (const [vehicleId, lines] of groupBy(vehicleLines, (line) => line.vehicle.id)) {
    if (lines.length > 1)
      findings.push(makeFinding('vehicle-twice', 'block', 'forcePlan.assignments', { vehicleId, times: lines.length }))
  }
  return findings
}

function checkDemand(
  { plan }: CheckSubject,
  demand: Demand,
  where: string,
  teams: ReadonlyMap<string, TeamRow>,
): CheckFinding[] {
  const name = nameOfNeed(demand)
  const lines = plan.forcePlan.assignments.filter((assignment) => suppliedBy(assignment, demand) > 0)
  const supplied = lines.reduce((sum, assignment) => sum + suppliedBy(assignment, demand), 0)
  const admitted = plan.forcePlan.shortfalls
    .filter((shortfall) => shortfall.demandId === demand.id)
    .reduce((sum, shortfall) => sum + shortfall.missing, 0)
  const findings: CheckFinding[] = []
  if (supplied + admitted < demand.quantity) {
    findings.push(
      makeFinding('demand-unmet-unsaid', 'block', where, { demand: name, wanted: demand.quantity, supplied, admitted }),
    )
  }
  const volunteers = lines.filter(({ teamId, teamType }) =>
    // What the library says of a team counts, not what was written over it.
    isVolunteer({ type: teams.get(teamId)?.type ?? teamType }),
  )
  if (demand.hotZone && demand.capability !== undefined) {
    for (const line of volunteers.filter((volunteer) => isOnlyFor(volunteer, demand, plan.forcePlan.demand))) {
      findings.push(
        makeFinding('volunteer-in-hot-zone', 'block', where, {
          teamId: line.teamId,
          teamName: line.teamName,
          demand: name,
        }),
      )
    }
  }
  if (volunteers.length > 0 && volunteers.length === lines.length) {
    findings.push(
      makeFinding('volunteer-alone', 'block', where, { demand: name, teams: volunteers.map((line) => line.teamName) }),
    )
  }
  return findings
}

/** True when no other demand outside the hot zone asks for the same capability: then the team can only stand inside. */
function isOnlyFor(assignment: Assignment, demand: Demand, all: readonly Demand[]): boolean {
  const listed = assignment.capabilities.some((entry) => entry.capability === demand.capability)
  return listed && !all.some((other) => other.capability === demand.capability && !other.hotZone)
}

function suppliedBy(assignment: Assignment, demand: Demand): number {
  if (demand.vehicleKind !== undefined) {
    return assignment.vehicles.filter((vehicle) => vehicle.kind === demand.vehicleKind).length
  }
  return assignment.capabilities
    .filter((entry) => entry.capability === demand.capability)
    .reduce((sum, entry) => sum + entry.quantity, 0)
}

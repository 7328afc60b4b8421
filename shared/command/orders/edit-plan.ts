import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Assignment } from '../../domain/plan/force-plan.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'

/** Changes of an officer to a plan before it is issued; see the contract of orders. */
export interface Edits {
  readonly dropped: readonly string[]
  readonly swapped: readonly { readonly from: string; readonly to: string }[]
  readonly staging: readonly { readonly teamId: string; readonly stagingAreaId: string }[]
}

/**
 * The plan with an officer's changes, for the validator and the orders. Nothing is made up: a team that steps in brings what
 * the library says of it and has no route, which the validator then says. Needs that go short appear as such there.
 */
export function editPlan(plan: DispatchPlan, edits: Edits, dataset: Pick<Dataset, 'teams' | 'vehicles'>): DispatchPlan {
  const dropped = new Set(edits.dropped)
  const swapped = new Map(edits.swapped.map(({ from, to }) => [from, to]))
  const staging = new Map(edits.staging.map(({ teamId, stagingAreaId }) => [teamId, stagingAreaId]))
  const assignments = plan.forcePlan.assignments
    .filter(({ teamId }) => !dropped.has(teamId))
    .map((line) => {
      const to = swapped.get(line.teamId)
      const manned = to === undefined ? line : steppingIn(plan, line, to, dataset)
      const area = staging.get(manned.teamId)
      return area === undefined ? manned : { ...manned, stagingAreaId: area }
    })
  const gone = new Set([...dropped, ...swapped.keys()])
  return {
    ...plan,
    forcePlan: { ...plan.forcePlan, assignments },
    movementPlan: {
      ...plan.movementPlan,
      movements: plan.movementPlan.movements
        .filter(({ teamId }) => !gone.has(teamId))
        .map((movement) => {
          const area = staging.get(movement.teamId)
          return area === undefined ? movement : { ...movement, stagingAreaId: area }
        }),
      convoy: plan.movementPlan.convoy.filter(({ teamId }) => !gone.has(teamId)),
    },
  }
}

function steppingIn(
  plan: DispatchPlan,
  line: Assignment,
  teamId: string,
  dataset: Pick<Dataset, 'teams' | 'vehicles'>,
): Assignment {
  const team = dataset.teams.find(({ id }) => id === teamId)
  if (team === undefined) return { ...line, teamId, teamName: teamId }
  const runnerUp = line.runnersUp.find((one) => one.teamId === teamId)
  const kinds = new Set(line.vehicles.map(({ kind }) => kind))
  const vehicles = dataset.vehicles.filter((vehicle) => vehicle.teamId === teamId && kinds.has(vehicle.kind))
  return {
    ...line,
    teamId,
    teamName: team.name,
    teamType: team.type,
    tier: team.tier,
    phone: team.phone,
    capabilities: line.capabilities.filter(({ capability }) =>
      team.capabilities.some((one) => one.capability === capability),
    ),
    vehicles: vehicles.map(({ id, kind, crew }) => ({ id, kind, crew })),
    personnel: Math.min(line.personnel, team.onDuty),
    ...arrivalOf(plan, runnerUp?.etaS ?? line.etaS),
    runnersUp: line.runnersUp.filter((one) => one.teamId !== teamId),
  }
}

function arrivalOf({ incident }: DispatchPlan, etaS: number): Pick<Assignment, 'etaS' | 'arriveAt'> {
  const made = parseInstant(incident.plannedAt)
  return { etaS, arriveAt: made === null ? incident.plannedAt : formatInstant(made.epochS + etaS, made.offsetMin) }
}

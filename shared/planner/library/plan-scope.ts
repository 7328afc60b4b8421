import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { localParts } from '../../kernel/instant.ts'
import { ownPlant } from '../people/nearest-team.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'

type Scoped = Pick<ContingencyPlan, 'scope'>
type Here = Pick<FactSheet, 'town' | 'scene' | 'nowS' | 'offsetMin'>

/** What the scope of a plan says about this incident: `for` it, and `against` it. A plan holds when nothing stands against it. */
export interface ScopeJudgement {
  readonly for: readonly Reason[]
  readonly against: readonly Reason[]
}

/** Holds the scope of a plan against region, street, plant and day of the incident. A plan that names none of them is for all. */
export function judgeScope(plan: Scoped, problem: PlanningProblem, facts: Here): ScopeJudgement {
  const { scope } = plan
  const judged = [
    ...(scope.regions.length === 0 ? [] : [inRegion(scope.regions, problem)]),
    ...(scope.towns.length === 0 ? [] : [inTown(scope.towns, facts)]),
    ...(scope.plantId === null ? [] : [atPlant(scope.plantId, problem, facts)]),
    ...(scope.season === null ? [] : [inSeason(scope.season, facts)]),
  ]
  const reasons = (holds: boolean): Reason[] => judged.filter((entry) => entry.holds === holds).map(({ why }) => why)
  const anywhere = narrownessOf(plan) === 0 ? [makeReason('plan-scope-anywhere')] : []
  return { for: [...anywhere, ...reasons(true)], against: reasons(false) }
}

/** How narrow the scope of a plan is: 3 one plant, 2 streets, 1 a region, 0 everywhere. */
export function narrownessOf({ scope }: Scoped): number {
  if (scope.plantId !== null) return 3
  if (scope.towns.length > 0) return 2
  return scope.regions.length > 0 ? 1 : 0
}

interface Judged {
  readonly holds: boolean
  readonly why: Reason
}

function inRegion(regions: readonly string[], { dataset }: PlanningProblem): Judged {
  const { id, region } = dataset.head
  const holds = regions.some((name) => name === id || region.includes(name))
  return holds
    ? { holds, why: makeReason('plan-scope-region', { region }) }
    : { holds, why: makeReason('plan-not-region', { region, wanted: [...regions] }) }
}

function inTown(towns: readonly string[], { town }: Here): Judged {
  if (town === null) return { holds: false, why: makeReason('plan-town-unknown', { wanted: [...towns] }) }
  const holds = towns.includes(town)
  return holds
    ? { holds, why: makeReason('plan-scope-town', { town }) }
    : { holds, why: makeReason('plan-not-town', { town, wanted: [...towns] }) }
}

function atPlant(plantId: string, problem: PlanningProblem, { scene }: Here): Judged {
  const own = ownPlant(problem, scene)
  const metres = problem.parameters.reporting.ownPlantRadiusM.value
  if (own?.id === plantId) return { holds: true, why: makeReason('plan-scope-plant', { plant: own.name, metres }) }
  const plant = problem.dataset.plants.find(({ id }) => id === plantId)?.name ?? plantId
  return { holds: false, why: makeReason('plan-not-plant', { plant, metres }) }
}

function inSeason({ from, to }: NonNullable<ContingencyPlan['scope']['season']>, facts: Here): Judged {
  const day = localParts(facts.nowS, facts.offsetMin).date.slice(5)
  const holds = from <= to ? from <= day && day <= to : day >= from || day <= to
  return { holds, why: makeReason(holds ? 'plan-in-season' : 'plan-out-of-season', { day, from, to }) }
}

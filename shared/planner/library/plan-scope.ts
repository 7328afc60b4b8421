import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import { localParts } from '../../kernel/instant.ts'
import { ownPlant } from '../people/nearest-team.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'

/** True when the plan is for this region, street, plant and season. A plan that names none of them is for all. */
export function scopeHolds(
  { scope }: Pick<ContingencyPlan, 'scope'>,
  problem: PlanningProblem,
  facts: Pick<FactSheet, 'town' | 'scene' | 'nowS' | 'offsetMin'>,
): boolean {
  const { id, region } = problem.dataset.head
  const inRegion = scope.regions.length === 0 || scope.regions.some((name) => name === id || region.includes(name))
  const inTown = scope.towns.length === 0 || (facts.town !== null && scope.towns.includes(facts.town))
  const atPlant = scope.plantId === null || ownPlant(problem, facts.scene)?.id === scope.plantId
  return inRegion && inTown && atPlant && inSeason(scope.season, facts)
}

/** How narrow the scope of a plan is: 3 one plant, 2 streets, 1 a region, 0 everywhere. */
export function narrownessOf({ scope }: Pick<ContingencyPlan, 'scope'>): number {
  if (scope.plantId !== null) return 3
  if (scope.towns.length > 0) return 2
  return scope.regions.length > 0 ? 1 : 0
}

function inSeason(season: ContingencyPlan['scope']['season'], facts: Pick<FactSheet, 'nowS' | 'offsetMin'>): boolean {
  if (season === null) return true
  const day = localParts(facts.nowS, facts.offsetMin).date.slice(5)
  const { from, to } = season
  return from <= to ? from <= day && day <= to : day >= from || day <= to
}

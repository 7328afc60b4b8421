import type { RegionProfile } from '../../domain/parameters/grading.ts'
import type { FormulaScope } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import type { FactRange, FactSheet, PlanningProblem } from '../problem.ts'

/** Scopes at both ends of the ranges; `high` is infinite where only "at least" is known. */
export interface GradingScopes {
  readonly low: FormulaScope
  readonly high: FormulaScope
}

/** Facts and region as the scales read them: `low` decides the level, `high` tells how grave it may still be. */
export function gradingScopes(problem: PlanningProblem, facts: FactSheet): GradingScopes {
  const shared = { ...factScope(facts), ...regionScope(problem) }
  const at = (end: (range: FactRange) => number | null): FormulaScope => ({
    ...shared,
    ...Object.fromEntries(Object.entries(facts.facts).map(([key, range]) => [key, end(range)])),
  })
  return { low: at((range) => range.min), high: at((range) => range.max ?? (range.min === null ? null : Infinity)) }
}

/** The profile of the data set's region; the last profile, without words to match, is the default. */
function regionProfile({ dataset, parameters }: Pick<PlanningProblem, 'dataset' | 'parameters'>): RegionProfile {
  const { regions } = parameters.grading
  const { id, region } = dataset.head
  const found = regions.find((profile) => profile.match.some((word) => id === word || region.includes(word)))
  const fallback = found ?? regions.find((profile) => profile.match.length === 0)
  if (fallback === undefined) throw new Error('grading parameters need a default region profile')
  return fallback
}

function regionScope(problem: PlanningProblem): FormulaScope {
  const { denseArea, outageGrid } = regionProfile(problem)
  return { denseArea, outageGrid }
}

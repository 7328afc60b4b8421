import { factScope, worstOf } from '../formula/fact-scope.ts'
import type { FormulaScope } from '../formula/evaluate-formula.ts'
import type { PlanningProblem, StageValues } from '../problem.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'

/** Types whose people to move stand on the transfer list when no number was given. */
const TRANSFER_LIST_TYPES: readonly IncidentType[] = ['typhoon', 'flood', 'storm_surge']

/** The names a demand formula may use: all of `factScope` plus grading, zones and the transfer list. */
export function demandScope(
  problem: PlanningProblem,
  { facts, grading, zones }: Pick<StageValues, 'facts' | 'grading' | 'zones'>,
): FormulaScope {
  const largest = (kind: string): number | null => {
    const sizes = zones.filter((zone) => zone.kind === kind).map((zone) => zone.lengthM ?? zone.radiusM ?? 0)
    return sizes.length === 0 ? null : Math.max(...sizes)
  }
  return {
    ...factScope(facts),
    alarmGrade: grading.alarm?.grade ?? null,
    eventLevel: grading.level.value,
    responseLevel: grading.response.value,
    isolationM: largest('isolation'),
    protectiveM: largest('protective'),
    peopleMoving: worstOf(facts.facts.peopleToMove) ?? transferListPeople(problem, facts.type),
  }
}

/** People on the transfer list of the data set; null for types that do not use it and where there is no list. */
function transferListPeople({ dataset }: PlanningProblem, type: IncidentType): number | null {
  if (!TRANSFER_LIST_TYPES.includes(type)) return null
  const listed = dataset.populationPoints.filter((point) => point.list === 'transfer')
  return listed.length === 0 ? null : listed.reduce((sum, point) => sum + point.people, 0)
}

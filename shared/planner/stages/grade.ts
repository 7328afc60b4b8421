import type { EventLevel, LevelCriterion } from '../../domain/plan/dispatch-plan.ts'
import { setAlarmGrade } from '../grading/alarm-grade.ts'
import { gradingScopes, type GradingScopes } from '../grading/grading-scope.ts'
import { LEVEL_ORDER, LEVEL_SIGNS } from '../grading/levels.ts'
import { gravestOf, measureLevels, type MeasuredLevel } from '../grading/measure-level.ts'
import { readLevel } from '../grading/read-level.ts'
import { setResponse } from '../grading/response-level.ts'
import { undecidedFacts } from '../grading/undecided-facts.ts'
import { offerUpgrades } from '../grading/upgrade-offers.ts'
import { isTrue } from '../formula/evaluate-formula.ts'
import type { FactSheet, Grading, PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { makeFinding, makeReason } from '../reason.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Finding } from '../../domain/reason.ts'
import type { Level } from '../../domain/taxonomy.ts'

/** Event level, response level and alarm grade from the published scales; the officer may override each. */
export function grade(problem: PlanningProblem, { facts }: Pick<StageValues, 'facts'>): StageResult<Grading> {
  const scopes = gradingScopes(problem, facts)
  const measured = measureLevels(problem.parameters.grading.scales, facts, scopes)
  const level = gravestOf(measured.map((entry) => entry.level))
  const jeopardy = problem.parameters.grading.majorJeopardy.filter(
    (rule) => rule.types.includes(facts.type) && isTrue(rule.when, scopes.low),
  )
  const value: Grading = {
    level: eventLevelOf(problem, facts, { measured, scopes }),
    majorJeopardy: jeopardy.length > 0,
    response: setResponse(problem, facts, { level, scopes }),
    alarm: setAlarmGrade(problem, facts),
  }
  return {
    value,
    read: ['facts', 'parameters.grading', 'dataset.head', 'dataset.areas', 'dataset.hospitals', 'dataset.targets'],
    notes: level === null ? ['未达任何分级标准，按险情掌握'] : [],
    findings: [
      ...jeopardy.map((rule) =>
        makeFinding('major-jeopardy', 'warn', 'incident.majorJeopardy', {
          rule: rule.id,
          name: rule.name,
          source: rule.source,
        }),
      ),
      ...responseBelow(problem, facts, { level, scopes }),
    ],
  }
}

/** An officer may set a lower response than the computed one; the plan says so. */
function responseBelow(
  problem: PlanningProblem,
  facts: FactSheet,
  given: { level: Level | null; scopes: GradingScopes },
): Finding[] {
  const { officerResponse, ...asComputed } = problem
  if (officerResponse === undefined) return []
  const computed = setResponse(asComputed, facts, given).value
  if (LEVEL_ORDER.indexOf(officerResponse.value) <= LEVEL_ORDER.indexOf(computed)) return []
  return [
    makeFinding('response-below-computed', 'warn', 'incident.response.value', {
      level: LEVEL_SIGNS[officerResponse.value],
      computed: LEVEL_SIGNS[computed],
    }),
  ]
}

function eventLevelOf(
  problem: PlanningProblem,
  facts: FactSheet,
  { measured, scopes }: { measured: readonly MeasuredLevel[]; scopes: GradingScopes },
): EventLevel {
  const level = gravestOf(measured.map((entry) => entry.level))
  const criteria = sortedBy(measured.flatMap(criterionOf), (entry) => [LEVEL_ORDER.indexOf(entry.level), entry.rule])
  const upgradeOffers = offerUpgrades(problem, facts, { level, scopes })
  const undecided = undecidedFacts(measured, level, scopes)
  const readings = measured.map((entry) => readLevel(entry, scopes))
  if (!measured.some((entry) => entry.isRange)) return { value: level, criteria, upgradeOffers, undecided, readings }
  return {
    value: level,
    criteria,
    upgradeOffers,
    undecided,
    readings,
    range: { min: level, max: gravestOf(measured.map((entry) => entry.highLevel)) },
    decidedBy: criteria[0]?.rule ?? 'no-criterion',
  }
}

function criterionOf({ scale, measure, value, level, evidence }: MeasuredLevel): LevelCriterion[] {
  if (level === null || value === null) return []
  const facts = {
    name: measure.name,
    value,
    unit: measure.unit,
    level: LEVEL_SIGNS[level],
    scale: scale.name,
    note: measure.note ?? '',
  }
  const { text } = makeReason(
    measure.note === undefined ? 'level-criterion' : 'level-criterion-noted',
    facts,
    scale.source,
  )
  return [
    {
      rule: `${scale.id}.${measure.fact}.${level}`,
      fact: measure.fact,
      value,
      level,
      text,
      source: scale.source,
      evidence,
    },
  ]
}

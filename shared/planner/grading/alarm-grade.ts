import type { AlarmGrade } from '../../domain/plan/dispatch-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import { evaluateFormula, isTrue } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** Fire grades go to five, rescue grades to four. */
const HIGHEST_GRADE = { fire: 5, rescue: 4 } as const

/**
 * The fire service's alarm grade: the highest rule that holds, fire before rescue; people "hurt or trapped, done or possible"
 * count with the upper ends of ranges. Null for types the fire service does not grade.
 */
export function setAlarmGrade({ parameters }: PlanningProblem, facts: FactSheet): AlarmGrade | null {
  const scope = factScope(facts)
  const held = parameters.grading.alarms
    .filter((rule) => rule.types.includes(facts.type) && isTrue(rule.when, scope))
    .flatMap((rule) => {
      const grade = evaluateFormula(rule.grade, scope)
      if (typeof grade !== 'number') return []
      return [{ rule, grade: Math.min(HIGHEST_GRADE[rule.kind], Math.max(1, Math.round(grade))) }]
    })
  const [first] = sortedBy(held, ({ rule, grade }) => [-grade, rule.kind === 'fire' ? 0 : 1, rule.id])
  if (first === undefined) return null
  const { kind } = first.rule
  const people = scope['hurtOrTrapped'] ?? null
  const basis = held
    .filter((entry) => entry.rule.kind === kind)
    .map(({ rule, grade }) => makeReason('alarm-rule', { rule: rule.id, name: rule.name, grade, people }, rule.source))
  return { kind, grade: first.grade, basis }
}

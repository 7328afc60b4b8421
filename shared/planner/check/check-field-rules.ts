import { isTrue } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import { matchedTemplates } from '../handling/merge-templates.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, CheckSubject, PlanCheck } from './check-rule.ts'

/** Rules of conduct that stand in a plan as a prohibition under their own id. */
const CARRIED_AS_MUST_NOT = ['HZ2', 'HZ4', 'HZ6', 'HZ7', 'HZ8', 'HZ9', 'HZ11'] as const

/** People in a reconnaissance or rescue group (found safety rules, rule HZ5). */
const GROUP_PEOPLE = 3

/** HZ3 spacing, HZ5 size of groups, the prohibitions HZ2–HZ11, and what only a person on the spot can watch. */
export const checkFieldRules: PlanCheck = (subject) => [
  ...checkSpacing(subject),
  ...checkGroups(subject),
  ...checkProhibitions(subject),
  ...namesUnchecked(subject),
]

function checkSpacing({ plan, context }: CheckSubject): CheckFinding[] {
  const leastM = context.parameters.staging.vehicleSpacingM.value
  return plan.movementPlan.convoy.flatMap(({ spacingM, teamName }, index) =>
    spacingM >= leastM
      ? []
      : [makeFinding('HZ3', 'block', `movementPlan.convoy.${index}.spacingM`, { teamName, spacingM, leastM })],
  )
}

/** Teams on their way by themselves are not judged: they are there already. */
function checkGroups({ plan }: CheckSubject): CheckFinding[] {
  return plan.forcePlan.assignments.flatMap(({ teamName, capabilities, personnel, authority }, index) => {
    const isRecon = capabilities.some(({ capability }) => capability === 'HAZ_RECON')
    if (!isRecon || authority === 'selfDispatched' || personnel >= GROUP_PEOPLE) return []
    const facts = { teamName, people: personnel, leastPeople: GROUP_PEOPLE }
    return [makeFinding('HZ5', 'warn', `forcePlan.assignments.${index}.personnel`, facts)]
  })
}

/** A rule of conduct the matched plans carry for these facts may not be taken out. */
function checkProhibitions({ plan, context, basis }: CheckSubject): CheckFinding[] {
  const scope = factScope(basis.facts)
  const stated = new Set(plan.handlingPlan.mustNot.map(({ code }) => code))
  const carried = matchedTemplates(context.library, plan.contingencyPlans, plan.incident.type)
    .flatMap(({ mustNot }) => mustNot)
    .filter(({ when }) => isTrue(when, scope))
  return CARRIED_AS_MUST_NOT.filter((code) => !stated.has(code)).flatMap((code) => {
    const text = carried.find((entry) => entry.code === code)?.text
    return text === undefined ? [] : [makeFinding(code, 'block', 'handlingPlan.mustNot', { text })]
  })
}

/** What the data cannot show of a dangerous-goods scene is put to a person, by rule. */
function namesUnchecked({ basis }: CheckSubject): CheckFinding[] {
  if (basis.facts.hazmat === null) return []
  return [makeFinding('unchecked', 'info', 'handlingPlan', { what: CONDUCT, rules: ['HZ6', 'HZ8', 'HZ10'] })]
}

const CONDUCT = '爆炸下限读数、罐体声音和颜色变化、卧罐两端有无人员、控制燃烧的专家论证'

import { isTrue } from '../formula/evaluate-formula.ts'
import { factScope } from '../formula/fact-scope.ts'
import { matchedTemplates } from '../handling/merge-templates.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { unavailableIds } from '../people/unavailable.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Every action has a person who is in the library and can be rung, and a time that is not over; must-nots stay. */
export const checkActions: PlanCheck = ({ plan, context, basis }) => {
  const findings: CheckFinding[] = []
  const people = new Map(context.dataset.people.map((person) => [person.id, person]))
  const away = unavailableIds(plan.incident, 'person')
  for (const [phaseIndex, phase] of plan.handlingPlan.phases.entries()) {
    for (const [index, action] of phase.actions.entries()) {
      const where = `handlingPlan.phases.${phaseIndex}.actions.${index}`
      const person = people.get(action.assignee.personId)
      const facts = { action: action.text, person: action.assignee.name }
      if (!person) findings.push(makeFinding('person-unknown', 'block', `${where}.assignee`, facts))
      else if (away.has(person.id))
        findings.push(makeFinding('person-unavailable', 'block', `${where}.assignee`, facts))
      else if (action.assignee.phone.trim() === '')
        findings.push(makeFinding('person-without-phone', 'block', `${where}.assignee`, facts))
      else if (person.phone !== action.assignee.phone)
        findings.push(
          makeFinding('phone-differs', 'warn', `${where}.assignee.phone`, { ...facts, library: person.phone }),
        )
      const due = parseInstant(action.dueAt)
      if (!due || due.epochS < basis.facts.nowS)
        findings.push(makeFinding('due-in-past', 'block', `${where}.dueAt`, { ...facts, dueAt: action.dueAt }))
    }
  }
  return [...findings, ...missingMustNots({ plan, context, basis })]
}

/** A must-not the matched contingency plans carry for these facts may not be taken out by hand. */
const missingMustNots: PlanCheck = ({ plan, context, basis }) => {
  const scope = factScope(basis.facts)
  const stated = new Set(plan.handlingPlan.mustNot.map((entry) => entry.code))
  return matchedTemplates(context.library, plan.contingencyPlans, plan.incident.type)
    .flatMap((template) => template.mustNot)
    .filter((entry) => isTrue(entry.when, scope) && !stated.has(entry.code))
    .map((entry) =>
      makeFinding('must-not-missing', 'block', 'handlingPlan.mustNot', { code: entry.code, text: entry.text }),
    )
}

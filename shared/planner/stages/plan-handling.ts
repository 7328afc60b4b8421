import type { Action, HandlingPlan } from '../../domain/plan/handling-plan.ts'
import type { Finding, Reason } from '../../domain/reason.ts'
import { withCutOffOrders } from '../cut-off/cut-off-actions.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { factScope } from '../formula/fact-scope.ts'
import { isTrue, type FormulaScope } from '../formula/evaluate-formula.ts'
import type { TravelService } from '../graph/travel.ts'
import { actionOwners } from '../handling/action-owners.ts'
import { assigneeOf, NOBODY } from '../handling/assign-action.ts'
import { planCasualties } from '../handling/casualties.ts'
import { fillText, type PlanTexts } from '../handling/fill-text.ts'
import { ladderReach } from '../handling/ladder-reach.ts'
import { matchedTemplates, mergeParts, type FromPlan, type HandlingTemplate } from '../handling/merge-templates.ts'
import { planTexts } from '../handling/plan-texts.ts'
import { publicMessage } from '../handling/public-message.ts'
import { galeFromS } from '../evacuation/transfer-deadline.ts'
import { dangerousZones } from '../evacuation/zone-people.ts'
import { makeFinding, makeReason } from '../reason.ts'
import { EVIDENCE_NAMES } from '../supplies/supply-quantity.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

type Previous = Pick<
  StageValues,
  'facts' | 'grading' | 'zones' | 'contingencyPlans' | 'headquarters' | 'forces' | 'evacuation'
> & {
  readonly travel: TravelService
}

interface Context {
  readonly templates: readonly HandlingTemplate[]
  readonly scope: FormulaScope
  readonly texts: PlanTexts
  readonly previous: Previous
  /** When wind of force 8 begins, epoch seconds; null = not known. */
  readonly galeS: number | null
}

/** Puts the matched contingency plans into this incident: who does what by when, what must not be done, and where the hurt go. */
export function planHandling(problem: PlanningProblem, previous: Previous): StageResult<HandlingPlan> {
  const { facts, zones, contingencyPlans, forces, evacuation, travel } = previous
  const templates = matchedTemplates(problem.library, contingencyPlans, facts.type)
  const texts = planTexts(problem, facts, { zones, movement: forces.movement, evacuation })
  const context: Context = { templates, scope: factScope(facts), texts, previous, galeS: galeFromS(problem) }
  const { casualties, gaps, leftOut, findings, whyChanged } = planCasualties(
    problem,
    facts,
    travel,
    dangerousZones(zones),
  )
  const value: HandlingPlan = {
    phases: phasesOf(context),
    mustNot: applicable(
      context,
      (plan) => plan.mustNot,
      (part) => part.code,
    ).map(({ part, planTitle }) => ({
      code: part.code,
      text: fillText(part.text, texts),
      basis: basisOf(part.basis, planTitle),
    })),
    decisionPoints: applicable(
      context,
      (plan) => plan.decisionPoints,
      (part) => part.id,
    ).map(({ part, planTitle }) => ({
      id: part.id,
      question: fillText(part.question, texts),
      trigger: fillText(part.trigger, texts),
      hq: part.hq,
      basis: basisOf(part.basis, planTitle),
    })),
    withdrawal: withdrawalOf(context),
    monitoring: applicable(
      context,
      (plan) => plan.monitoring,
      (part) => `${part.what}|${part.where}`,
    ).map(({ part, planTitle }) => ({
      what: fillText(part.what, texts),
      where: fillText(part.where, texts),
      everyMin: part.everyMin,
      by: part.by,
      basis: basisOf(part.basis, planTitle),
    })),
    communications: mergeParts(
      templates,
      (plan) => plan.communications,
      (part) => part.channel,
    ).map(({ part }) => ({ ...part, users: [...part.users] })),
    casualties,
    casualtyGaps: gaps,
    hospitalsLeftOut: leftOut,
    publicMessage: publicMessage(templates[0], { problem, facts, evacuation, texts }),
    secondaries: applicable(
      context,
      (plan) => plan.secondaries,
      (part) => part.type,
    ).map(({ part }) => ({
      type: part.type,
      checks: part.checks.map((text) => fillText(text, texts)),
      orders: part.orders.map((text) => fillText(text, texts)),
    })),
    evacuation,
  }
  return {
    value: withCutOffOrders(value, { problem, facts, headquarters: previous.headquarters }),
    whyChanged,
    read: [
      'incident.cutOffTowns',
      'teams',
      'carriers',
      'helipads',
      'library',
      'rosters',
      'people',
      'hospitals',
      'facts',
      'parameters.staging',
      'zones',
      'movement.stagingAreas',
      'evacuation',
      'contingencyPlans',
    ],
    notes: templates.map((template) => `${template.planId}/${template.id} ${template.planVersion}`),
    findings: [
      ...findings,
      ...ladderReach(problem, facts, forces.force.assignments),
      ...emptyFindings(templates, value),
    ],
  }
}

function emptyFindings(templates: readonly HandlingTemplate[], value: HandlingPlan): Finding[] {
  if (templates.length === 0) return [makeFinding('handling-no-plan', 'block', 'handlingPlan')]
  const nobody = value.phases.flatMap((phase) => phase.actions).filter((action) => action.assignee === NOBODY)
  return nobody.length === 0
    ? []
    : [makeFinding('action-nobody', 'block', 'handlingPlan.phases', { actions: nobody.length })]
}

function phasesOf(context: Context): HandlingPlan['phases'] {
  const phases = mergeParts(
    context.templates,
    (plan) => plan.phases,
    (phase) => phase.id,
  )
  const owners = actionOwners(context.templates, context.scope)
  const taken = new Set<string>()
  return sortedBy(phases, ({ part }) => [part.fromMin, part.id]).map(({ part }) => {
    const same = (plan: HandlingTemplate): HandlingTemplate['phases'][number]['actions'] =>
      plan.phases
        .filter((phase) => phase.id === part.id)
        .flatMap((phase) => phase.actions)
        .filter((action) => owners.get(action.code)?.template === plan)
    const actions = applicable(context, same, (action) => action.code).filter(
      ({ part: action }) => !taken.has(action.code),
    )
    for (const { part: action } of actions) taken.add(action.code)
    return {
      id: part.id,
      title: part.title,
      fromMin: part.fromMin,
      toMin: part.toMin,
      actions: actions.map((entry) => actionOf(entry, context, owners.get(entry.part.code)?.conflicts ?? [])),
    }
  })
}

function actionOf(
  { part, planTitle }: FromPlan<HandlingTemplate['phases'][number]['actions'][number]>,
  context: Context,
  conflicts: readonly Reason[],
): Action {
  const { facts, headquarters } = context.previous
  return {
    id: `A-${part.code}`,
    code: part.code,
    text: fillText(part.text, context.texts),
    hq: part.hq,
    group: part.group,
    assignee: assigneeOf(part, headquarters) ?? NOBODY,
    dueAt: formatInstant(dueS(part, context), facts.offsetMin),
    basis: [...basisOf(part.basis, planTitle), ...conflicts],
  }
}

/** Its minutes from now, but never after the gale that it has to come before. */
function dueS(
  part: Pick<HandlingTemplate['phases'][number]['actions'][number], 'dueMin' | 'before'>,
  { previous, galeS }: Context,
): number {
  const { nowS } = previous.facts
  const planned = nowS + part.dueMin * 60
  if (part.before !== 'gale' || galeS === null || galeS <= nowS) return planned
  return Math.min(planned, galeS)
}

/** Parts of the matched plans whose condition holds; an unknown condition does not hold. */
function applicable<T extends { readonly when?: string | undefined }>(
  context: Context,
  partsOf: (template: HandlingTemplate) => readonly T[],
  keyOf: (part: T) => string,
): FromPlan<T>[] {
  const holding = (plan: HandlingTemplate): T[] => partsOf(plan).filter((part) => isTrue(part.when, context.scope))
  return mergeParts(context.templates, holding, keyOf)
}

function withdrawalOf(context: Context): HandlingPlan['withdrawal'] {
  const [first] = context.templates
  const triggers = applicable(
    context,
    (plan) => plan.withdrawal.triggers,
    (part) => part.code,
  )
  return {
    signal: fillText(first?.withdrawal.signal ?? '连续短促哨音并用电台重复三遍“全体撤离”', context.texts),
    triggers: triggers.map(({ part }) =>
      makeReason(
        'withdrawal-trigger',
        { code: part.code, text: fillText(part.text, context.texts) },
        part.basis.source,
      ),
    ),
    muster: fillText(first?.withdrawal.muster ?? '上风集结点，按班组点名', context.texts),
  }
}

function basisOf(basis: HandlingTemplate['mustNot'][number]['basis'], planTitle: string): Reason[] {
  return [
    makeReason(
      'plan-basis',
      { plan: planTitle, source: basis.source, evidence: EVIDENCE_NAMES[basis.evidence] },
      basis.source,
    ),
  ]
}

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import type { ActionTemplate } from '#shared/domain/handling-chapter.ts'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import { factScope } from '#shared/planner/formula/fact-scope.ts'
import { actionOwners } from '#shared/planner/handling/action-owners.ts'
import { matchedPlans, matchedTemplates, type HandlingTemplate } from '#shared/planner/handling/merge-templates.ts'
import { conditionAgainst, conditionsFor } from '#shared/planner/library/plan-conditions.ts'
import { commandBodies } from '#shared/planner/people/command-bodies.ts'
import { aSituation, anIncident, factsOf } from '#test/builders/situation-builders.ts'

const { plans } = loadContingencyPlans(join(import.meta.dirname, '..', '..', '..', 'resources', 'contingency-plans'))

/** From this share of common pairs of letters on two orders say the same to a reader. */
const NEARLY_SAME = 0.6

function planNamed(id: string): ContingencyPlan {
  const plan = plans.find((entry) => entry.id === id)
  if (plan === undefined) throw new Error(`no plan ${id}`)
  return plan
}

function templatesOf(plan: ContingencyPlan, type: IncidentType): HandlingTemplate[] {
  return plan.chapters
    .filter((chapter) => chapter.types.includes(type))
    .map((chapter) => ({ ...chapter, planId: plan.id, planTitle: plan.title, planVersion: plan.version }))
}

function actionsOf(template: HandlingTemplate): ActionTemplate[] {
  return template.phases.flatMap((phase) => phase.actions)
}

/** Pairs of neighbouring letters, without placeholders, blanks and punctuation. */
function pairsOf(text: string): Set<string> {
  const plain = text.replaceAll(/\{\w+\}|[\s\p{P}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, index) => plain.slice(index, index + 2)))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((pair) => other.has(pair)).length
  return (2 * common) / Math.max(1, one.size + other.size)
}

describe('plans that apply together', () => {
  it.each(INCIDENT_TYPES)('order nothing twice in other words for %s', (type) => {
    const orders = plans
      .filter(({ kind }) => kind !== 'general')
      .flatMap((plan) => templatesOf(plan, type))
      .flatMap((template) => actionsOf(template).map((action) => ({ ...action, pairs: pairsOf(action.text) })))
    const twice = orders.flatMap((order, index) =>
      orders
        .slice(index + 1)
        .filter((other) => other.code !== order.code && likeness(order.pairs, other.pairs) >= NEARLY_SAME)
        .map((other) => `${order.code} ${order.text} = ${other.code} ${other.text}`),
    )
    expect(orders.length).toBeGreaterThanOrEqual(20)
    expect(twice).toEqual([])
  })

  it('follow the plan that stands first where both order the same with another deadline, and say so', () => {
    const templates = ['plan-cixi-disaster-relief', 'plan-relief'].flatMap((id) =>
      templatesOf(planNamed(id), 'earthquake'),
    )
    const owners = actionOwners(templates, {})
    const meal = owners.get('REL_FIRST_MEAL')
    expect(meal?.template.planId).toBe('plan-cixi-disaster-relief')
    expect(meal?.conflicts.map(({ code, facts }) => [code, facts['own'], facts['others']])).toEqual([
      ['plan-conflict', '行政指挥部，90 分钟内', '行政指挥部，120 分钟内'],
    ])
    const conflicting = [...owners].filter(([, { conflicts }]) => conflicts.length > 0).map(([code]) => code)
    expect(conflicting).toEqual(['REL_FIRST_MEAL', 'REL_HYGIENE', 'REL_SURVEY'])
    const turned = actionOwners(templates.toReversed(), {}).get('REL_FIRST_MEAL')
    expect(turned?.template.planId).toBe('plan-relief')
  })
})

describe('the conditions of every shipped plan', () => {
  it.each(plans)('$id: can be judged while nothing is known', (plan) => {
    const type = plan.types[0] ?? 'hazmat_road'
    const scope = factScope(factsOf(aSituation(anIncident(type))))
    const faulty = [...conditionsFor(plan, scope), conditionAgainst(plan, scope)].filter(
      (reason) => reason?.code === 'plan-formula-fault',
    )
    expect(faulty).toEqual([])
  })
})

describe('the command bodies', () => {
  it('are led by the body of the first special plan, with the general body above and others beside it', () => {
    const bodies = commandBodies(['plan-plant-formosa', 'plan-hazmat', 'plan-general'].map((id) => planNamed(id)))
    expect(bodies.map(({ name, leads, reasons }) => [name, leads, reasons[0]?.code])).toEqual([
      ['安全生产委员会', true, 'command-body-leading'],
      ['台塑(宁波)工业园应急指挥部', false, 'command-body-alongside'],
      ['应急指挥部', false, 'command-body-above'],
    ])
    expect(bodies[0]?.leadUnit).toBe('应急管理局')
    expect(bodies[0]?.memberUnits.length).toBeGreaterThanOrEqual(3)
  })

  it('name a body once, are led by the general plan where no special plan applies, and are none without plans', () => {
    const general = planNamed('plan-general')
    expect(commandBodies([planNamed('plan-mass-gathering'), general]).map(({ name }) => name)).toEqual(['应急指挥部'])
    expect(commandBodies([planNamed('plan-street-daqi'), general]).map(({ name, leads }) => [name, leads])).toEqual([
      ['应急指挥部', true],
      ['大碶街道应急委员会', false],
    ])
    expect(commandBodies([])).toEqual([])
  })

  it('are those of the place: a body that plans for any region name without it is not named twice', () => {
    const ids = ['plan-cixi-mine', 'plan-mine', 'plan-general']
    expect(commandBodies(ids.map((id) => planNamed(id))).map(({ name }) => name)).toEqual([
      '慈溪市安全生产委员会',
      '应急指挥部',
    ])
  })

  it('are led by flood defence in a typhoon at Cixi: relief of a narrower scope supports it and does not lead', () => {
    const ids = ['plan-cixi-disaster-relief', 'plan-flood-defence', 'plan-relief', 'plan-general']
    const matched = ids.map((id) => ({ id, title: id, kind: '', reasons: [] }))
    const ordered = matchedPlans({ plans }, matched)
    expect(ordered.map(({ id }) => id)).toEqual([
      'plan-flood-defence',
      'plan-cixi-disaster-relief',
      'plan-relief',
      'plan-general',
    ])
    for (const list of [ordered, ids.map((id) => planNamed(id))])
      expect(commandBodies(list).map(({ name, leads }) => [name, leads])).toEqual([
        ['防汛防台抗旱指挥部', true],
        ['慈溪市减灾委员会', false],
        ['应急指挥部', false],
      ])
    expect(matchedTemplates({ plans }, matched, 'typhoon')[0]?.planId).toBe('plan-flood-defence')
  })

  it.each(plans.filter(({ scope }) => scope.regions.length === 0))(
    '$id: names its body without a district of its own, since it is for any region',
    ({ body }) => {
      expect(body).not.toMatch(/^(区|市|县|北仑|慈溪)/)
    },
  )
})

import { describe, expect, it } from 'vitest'
import type { HandlingPlanTemplate } from '#shared/domain/handling-library.ts'
import { matchContingencyPlans } from '#shared/planner/stages/match-contingency-plans.ts'
import { aSituation, anIncident, factsOf, gradingOf } from '#test/builders/situation-builders.ts'

function aPlan(given: Pick<HandlingPlanTemplate, 'id' | 'kind' | 'types'>): HandlingPlanTemplate {
  return {
    title: `预案 ${given.id}`,
    version: '1',
    phases: [],
    mustNot: [],
    decisionPoints: [],
    withdrawal: { signal: '', triggers: [], muster: '' },
    monitoring: [],
    communications: [],
    firstOrders: [],
    publicMessage: { channels: [], text: '' },
    secondaries: [],
    experts: [],
    ...given,
  }
}

function match(plans: readonly HandlingPlanTemplate[]) {
  const problem = aSituation(anIncident('hazmat_road'), { library: { plans } })
  return matchContingencyPlans(problem, { facts: factsOf(problem), grading: gradingOf(problem) })
}

describe('matchContingencyPlans', () => {
  it('puts the most specific plan first, whatever the order of the library', () => {
    const plans = [
      aPlan({ id: 'general', kind: 'general', types: ['hazmat_road'] }),
      aPlan({ id: 'wide', kind: 'special', types: ['hazmat_road', 'hazmat_fixed', 'pipeline'] }),
      aPlan({ id: 'narrow', kind: 'special', types: ['hazmat_road'] }),
      aPlan({ id: 'other', kind: 'special', types: ['typhoon'] }),
    ]
    const ids = match(plans).value.map((plan) => plan.id)
    expect(ids).toEqual(['narrow', 'wide', 'general'])
    expect(match([...plans].reverse()).value.map((plan) => plan.id)).toEqual(ids)
    expect(match(plans).value[0]?.reasons.map((reason) => reason.code)).toEqual([
      'plan-type-matches',
      'plan-most-specific',
    ])
  })

  it('says when no plan covers the type', () => {
    expect(match([])).toMatchObject({ value: [], findings: [{ code: 'no-contingency-plan', severity: 'warn' }] })
  })
})

import { describe, expect, it } from 'vitest'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { matchContingencyPlans } from '#shared/planner/stages/match-contingency-plans.ts'
import { aSituation, anIncident, factsOf, gradingOf } from '#test/builders/situation-builders.ts'

function aPlan(given: Pick<ContingencyPlan, 'id' | 'kind' | 'types'> & Partial<ContingencyPlan>): ContingencyPlan {
  return {
    schema: 'contingency-plan/1',
    title: `预案 ${given.id}`,
    version: '1',
    scope: { regions: [], towns: [], plantId: null, season: null },
    body: '',
    leadUnit: '',
    memberUnits: [],
    outranks: [],
    startConditions: [],
    responseLevels: [],
    posts: [],
    workGroups: [],
    demands: [],
    reporting: [],
    chapters: [],
    annexes: [],
    review: {
      issuer: '',
      approvedBy: '',
      approvedOn: '',
      filedWith: '',
      filedNumber: '',
      filedOn: '',
      reviewBy: '2027-01-01',
    },
    ...given,
  }
}

function match(plans: readonly ContingencyPlan[]) {
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

  it('leaves out plans of another region, street, plant or season, and puts the narrow scope first', () => {
    const scope = { regions: [], towns: [], plantId: null, season: null }
    const plans = [
      aPlan({ id: 'anywhere', kind: 'special', types: ['hazmat_road'] }),
      aPlan({ id: 'here', kind: 'special', types: ['hazmat_road', 'tunnel'], scope: { ...scope, regions: ['北仑'] } }),
      aPlan({ id: 'elsewhere', kind: 'special', types: ['hazmat_road'], scope: { ...scope, regions: ['cixi'] } }),
      aPlan({ id: 'street', kind: 'street', types: ['hazmat_road'], scope: { ...scope, towns: ['不存在街道'] } }),
      aPlan({ id: 'plant', kind: 'enterprise', types: ['hazmat_road'], scope: { ...scope, plantId: 'no-such-plant' } }),
      aPlan({
        id: 'winter',
        kind: 'special',
        types: ['hazmat_road'],
        scope: { ...scope, season: { from: '11-01', to: '03-31' } },
      }),
      aPlan({
        id: 'summer',
        kind: 'special',
        types: ['hazmat_road'],
        scope: { ...scope, season: { from: '06-01', to: '09-30' } },
      }),
      aPlan({ id: 'burning', kind: 'special', types: ['hazmat_road'], appliesWhen: 'onFire == true' }),
    ]
    expect(match(plans).value.map((plan) => plan.id)).toEqual(['here', 'anywhere', 'summer'])
  })

  it('says when no plan covers the type', () => {
    expect(match([])).toMatchObject({ value: [], findings: [{ code: 'no-contingency-plan', severity: 'warn' }] })
  })
})

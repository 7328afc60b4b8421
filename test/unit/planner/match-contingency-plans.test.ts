import { describe, expect, it } from 'vitest'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { contingencyPlansNotUsed, matchContingencyPlans } from '#shared/planner/stages/match-contingency-plans.ts'
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
    expect(match(plans).value.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      ['plan-type-matches', 'plan-scope-anywhere', 'plan-most-specific', 'plan-before-types'],
      ['plan-type-matches', 'plan-scope-anywhere', 'plan-before-general'],
      ['plan-type-matches', 'plan-scope-anywhere'],
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

  it.each([
    ['2026-10-31', []],
    ['2026-11-01', ['winter']],
    ['2027-01-01', ['winter']],
    ['2027-03-31', ['winter']],
    ['2027-04-01', []],
    ['2027-05-31', []],
    ['2027-06-01', ['summer']],
    ['2027-09-30', ['summer']],
  ])('takes plans of a season on its first and last day and not a day beside, also over New Year: %s', (day, ids) => {
    const inSeason = (id: string, from: string, to: string): ContingencyPlan =>
      aPlan({
        ...{ id, kind: 'special', types: ['hazmat_road'] },
        scope: { regions: [], towns: [], plantId: null, season: { from, to } },
      })
    const plans = [inSeason('winter', '11-01', '03-31'), inSeason('summer', '06-01', '09-30')]
    for (const clock of ['00:00:00', '23:59:59']) {
      const incident = anIncident('hazmat_road', { receivedAt: `${day}T${clock}+08:00` })
      const problem = aSituation(incident, { library: { plans } })
      const { value } = matchContingencyPlans(problem, { facts: factsOf(problem), grading: gradingOf(problem) })
      expect(value.map(({ id }) => id)).toEqual(ids)
    }
  })

  it('puts a plan before the one it outranks by name when both are as specific, and says so', () => {
    const plans = [
      aPlan({ id: 'a-first', kind: 'special', types: ['hazmat_road'] }),
      aPlan({ id: 'b-second', kind: 'special', types: ['hazmat_road', 'tunnel'], outranks: ['a-first'] }),
      aPlan({ id: 'c-third', kind: 'special', types: ['hazmat_road'], outranks: ['b-second'] }),
    ]
    const { value } = match(plans)
    expect(value.map(({ id }) => id)).toEqual(['c-third', 'b-second', 'a-first'])
    expect(value.map(({ reasons }) => reasons.at(-1)?.text)).toEqual([
      '先于《预案 b-second》：本预案写明优先于该预案',
      '先于《预案 a-first》：本预案写明优先于该预案',
      '适用范围不限地区',
    ])
  })

  it('never loops over plans that outrank each other', () => {
    const plans = [
      aPlan({ id: 'a', kind: 'special', types: ['hazmat_road'], outranks: ['b'] }),
      aPlan({ id: 'b', kind: 'special', types: ['hazmat_road'], outranks: ['a'] }),
    ]
    expect(match(plans).value.map(({ id }) => id)).toEqual(['a', 'b'])
    expect(match([...plans].reverse()).value.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  it('tells of every plan of the type that is not used what stands against it, and of no other', () => {
    const scope = { regions: [], towns: [], plantId: null, season: null }
    const types: ContingencyPlan['types'] = ['hazmat_road']
    const plans = [
      aPlan({ id: 'used', kind: 'special', types }),
      aPlan({ id: 'other-type', kind: 'special', types: ['typhoon'] }),
      aPlan({ id: 'region', kind: 'special', types, scope: { ...scope, regions: ['cixi', '慈溪'] } }),
      aPlan({ id: 'street', kind: 'street', types, scope: { ...scope, towns: ['柴桥街道'] } }),
      aPlan({ id: 'plant', kind: 'enterprise', types, scope: { ...scope, plantId: 'no-such-plant' } }),
      aPlan({ id: 'winter', kind: 'special', types, scope: { ...scope, season: { from: '11-01', to: '03-31' } } }),
      aPlan({ id: 'dark', kind: 'special', types, appliesWhen: 'night' }),
      aPlan({ id: 'dead', kind: 'special', types, appliesWhen: 'known(deaths) && deaths > 0' }),
    ]
    const problem = aSituation(anIncident('hazmat_road'), { library: { plans } })
    const notUsed = contingencyPlansNotUsed(problem, factsOf(problem))
    expect(Object.fromEntries(notUsed.map(({ id, reasons }) => [id, reasons.map(({ text }) => text).join()]))).toEqual({
      dark: '不适用：适用条件未满足（夜间 否）',
      dead: '暂不适用：适用条件未满足，其中死亡人数 未知；查明后重新匹配',
      plant: '不适用：事发地不在“no-such-plant”周围 600 米内',
      region: '不适用：本地为北仑区，预案只适用于cixi、慈溪',
      street: '不适用：事发地在霞浦街道，预案只适用于柴桥街道',
      winter: '不适用：今日 07-14 不在适用时段 11-01 至 03-31 内',
    })
  })

  it('tells which start conditions and which response level the facts meet, and which are open', () => {
    const basis: ContingencyPlan['startConditions'][number]['basis'] = { source: '本系统设计', evidence: 'design' }
    const plan = aPlan({
      id: 'p',
      kind: 'special',
      types: ['hazmat_road'],
      startConditions: [
        { code: 'S1', text: '有人被困', when: 'known(trapped) && trapped > 0', basis },
        { code: 'S2', text: '有人死亡', when: 'known(deaths) && deaths > 0', basis },
        { code: 'S3', text: '领导认为有必要', basis },
      ],
      responseLevels: [
        { level: 'III', text: '被困3人', when: 'trapped >= 3', decidedBy: '区领导', measures: ['到位'], basis },
        { level: 'IV', text: '有被困', when: 'trapped >= 1', decidedBy: '值班长', measures: ['到位'], basis },
      ],
    })
    const incident = anIncident('hazmat_road', { facts: { trapped: 4 } })
    const problem = aSituation(incident, { library: { plans: [plan] } })
    const [matched] = matchContingencyPlans(problem, { facts: factsOf(problem), grading: gradingOf(problem) }).value
    expect(matched?.reasons.map(({ text }) => text).slice(2)).toEqual([
      '启动条件“有人被困”已满足（被困人数 4）',
      '启动条件尚不能判断，待核实：有人死亡（死亡人数 未知）',
      '本预案的Ⅲ级条件“被困3人”数值已达到（被困人数 4），由区领导决定；与系统给出的响应级别分列',
    ])
  })

  it('does not fall over a faulty formula, but says which it is and leaves the condition unjudged', () => {
    const basis: ContingencyPlan['startConditions'][number]['basis'] = { source: '本系统设计', evidence: 'design' }
    const types: ContingencyPlan['types'] = ['hazmat_road']
    const plans = [
      aPlan({
        id: 'start',
        kind: 'special',
        types,
        startConditions: [{ code: 'S', text: '有房屋倒塌', when: 'fallenHouses > 0', basis }],
      }),
      aPlan({ id: 'whole', kind: 'special', types, appliesWhen: 'fallenHouses > 0' }),
    ]
    const { value } = match(plans)
    expect(value.map(({ id }) => id)).toEqual(['start'])
    expect(value[0]?.reasons.find(({ code }) => code === 'plan-formula-fault')?.text).toBe(
      '“有房屋倒塌”的条件公式有误（fallenHouses > 0：formula-unknown-name），未能判断；请改正预案',
    )
    const problem = aSituation(anIncident('hazmat_road'), { library: { plans } })
    const [whole] = contingencyPlansNotUsed(problem, factsOf(problem))
    expect(whole?.reasons.map(({ code }) => code)).toEqual(['plan-formula-fault'])
  })

  it('says when no plan covers the type', () => {
    expect(match([])).toMatchObject({ value: [], findings: [{ code: 'no-contingency-plan', severity: 'warn' }] })
  })
})

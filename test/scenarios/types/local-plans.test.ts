import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { loadContingencyPlans } from '#electron/core/planning/load-references.ts'
import type { ContingencyPlan } from '#shared/domain/contingency-plan.ts'
import { planScenario, type Scenario, type TypePlan } from './type-plan.ts'

const RESOURCES = join(import.meta.dirname, '..', '..', '..', 'resources')
const { plans } = loadContingencyPlans(join(RESOURCES, 'contingency-plans'))
const LOCAL = plans.filter(({ id }) => id.startsWith('plan-cixi-') || id.startsWith('plan-plant-'))

const POSTS_ON_ROSTER = new Map(
  ['cixi', 'beilun'].map((name) => {
    const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', name))
    return [name, new Set(dataset.rosters.map((row) => row.post.replace(/:.*/, '')))]
  }),
)

function actionsIn(plan: ContingencyPlan) {
  return plan.chapters.flatMap((chapter) => chapter.phases.flatMap((phase) => phase.actions))
}

describe('the plans of Cixi and of one plant', () => {
  it('are the seven of the Cixi list and the plant plan', () => {
    expect(LOCAL.map(({ id }) => id)).toEqual([
      'plan-cixi-disaster-relief',
      'plan-cixi-earthquake',
      'plan-cixi-forest-fire',
      'plan-cixi-geo-hazard',
      'plan-cixi-hazmat',
      'plan-cixi-major-fire',
      'plan-cixi-mine',
      'plan-plant-formosa',
    ])
  })

  it.each(LOCAL.map((plan) => [plan.title, plan] as const))('%s is whole by itself', (_title, plan) => {
    const actions = actionsIn(plan)
    const mustNots = plan.chapters.flatMap((chapter) => chapter.mustNot)
    expect(plan.posts.length).toBeGreaterThanOrEqual(5)
    expect(actions.length).toBeGreaterThanOrEqual(20)
    expect(new Set(plan.chapters.flatMap((chapter) => chapter.phases.map(({ id }) => id))).size).toBeGreaterThanOrEqual(
      3,
    )
    expect(mustNots.length).toBeGreaterThanOrEqual(5)
    expect(plan.startConditions.length).toBeGreaterThanOrEqual(2)
    expect(plan.responseLevels.map(({ level }) => level)).toEqual(['I', 'II', 'III', 'IV'])
    expect(plan.reporting.map(({ kind }) => kind)).toEqual(['initial', 'initial', 'followUp', 'final'])
    expect(plan.annexes.length).toBeGreaterThanOrEqual(3)
    expect(plan.review.issuer).toContain('不是主管部门文本')
  })

  it.each(LOCAL.map((plan) => [plan.title, plan] as const))(
    '%s names posts that stand on the roster',
    (_title, plan) => {
      const roster = POSTS_ON_ROSTER.get(plan.scope.plantId === null ? 'cixi' : 'beilun') ?? new Set()
      const named = [
        ...plan.posts.flatMap(({ post, deputyPost }) => [post, deputyPost]),
        ...plan.workGroups.map(({ code }) => code),
        ...actionsIn(plan).map(({ group }) => group),
      ]
      expect(named.filter((post) => !roster.has(post))).toEqual([])
    },
  )
})

function codesOf({ plan }: TypePlan): string[] {
  return plan.handlingPlan.phases.flatMap((phase) => phase.actions.map(({ code }) => code))
}

function textOf({ plan }: TypePlan, code: string): string[] {
  return plan.handlingPlan.phases.flatMap((phase) =>
    phase.actions.filter((action) => action.code === code).map(({ text }) => text),
  )
}

function blocksOf({ plan }: TypePlan): string[] {
  return plan.findings.filter(({ severity }) => severity === 'block').map(({ code, text }) => `${code} ${text}`)
}

const QUARRY: Scenario = {
  type: 'mine',
  at: '2026-05-06T09:40:00+08:00',
  place: { lng: 121.33, lat: 30.12, address: '横河镇 采石场' },
  facts: { deaths: 0, trapped: 1, injured: 1, missing: 0 },
  weather: { windFromDeg: 90, windSpeedMs: 3 },
  dataset: 'cixi',
}
const TYPHOON: Scenario = {
  type: 'typhoon',
  at: '2026-08-10T15:00:00+08:00',
  place: { lng: 121.24, lat: 30.17, address: '浒山街道' },
  facts: { deaths: 0 },
  dataset: 'cixi',
}
const QUAKE: Scenario = {
  type: 'earthquake',
  at: '2026-05-06T02:40:00+08:00',
  place: { lng: 121.24, lat: 30.17, address: '浒山街道' },
  facts: { magnitude: 5.2, deaths: 2, collapsed: 30 },
  dataset: 'cixi',
}
const CHLORINE: Scenario = {
  type: 'hazmat_fixed',
  at: '2026-05-06T02:40:00+08:00',
  place: { lng: 121.8965, lat: 29.9145, address: '台塑(宁波)工业园' },
  facts: { deaths: 0, trapped: 2, injured: 3 },
  weather: { windFromDeg: 135, windSpeedMs: 3 },
  hazmat: { un: '1017', onFire: false, largeSpill: true, container: 'fixedTank' },
}

describe('a mine accident in Cixi', () => {
  const made = planScenario(QUARRY)

  it('merges the Cixi plan with the neutral one, each order once', () => {
    expect(made.plan.contingencyPlans.map(({ id }) => id)).toEqual(['plan-cixi-mine', 'plan-mine', 'plan-general'])
    const codes = codesOf(made)
    expect(codes).toEqual([...new Set(codes)])
    expect(codes).toEqual(expect.arrayContaining(['CXM_BLAST', 'MI_WELLHEAD', 'ADM_LOG']))
    expect(textOf(made, 'ADM_ACTIVATE')).toEqual(['市安委办通知成员单位到行政指挥部，逐条指令登记发出、签收、完成'])
    expect(blocksOf(made)).toEqual([])
  })
})

describe('a typhoon in Cixi', () => {
  const made = planScenario(TYPHOON)

  it('adds relief to flood defence and keeps the typhoon notice', () => {
    expect(made.plan.contingencyPlans.map(({ id }) => id)).toEqual([
      'plan-cixi-disaster-relief',
      'plan-flood-defence',
      'plan-general',
    ])
    expect(codesOf(made)).toEqual(expect.arrayContaining(['CXR_COUNT', 'TY_CALL', 'TY_SHELTER']))
    expect(made.plan.handlingPlan.publicMessage.text).toMatch(/^受台风/)
    expect(blocksOf(made)).toEqual([])
  })
})

describe('an earthquake in Cixi', () => {
  const made = planScenario(QUAKE)

  it('shares the orders of relief with the neutral plan, in the words of Cixi', () => {
    const codes = codesOf(made)
    expect(codes).toEqual([...new Set(codes)])
    expect(textOf(made, 'REL_FIRST_MEAL')).toEqual(['首餐三小时内到点，按户领取，先老幼病；奶粉、软食、忌口餐另备'])
    expect(textOf(made, 'EQ_RESERVOIR')[0]).toContain('海塘')
    expect(made.plan.handlingPlan.publicMessage.text).toMatch(/^刚才发生地震。请全市群众/)
    expect(blocksOf(made)).toEqual([])
  })
})

describe('a chlorine leak inside the plant', () => {
  const made = planScenario(CHLORINE)

  it('puts the plan of the plant first, with its process team and the notice for the villages', () => {
    expect(made.plan.contingencyPlans[0]?.id).toBe('plan-plant-formosa')
    expect(textOf(made, 'PF_TEAM')[0]).toContain('工艺处置队到上风门')
    expect(codesOf(made)).toEqual(expect.arrayContaining(['PF_ESD', 'HZF_ISOLATE', 'ADM_REPORT_PHONE']))
    expect(made.plan.handlingPlan.publicMessage.text).toContain('氯')
    expect(blocksOf(made)).toEqual([])
  })

  it('leaves the plan out at another plant', () => {
    const elsewhere = planScenario({ ...CHLORINE, place: { lng: 121.775, lat: 29.945, address: '青峙化工区' } })
    expect(elsewhere.plan.contingencyPlans.map(({ id }) => id)).not.toContain('plan-plant-formosa')
  })
})

describe('a flash flood in one street', () => {
  const flood = (place: Scenario['place']): TypePlan =>
    planScenario({ type: 'flood', at: '2026-08-10T15:00:00+08:00', place, facts: { deaths: 0 } })
  const idsOf = ({ plan }: TypePlan): string[] => plan.contingencyPlans.map(({ id }) => id)

  it('takes the plan of the street only there, says why elsewhere not, and lets the hazard lead', () => {
    const inside = flood({ lng: 121.81, lat: 29.86, address: '大碶街道' })
    expect(inside.plan.incident.town).toBe('大碶街道')
    expect(idsOf(inside)).toContain('plan-street-daqi')
    expect(inside.plan.headquarters.administrative.bodies?.map(({ name, leads }) => [name, leads])).toEqual([
      ['防汛防台抗旱指挥部', true],
      ['大碶街道应急委员会', false],
      ['应急指挥部', false],
    ])
    const outside = flood({ lng: 121.853, lat: 29.9, address: '新碶街道' })
    expect(outside.plan.incident.town).toBe('新碶街道')
    expect(idsOf(outside)).not.toContain('plan-street-daqi')
    const left = outside.plan.contingencyPlansNotUsed?.find(({ id }) => id === 'plan-street-daqi')
    expect(left?.reasons.map(({ text }) => text)).toEqual(['不适用：事发地在新碶街道，预案只适用于大碶街道'])
  })
})

import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanInForce } from '#shared/planner/problem.ts'
import { blocksOf, exampleProblem } from './scenario-plan.ts'

const quake = exampleProblem('earthquake-meishan')
const WATER = quake.dataset.stock.filter(({ itemCode }) => itemCode === 'LIFE_WATER_L').map(({ lotId }) => lotId)

/** The earthquake plan while some stores or lots are away. */
function planWithout(unavailable: readonly string[], inForce?: PlanInForce): DispatchPlan {
  const incident = { ...quake.incident, unavailable: [...unavailable] }
  return planDispatch({ ...quake, incident, ...(inForce === undefined ? {} : { inForce }) })
}

const first = planWithout([])
const linesOf = (plan: DispatchPlan): string[] =>
  plan.forcePlan.supplies.allocations.map(({ lotId, toId, quantity }) => `${lotId} ${toId} ${quantity}`).sort()
const changesOf = (plan: DispatchPlan): readonly (readonly unknown[])[] =>
  (plan.changes ?? []).map(({ kind, subjectId, before, after, reasons }) => [
    kind,
    subjectId.split(':')[1],
    before,
    after,
    reasons[0]?.code,
  ])

describe('planning supplies again', () => {
  it('one lot gone: only its line goes, one line takes its place, and both say why', () => {
    const plan = planWithout(['lot:lot-qijiashan-sat-phone-1'], { plan: first })
    expect(changesOf(plan)).toEqual([
      ['supplyChanged', 'lot-chunxiao-sat-phone-1', null, '1部', 'line-replaces'],
      ['supplyChanged', 'lot-qijiashan-sat-phone-1', '1部', null, 'line-lot-unavailable'],
    ])
    expect(blocksOf(plan)).toEqual([])
  })

  it('a lot that holds less than was promised gives what it has, and says how much that is', () => {
    const stock = quake.dataset.stock.map((lot) =>
      lot.lotId === 'lot-chunxiao-life-water-l-1' ? { ...lot, quantity: 600 } : lot,
    )
    const plan = planDispatch({ ...quake, dataset: { ...quake.dataset, stock }, inForce: { plan: first } })
    const reduced = (plan.changes ?? []).find(({ subjectId }) => subjectId.includes('lot-chunxiao-life-water-l-1'))
    expect(reduced?.reasons[0]).toMatchObject({
      code: 'line-lot-short',
      facts: { held: 600, before: 996, unit: '升' },
    })
    expect((plan.changes ?? []).every(({ subjectId }) => subjectId.includes('LIFE_WATER_L'))).toBe(true)
  })

  it('a nearer store that opens again moves nothing when the lines that would change cost more than it saves', () => {
    const away = planWithout(['store:store-chunxiao'])
    const plan = planWithout([], { plan: away })
    expect(linesOf(plan)).toEqual(linesOf(away))
    expect(linesOf(plan)).not.toEqual(linesOf(first))
    expect(plan.changes).toEqual([])
  })

  it('a much nearer lot takes over, and tells what that saves against the price of the change', () => {
    const far = WATER.filter((lotId) => lotId !== 'lot-xiaogang-life-water-l-1').map((lotId) => `lot:${lotId}`)
    const away = planWithout(far)
    const plan = planWithout([], { plan: away })
    expect(changesOf(plan)).toEqual([
      ['supplyChanged', 'lot-chunxiao-life-water-l-1', null, '996升', 'line-replaces'],
      ['supplyChanged', 'lot-xiaogang-life-water-l-1', '996升', null, 'line-gain'],
    ])
    // 83 packs, each more than an hour sooner, against two lines of 600 pack minutes.
    expect(plan.changes?.[1]?.reasons[0]?.facts).toEqual({ saved: 5710, price: 1200, lines: 2 })
    expect(plan.changes?.[0]?.reasons.map(({ code }) => code).slice(0, 2)).toEqual(['line-replaces', 'line-gain'])
  })

  it('a run that is loaded stays though a much nearer lot is there, unless its stock is gone', () => {
    const far = WATER.filter((lotId) => lotId !== 'lot-xiaogang-life-water-l-1').map((lotId) => `lot:${lotId}`)
    const away = planWithout(far)
    const run = away.forcePlan.supplies.allocations.find(({ itemCode }) => itemCode === 'LIFE_WATER_L')?.transferId
    const goodsUnderWay = [{ transferId: run ?? '', status: 'loaded' as const }]
    const plan = planWithout([], { plan: away, goodsUnderWay })
    expect(plan.changes).toEqual([])
    const gone = planWithout(['lot:lot-xiaogang-life-water-l-1'], { plan: away, goodsUnderWay })
    expect(changesOf(gone)).toEqual([
      ['supplyChanged', 'lot-chunxiao-life-water-l-1', null, '996升', 'line-replaces'],
      ['supplyChanged', 'lot-xiaogang-life-water-l-1', '996升', null, 'line-lot-unavailable'],
    ])
  })
})

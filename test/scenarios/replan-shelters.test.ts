import { describe, expect, it } from 'vitest'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { planDispatch } from '#shared/planner/plan-dispatch.ts'
import type { PlanInForce } from '#shared/planner/problem.ts'
import { blocksOf, exampleProblem } from './scenario-plan.ts'

const typhoon = exampleProblem('typhoon-transfer')
const first = planDispatch(typhoon)
const MEISHAN = typhoon.dataset.shelters.filter(({ town }) => town === '梅山街道').map(({ id }) => `shelter:${id}`)

/** The typhoon plan made again while some shelters are away. */
function again(unavailable: readonly string[], inForce: PlanInForce): DispatchPlan {
  return planDispatch({ ...typhoon, incident: { ...typhoon.incident, unavailable: [...unavailable] }, inForce })
}

const changesOf = (plan: DispatchPlan): NonNullable<DispatchPlan['changes']> =>
  (plan.changes ?? []).filter(({ kind }) => kind === 'shelterChanged')
const groupsIn = (plan: DispatchPlan, shelterId: string): string[] =>
  plan.handlingPlan.evacuation.assignments.filter((row) => row.shelterId === shelterId).map(({ fromId }) => fromId)

describe('placing people again', () => {
  it.each(['shelter-020', 'shelter-022'])(
    '%s shut: its villages move, no other does, and each says why',
    (shelterId) => {
      const villages = groupsIn(first, shelterId)
      expect(villages.length).toBeGreaterThan(1)
      const plan = again([`shelter:${shelterId}`], { plan: first })
      expect(
        changesOf(plan)
          .map(({ subjectId }) => subjectId)
          .sort(),
      ).toEqual([...new Set(villages)].sort())
      for (const { reasons } of changesOf(plan)) expect(reasons[0]?.code).toBe('place-left-unavailable')
      expect(groupsIn(plan, shelterId)).toEqual([])
      expect(blocksOf(plan)).toEqual([])
    },
  )

  it('tells where a village went before and goes now', () => {
    const [change] = changesOf(again(['shelter:shelter-020'], { plan: first }))
    expect(change).toMatchObject({
      name: '梅山街道梅西村小流域山洪危险区转移人员',
      before: '100人转移至梅山街道文体中心避灾安置场所(演示)',
      after: '100人转移至梅山街道综合服务中心避灾安置场所(演示)',
    })
    expect(change?.reasons[0]?.text).toBe('原定梅山街道文体中心避灾安置场所(演示)已标为不可用')
  })

  it('leaves the villages where they were sent when a shelter opens again that saves them little', () => {
    const shut = again(['shelter:shelter-022'], { plan: first })
    const plan = again([], { plan: shut })
    expect(plan.changes).toEqual([])
    expect(groupsIn(plan, 'shelter-022')).toEqual([])
  })

  it('sends a village back when that saves more than the price of telling it anew, with both figures', () => {
    const shut = again(MEISHAN, { plan: first })
    const plan = again([], { plan: shut })
    expect(changesOf(plan).map(({ subjectId, before, after }) => [subjectId, before, after])).toEqual([
      [
        'pop-bl-flash-16',
        '50人转移至白峰街道上阳村文化礼堂避灾安置场所(演示)、48人转移至白峰街道白峰村文化礼堂避灾安置场所(演示)',
        '98人转移至梅山街道文体中心避灾安置场所(演示)',
      ],
      [
        'pop-bl-geo-36',
        '13人转移至白峰街道白峰村文化礼堂避灾安置场所(演示)',
        '13人转移至梅山街道文体中心避灾安置场所(演示)',
      ],
    ])
    // 111 people at 15 minutes each.
    for (const { reasons } of changesOf(plan))
      expect(reasons[0]).toMatchObject({ code: 'place-gain', facts: { people: 111, saved: 1782, price: 1665 } })
  })

  it('leaves those who are under way to a shelter, though another is much nearer now', () => {
    const shut = again(MEISHAN, { plan: first })
    const rows = shut.handlingPlan.evacuation.assignments.filter(({ fromId }) =>
      groupsIn(first, 'shelter-020').includes(fromId),
    )
    const peopleUnderWay = rows.flatMap(({ fromId, shelterId, people }) =>
      shelterId === null ? [] : [{ fromId, shelterId, people }],
    )
    expect(peopleUnderWay.length).toBeGreaterThan(0)
    const plan = again([], { plan: shut, peopleUnderWay })
    expect(changesOf(plan).filter(({ subjectId }) => rows.some(({ fromId }) => fromId === subjectId))).toEqual([])
  })
})

import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { first, later, type Edit, type RuleCase } from './edited-plan.ts'

/** The monitoring team: 4341 m in 324 s, out after a minute for the call and three for turning out. */
const TEAM = 'env-park'
const AT = 'forcePlan.assignments.10'

type Line = DispatchPlan['forcePlan']['assignments'][number]
/** Moves the times of the team's line by these seconds. */
const shifted =
  ({ leavesS = 0, arrivesS = 0, etaS = 0 }): Edit =>
  (plan) => {
    const line: Line = first(plan.forcePlan.assignments, ({ teamId }) => teamId === TEAM)
    line.departAt = later(line.departAt, leavesS)
    line.arriveAt = later(line.arriveAt, arrivesS)
    line.etaS += etaS
    return undefined
  }
const laterByOne = shifted({ leavesS: 1, arrivesS: 1, etaS: 1 })
const arrivesAt =
  (arriveAt: string): Edit =>
  (plan) => {
    first(plan.forcePlan.assignments, ({ teamId }) => teamId === TEAM).arriveAt = arriveAt
    return undefined
  }
const farAs =
  (distanceM: number): Edit =>
  (plan) => {
    first(plan.movementPlan.movements, ({ teamId }) => teamId === TEAM).distanceM = distanceM
    return undefined
  }
const CLOCK = { code: 'arrival-clock', plan: 'road', at: AT } as const

export const CLOCK_CASES: readonly RuleCase[] = [
  {
    ...CLOCK,
    says: 'a departure a second before the call and the turnout are over',
    breaks: shifted({ leavesS: -1 }),
    twin: laterByOne,
    shows: '出发早于',
  },
  {
    ...CLOCK,
    says: 'a promised time a second shorter than the clock says',
    breaks: shifted({ etaS: -1 }),
    twin: laterByOne,
    shows: '预计用时与到达时刻不符',
  },
  {
    ...CLOCK,
    says: 'an arrival a second before the drive is over',
    breaks: shifted({ arrivesS: -1, etaS: -1 }),
    twin: shifted({ arrivesS: 1, etaS: 1 }),
    shows: '到达时刻早于行车所需',
  },
  {
    ...CLOCK,
    says: 'a drive faster than 120 km/h',
    breaks: farAs(10_801),
    twin: farAs(10_800),
    shows: '平均速度超过上限',
  },
  {
    ...CLOCK,
    says: 'an arrival that is no time',
    breaks: arrivesAt('半小时内'),
    twin: arrivesAt('2026-07-14T02:29:24Z'),
    shows: '时间无法读取',
  },
]

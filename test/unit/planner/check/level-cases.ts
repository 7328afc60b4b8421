import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { first, later, untouched, type Edit, type RuleCase } from './edited-plan.ts'

const facts =
  (known: DispatchPlan['incident']['facts'], level: DispatchPlan['incident']['level']['value'] = 'IV'): Edit =>
  (plan) => {
    plan.incident.facts = { ...plan.incident.facts, ...known }
    plan.incident.level.value = level
    return undefined
  }
const due =
  (seconds: number): Edit =>
  (plan) => {
    const report = first(plan.reports)
    report.dueAt = later(report.dueAt, seconds)
    return undefined
  }

type Emptying = readonly [list: string, empty: (plan: DispatchPlan) => unknown]

const actionsOf = (plan: DispatchPlan, hq: string): void => {
  for (const phase of plan.handlingPlan.phases) phase.actions = phase.actions.filter((action) => action.hq !== hq)
}
const LISTS: readonly Emptying[] = [
  ['firstOrders', (plan) => (plan.firstOrders = [])],
  ['forcePlan.demand', (plan) => (plan.forcePlan.demand = [])],
  ['forcePlan.assignments', (plan) => (plan.forcePlan.assignments = [])],
  ['movementPlan.movements', (plan) => (plan.movementPlan.movements = [])],
  ['handlingPlan.phases', (plan) => (plan.handlingPlan.phases = [])],
  ['handlingPlan.mustNot', (plan) => (plan.handlingPlan.mustNot = [])],
  ['handlingPlan.communications', (plan) => (plan.handlingPlan.communications = [])],
  ['handlingPlan.withdrawal.triggers', (plan) => (plan.handlingPlan.withdrawal.triggers = [])],
  ['headquarters.administrative.posts', (plan) => (plan.headquarters.administrative.posts = [])],
  ['headquarters.tactical.posts', (plan) => (plan.headquarters.tactical.posts = [])],
  ['reports', (plan) => (plan.reports = plan.reports.filter(({ kind }) => kind !== 'initial'))],
  ['handlingPlan.actions.administrative', (plan) => actionsOf(plan, 'administrative')],
  ['handlingPlan.actions.tactical', (plan) => actionsOf(plan, 'tactical')],
  [
    'handlingPlan.evacuation',
    ({ handlingPlan: { evacuation } }) => Object.assign(evacuation, { assignments: [], shortfalls: [], note: '' }),
  ],
]

const EMPTY_LISTS: readonly RuleCase[] = LISTS.map(([list, empty]) => ({
  code: 'list-empty',
  says: `nothing in ${list}`,
  plan: 'road',
  breaks: (plan) => {
    empty(plan)
    return undefined
  },
  twin: untouched,
  at: list,
  shows: `“${list}”为空`,
}))

export const LEVEL_CASES: readonly RuleCase[] = [
  ...EMPTY_LISTS,
  {
    code: 'list-empty',
    says: 'no team, where no gap says why',
    plan: 'road',
    breaks: (plan) => {
      plan.forcePlan.assignments = []
      return undefined
    },
    twin: (plan) => {
      plan.forcePlan.assignments = []
      plan.forcePlan.shortfalls = [{ demandId: 'D-haz-plug', missing: 2, reasons: [], remedies: [] }]
      return undefined
    },
    at: 'forcePlan.assignments',
    shows: '为空且方案没有说明原因',
  },
  {
    code: 'level-understated',
    says: 'level Ⅳ with three dead',
    plan: 'road',
    breaks: facts({ deaths: 3 }),
    twin: facts({ deaths: 2 }),
    at: 'incident.level.value',
    shows: '填为“IV”，按已知事实应不低于“III”',
  },
  {
    code: 'major-jeopardy-unsaid',
    says: 'ten people in danger and no word of major jeopardy',
    plan: 'road',
    breaks: facts({ peopleAtRisk: 10 }, 'I'),
    twin: facts({ peopleAtRisk: 9 }, 'I'),
    at: 'incident.majorJeopardy',
    shows: '较大涉险条件',
  },
  {
    code: 'report-missing',
    says: 'the first report by phone taken out',
    plan: 'road',
    breaks: (plan) => {
      plan.reports = plan.reports.slice(1)
      return undefined
    },
    twin: (plan) => {
      plan.reports.reverse()
      return undefined
    },
    at: 'reports',
    shows: '宁波市应急指挥部（电话首报）的报告（2026-07-14T10:35:00',
  },
  {
    code: 'report-late',
    says: 'the first report a second late',
    plan: 'road',
    breaks: due(1),
    twin: due(-1),
    at: 'reports.0.dueAt',
    shows: '10:35:01',
  },
]

import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { CheckCode } from '#shared/text/findings/check-findings.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { changed, first, reportedAway, type Edit, type RuleCase } from './edited-plan.ts'

const AT = 'handlingPlan.phases.0.actions.0'

type Action = DispatchPlan['handlingPlan']['phases'][number]['actions'][number]
const action =
  (edit: (action: Action) => unknown): Edit =>
  (plan) => {
    edit(first(first(plan.handlingPlan.phases).actions))
    return undefined
  }
const without =
  (code: string): Edit =>
  (plan) => {
    plan.handlingPlan.mustNot = plan.handlingPlan.mustNot.filter((entry) => entry.code !== code)
    return undefined
  }
const reworded =
  (code: string): Edit =>
  (plan) => {
    first(plan.handlingPlan.mustNot, (entry) => entry.code === code).text += '（已传达）'
    return undefined
  }
const prohibition = (code: CheckCode, plan: RuleCase['plan'], shows: string): RuleCase => ({
  code,
  says: 'its prohibition taken out',
  plan,
  breaks: without(code),
  twin: reworded(code),
  at: 'handlingPlan.mustNot',
  shows,
})
const isOther = (id: string) => (person: { readonly id: string }) => person.id !== id

export const HANDLING_CASES: readonly RuleCase[] = [
  prohibition('HZ2', 'road', '（HZ2）被删去'),
  prohibition('HZ4', 'road', '（HZ4）被删去'),
  prohibition('HZ6', 'burningGas', '（HZ6）被删去'),
  prohibition('HZ7', 'burningGas', '（HZ7）被删去'),
  prohibition('HZ8', 'burningGas', '（HZ8）被删去'),
  prohibition('HZ9', 'burningGas', '（HZ9）被删去'),
  prohibition('HZ11', 'road', '（HZ11）被删去'),
  {
    code: 'must-not-missing',
    says: 'a prohibition of the contingency plan taken out',
    plan: 'road',
    breaks: without('MN_FEW'),
    twin: reworded('MN_FEW'),
    at: 'handlingPlan.mustNot',
    shows: '（MN_FEW）被删去',
  },
  {
    code: 'unchecked',
    says: 'what only a person on the spot can watch, HZ10 among it',
    plan: 'burningGas',
    breaks: () => undefined,
    twin: (plan) => {
      Object.assign(plan.incident, { type: 'road_traffic', hazmat: undefined })
      return undefined
    },
    at: 'handlingPlan',
    shows: '控制燃烧的专家论证在数据中没有，须由人员到场核对（HZ6、HZ8、HZ10）',
  },
  {
    code: 'person-unknown',
    says: 'an action for a person who is in no list',
    plan: 'road',
    breaks: action(({ assignee }) => (assignee.personId = 'nobody')),
    twin: action(({ assignee }) => (assignee.name += '（值班）')),
    at: `${AT}.assignee`,
    shows: '的责任人“贾云刚”不在人员库',
  },
  {
    code: 'person-unknown',
    says: 'an action for a person who has left the list',
    plan: 'road',
    breaks: () => ({ people: beilun.people.filter(isOther('p-g-rescue-1')) }),
    twin: () => ({ people: changed(beilun.people, 'p-g-rescue-1', { name: '接任人' }) }),
    at: `${AT}.assignee`,
    shows: '“贾云刚”不在人员库',
  },
  {
    code: 'person-without-phone',
    says: 'an action whose person cannot be rung',
    plan: 'road',
    breaks: action(({ assignee }) => (assignee.phone = ' ')),
    twin: action(({ assignee }) => (assignee.phone = '13800001392')),
    at: `${AT}.assignee`,
    shows: '没有电话',
  },
  {
    code: 'phone-differs',
    says: 'a phone number with one digit wrong',
    plan: 'road',
    breaks: action(({ assignee }) => (assignee.phone = '13800001392')),
    twin: action(({ assignee }) => (assignee.phone = '13800001391')),
    at: `${AT}.assignee.phone`,
    shows: '人员库（13800001391）',
  },
  {
    code: 'due-in-past',
    says: 'an action due a second before the plan was made',
    plan: 'road',
    breaks: action((each) => (each.dueAt = '2026-07-14T10:19:59+08:00')),
    twin: action((each) => (each.dueAt = '2026-07-14T10:20:00+08:00')),
    at: `${AT}.dueAt`,
    shows: '时限2026-07-14T10:19:59',
  },
  {
    code: 'person-unavailable',
    says: 'an action for a person who was reported unavailable',
    plan: 'road',
    breaks: reportedAway('person:p-g-rescue-1'),
    twin: reportedAway('person:p-g-rescue-11'),
    at: `${AT}.assignee`,
    shows: '“贾云刚”已标为不可用',
  },
]

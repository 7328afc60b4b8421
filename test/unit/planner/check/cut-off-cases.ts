import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { beilun } from '../../../scenarios/scenario-plan.ts'
import { first, type Edit, type RuleCase } from './edited-plan.ts'

const TOWN = '白峰街道'
const SHELTERS = new Set(beilun.shelters.filter((row) => row.town === TOWN).map((row) => row.id))

const withoutAction =
  (code: string): Edit =>
  (plan) => {
    for (const phase of plan.handlingPlan.phases) phase.actions = phase.actions.filter((action) => action.code !== code)
    return undefined
  }
/** One need of a shelter in the street, wanted so many seconds from now; 7 200 s are left of its ten hours. */
const wantedBy =
  (byS: number): Edit =>
  (plan) => {
    first(plan.forcePlan.supplies.demand, (row) => SHELTERS.has(row.toId)).bySAfterStart = byS
    return undefined
  }
const phonesFor =
  (quantity: number): Edit =>
  (plan) => {
    const isForStreet = (row: { itemCode: string; toId: string }): boolean =>
      row.itemCode === 'SAT_PHONE' && row.toId === `handover-${TOWN}`
    first(plan.forcePlan.supplies.demand, isForStreet).quantity = quantity
    return undefined
  }
/** The number of the street's duty officer, by telephone. */
const dutyPhone = ({ headquarters }: DispatchPlan): string =>
  first([...headquarters.administrative.posts, ...headquarters.tactical.posts], ({ post }) => post.endsWith(`:${TOWN}`))
    .phone
const ringing =
  (phoneOf: (plan: DispatchPlan) => string): Edit =>
  (plan) => {
    first(plan.firstOrders, ({ words }) => words.startsWith(`${TOWN}：`)).phone = phoneOf(plan)
    return undefined
  }
const sentFrom =
  (town: string): Edit =>
  (plan) => {
    first(plan.forcePlan.assignments).teamId = first(beilun.teams, (team) => team.town === town && team.onDuty > 0).id
    return undefined
  }

/** Rules for a street without contact: no power, no network and no road since eight hours before the plan. */
export const CUT_OFF_CASES: readonly RuleCase[] = [
  {
    code: 'cut-off-unanswered',
    says: 'nobody sent to make contact',
    plan: 'cutOff',
    breaks: withoutAction('CUT_CONTACT'),
    twin: withoutAction('ADM_REPORT_WRITTEN'),
    at: 'handlingPlan.phases',
    shows: '派通信组建立联络',
  },
  {
    code: 'cut-off-relief-late',
    says: 'relief a second after ten hours without contact',
    plan: 'cutOff',
    breaks: wantedBy(7201),
    twin: wantedBy(7200),
    at: 'forcePlan.supplies.demand.3',
    shows: '救助时限只剩120分钟',
  },
  {
    code: 'cut-off-need-missing',
    says: 'one satellite phone where two are wanted',
    plan: 'cutOff',
    breaks: phonesFor(1),
    twin: phonesFor(2),
    at: 'forcePlan.supplies.demand',
    shows: '卫星电话需要2部',
  },
  {
    code: 'cut-off-by-phone',
    says: 'an order for the street by telephone',
    plan: 'cutOff',
    breaks: ringing(dutyPhone),
    twin: ringing(() => '0574-119'),
    at: 'firstOrders.12',
    shows: '仍靠公网电话',
  },
  {
    code: 'team-no-contact',
    says: 'a team of the street that nobody can call',
    plan: 'cutOff',
    breaks: sentFrom(TOWN),
    twin: sentFrom('大碶街道'),
    at: 'forcePlan.assignments.0',
    shows: '驻地在失联的白峰街道',
  },
]

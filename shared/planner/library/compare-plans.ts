import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { canonicalJson } from '../../kernel/digest.ts'

/** One line of two dispatch plans side by side; null = that plan does not have it. */
export interface OrderComparison {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** What two dispatch plans of one incident order, side by side, in the order of the second one. */
export interface PlanComparison {
  readonly actions: OrderComparison[]
  readonly mustNots: OrderComparison[]
  readonly demands: OrderComparison[]
  readonly firstOrders: OrderComparison[]
  readonly assignments: OrderComparison[]
  readonly findings: OrderComparison[]
}

interface Line {
  readonly key: string
  readonly text: string
  readonly value: unknown
}

/** Lays the orders of two dispatch plans side by side: what is ordered anew, no longer, or otherwise. */
export function comparePlans(before: DispatchPlan, after: DispatchPlan): PlanComparison {
  const both = (linesOf: (plan: DispatchPlan) => Line[]): OrderComparison[] => compare(linesOf(before), linesOf(after))
  return {
    actions: both(({ handlingPlan }) => handlingPlan.phases.flatMap(({ actions }) => actions).map(actionLine)),
    mustNots: both(({ handlingPlan }) =>
      handlingPlan.mustNot.map(({ code, text }) => ({ key: code, text, value: text })),
    ),
    demands: both(({ forcePlan }) => forcePlan.demand.map(demandLine)),
    firstOrders: both(({ firstOrders }) =>
      firstOrders.map(({ call, phone, words }) => ({ key: call, text: `${call}：${words}`, value: [phone, words] })),
    ),
    assignments: both(({ forcePlan }) =>
      forcePlan.assignments.map(({ teamId, teamName, role, hq }) => ({
        ...{ key: teamId, text: `${teamName}：${role}`, value: [role, hq] },
      })),
    ),
    findings: both(({ findings }) =>
      findings.map(({ code, severity, where, text }) => ({ key: `${code} ${where}`, text, value: [severity, text] })),
    ),
  }
}

type Action = DispatchPlan['handlingPlan']['phases'][number]['actions'][number]

function actionLine({ code, text, hq, group, assignee, dueAt }: Action): Line {
  const who = assignee.name === '' ? '' : `（${assignee.name}）`
  return { key: code, text: `${text}${who}`, value: [text, hq, group, assignee.personId, dueAt] }
}

type Demand = DispatchPlan['forcePlan']['demand'][number]

function demandLine(demand: Demand): Line {
  const { capability, vehicleKind, quantity, byS, formula } = demand
  const what = capability ?? vehicleKind ?? ''
  return { key: `${what} ${byS}`, text: `${what} × ${quantity}（${byS} 秒内）`, value: [quantity, byS, formula] }
}

function compare(before: readonly Line[], after: readonly Line[]): OrderComparison[] {
  const was = named(before)
  const is = named(after)
  const gone = [...was].filter(([key]) => !is.has(key))
  return [
    ...[...is].map(([key, line]): OrderComparison => {
      const old = was.get(key)
      if (old === undefined) return { kind: 'added', key, before: null, after: line.text }
      const kind = canonicalJson(old.value) === canonicalJson(line.value) ? 'same' : 'changed'
      return { kind, key, before: old.text, after: line.text }
    }),
    ...gone.map(([key, line]): OrderComparison => ({ kind: 'removed', key, before: line.text, after: null })),
  ]
}

/** Lines by key; one key used several times is told apart by its place among its like. */
function named(lines: readonly Line[]): Map<string, Line> {
  const found = new Map<string, Line>()
  for (const line of lines) {
    let key = line.key
    for (let count = 2; found.has(key); count += 1) key = `${line.key} #${count}`
    found.set(key, line)
  }
  return found
}

import { cutOffActionId, CUT_OFF_CODES, CUT_OFF_MUST_NOT } from '../cut-off/cut-off-actions.ts'
import { cutOffDemand, reliefLeftS } from '../cut-off/cut-off-supplies.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Streets without contact: somebody makes contact, relief goes there in its time, and no order rests on the network. */
export const checkCutOff: PlanCheck = ({ plan, context, basis }) => {
  const { facts } = basis
  const findings: CheckFinding[] = []
  const actions = new Set(plan.handlingPlan.phases.flatMap((phase) => phase.actions.map((action) => action.id)))
  const posts = [plan.headquarters.administrative, plan.headquarters.tactical].flatMap((hq) => hq.posts)
  const { demand } = plan.forcePlan.supplies
  const items = new Map(context.parameters.supplies.items.map((item) => [item.itemCode, item]))
  for (const entry of facts.cutOffTowns) {
    const { town } = entry
    for (const code of CUT_OFF_CODES) {
      if (actions.has(cutOffActionId(code, town))) continue
      findings.push(makeFinding('cut-off-unanswered', 'block', 'handlingPlan.phases', { town, what: WHAT[code] }))
    }
    const shelters = new Set(context.dataset.shelters.filter((row) => row.town === town).map((row) => row.id))
    const leftS = reliefLeftS(entry, context.parameters, facts.nowS)
    for (const [index, row] of demand.entries()) {
      if (!shelters.has(row.toId) || row.bySAfterStart <= leftS) continue
      findings.push(
        makeFinding('cut-off-relief-late', 'block', `forcePlan.supplies.demand.${index}`, {
          town,
          item: row.item,
          statedMin: Math.ceil(row.bySAfterStart / 60),
          leftMin: Math.floor(leftS / 60),
        }),
      )
    }
    const phones = new Set(
      entry.lost.includes('network')
        ? [
            ...posts.filter(({ post }) => post.endsWith(`:${town}`)),
            ...context.dataset.teams.filter((team) => team.town === town),
          ]
            .map(({ phone }) => phone)
            .filter((phone) => phone !== '')
        : [],
    )
    for (const [index, order] of plan.firstOrders.entries()) {
      if (!phones.has(order.phone)) continue
      findings.push(makeFinding('cut-off-by-phone', 'block', `firstOrders.${index}`, { town, call: order.call }))
    }
  }
  for (const need of cutOffDemand(context, facts, items)) {
    const asked = demand.filter((row) => row.itemCode === need.itemCode && row.toId === need.toId)
    const quantity = asked.reduce((sum, row) => sum + row.quantity, 0)
    const late = asked.some((row) => row.bySAfterStart > need.bySAfterStart)
    if (quantity >= need.quantity && !late) continue
    findings.push(
      makeFinding('cut-off-need-missing', 'block', 'forcePlan.supplies.demand', {
        to: need.toName,
        item: need.item,
        wanted: need.quantity,
        unit: need.unit,
        asked: quantity,
        byMin: Math.floor(need.bySAfterStart / 60),
      }),
    )
  }
  if (facts.cutOffTowns.length > 0 && !plan.handlingPlan.mustNot.some(({ code }) => code === CUT_OFF_MUST_NOT)) {
    const text = '失联前的数字当作现状、命令只靠公网'
    findings.push(makeFinding('must-not-missing', 'block', 'handlingPlan.mustNot', { code: CUT_OFF_MUST_NOT, text }))
  }
  return findings
}

const WHAT: Readonly<Record<(typeof CUT_OFF_CODES)[number], string>> = {
  CUT_CONTACT: '派通信组建立联络',
  CUT_WAY: '进入途径',
  CUT_RELIEF: '初步救助',
}

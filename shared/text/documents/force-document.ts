import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { nameOfNeed } from '../name-of-need.ts'
import { clockOf, markdownTable, minutesOf } from './markdown.ts'

/** 人员装备抽组方案: needs, who goes and why, gaps with remedies, reserve, supplies, experts. */
export function forceDocument({ forcePlan }: DispatchPlan): string {
  const { supplies } = forcePlan
  return [
    '## 一、需求',
    markdownTable(
      ['需要', '数量', '时限', '算式', '依据'],
      forcePlan.demand.map((demand) => [
        nameOfNeed(demand),
        demand.quantity,
        minutesOf(demand.byS),
        demand.formula,
        demand.basis.map((reason) => reason.text).join('；'),
      ]),
    ),
    '## 二、抽组',
    markdownTable(
      ['队伍', '任务', '车辆', '人数', '出发', '到达', '方式', '电话', '理由'],
      forcePlan.assignments.map((line) => [
        line.teamName,
        line.role,
        line.vehicles.map((vehicle) => vehicle.name ?? vehicle.kind).join('、'),
        line.personnel,
        clockOf(line.departAt),
        clockOf(line.arriveAt),
        AUTHORITY_WORDS[line.authority],
        line.phone,
        line.reasons.map((reason) => reason.text).join('；'),
      ]),
    ),
    '## 三、缺口',
    markdownTable(
      ['缺', '数量', '原因', '补救'],
      forcePlan.shortfalls.map((gap) => [
        nameOfNeed(gap),
        gap.missing,
        gap.reasons.map((reason) => reason.text).join('；'),
        gap.remedies.map((reason) => reason.text).join('；'),
      ]),
    ),
    '## 四、预备队与专家',
    markdownTable(
      ['预备队', '预计用时', '电话'],
      forcePlan.reserve.map((line) => [line.teamName, minutesOf(line.etaS), line.phone]),
    ),
    markdownTable(
      ['专家', '专业', '电话'],
      forcePlan.experts.map((line) => [line.name, line.specialty, line.phone]),
    ),
    '## 五、物资',
    markdownTable(
      ['物资', '数量', '出库', '批次', '有效期', '送往', '预计用时', '保管员'],
      supplies.allocations.map((line) => [
        line.item,
        `${line.quantity} ${line.unit}`,
        line.storeName,
        line.lotId,
        line.expiresOn ?? '长期',
        line.toId,
        minutesOf(line.etaS),
        `${line.keeper} ${line.phone}`,
      ]),
    ),
    markdownTable(
      ['调运：库点', '送往', '承运', '车次', '到达', '调车电话'],
      (supplies.transfers ?? []).map((run) => [
        run.storeName,
        run.toName,
        run.carrierId === null ? '无车，请交通运输部门调车' : run.carrierName,
        run.trips,
        minutesOf(run.etaS),
        run.phone,
      ]),
    ),
    markdownTable(
      ['采购申请', '数量', '最迟需要'],
      (supplies.purchases ?? []).map((row) => [row.item, `${row.quantity} ${row.unit}`, row.neededBy]),
    ),
    markdownTable(
      ['物资缺口', '数量', '补救'],
      supplies.shortfalls.map((gap) => [
        gap.item,
        `${gap.missing} ${gap.unit}`,
        gap.remedies.map((reason) => reason.text).join('；'),
      ]),
    ),
  ].join('\n')
}

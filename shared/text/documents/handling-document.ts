import type { CommandBody, DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import { HEADQUARTERS } from '../../domain/taxonomy.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { clockOf, markdownTable, minutesOf } from './markdown.ts'

/** 灾情处置方案: zones, actions by phase and headquarters, must-nots, people, reports, what is unknown. */
export function handlingDocument(plan: DispatchPlan): string {
  const { handlingPlan } = plan
  return [
    '## 一、指挥体系',
    ...commandText(plan),
    '## 二、危险区',
    markdownTable(
      ['区域', '阶段', '大小', '依据'],
      plan.zones.map((zone) => [
        ZONE_WORDS[zone.kind],
        `${zone.stage === 'initial' ? '初始' : '实测'}${zone.closed === undefined ? '' : '（已停用）'}`,
        `${zone.atLeast === true ? '至少 ' : ''}${zone.lengthM ?? zone.radiusM ?? '—'} 米`,
        `${zone.basis.source} ${zone.basis.row}`,
      ]),
    ),
    '## 三、首批指令（0–5 分钟）',
    markdownTable(
      ['呼叫', '方式', '电话', '话术', '时限'],
      plan.firstOrders.map((order) => [
        order.call,
        order.authority === undefined ? '' : AUTHORITY_WORDS[order.authority],
        order.phone,
        order.words,
        clockOf(order.dueAt),
      ]),
    ),
    '## 四、行动',
    ...handlingPlan.phases.flatMap((phase) => [
      `### ${phase.title}`,
      markdownTable(
        ['指挥部', '行动', '责任人', '时限'],
        phase.actions.map((action) => [
          action.hq === 'administrative' ? '行政' : '战术',
          action.text,
          `${action.assignee.name} ${action.assignee.phone}`,
          clockOf(action.dueAt),
        ]),
      ),
    ]),
    '## 五、禁止事项',
    ...handlingPlan.mustNot.map((entry) => `- ${entry.text}（${entry.code}）`),
    '',
    '## 六、人员避险与转移',
    handlingPlan.evacuation.note,
    '',
    markdownTable(
      ['从', '人数', '方式', '去往', '毒气到达', '步行撤出', '开始不迟于', '完成', '责任人'],
      handlingPlan.evacuation.assignments.map((line) => [
        line.fromName,
        line.people,
        MODE_WORDS[line.mode],
        line.shelterName ?? '—',
        line.cloudArrivesS === null ? '—' : minutesOf(line.cloudArrivesS),
        line.walkOutS === null ? '—' : minutesOf(line.walkOutS),
        clockOf(line.startBy),
        clockOf(line.doneBy),
        `${line.personInCharge} ${line.phone}`,
      ]),
    ),
    '## 七、紧急撤离、报告与未知',
    `撤离信号：${handlingPlan.withdrawal.signal}；集合：${handlingPlan.withdrawal.muster}`,
    '',
    markdownTable(
      ['报告', '报送', '时限'],
      plan.reports.map((report) => [REPORT_WORDS[report.kind], report.to, clockOf(report.dueAt)]),
    ),
    ...plan.unknowns.map((unknown) => `- 未知：${unknown.name}（会改变：${unknown.wouldChange.join('、')}）`),
    ...plan.findings.map((finding) => `- ${SEVERITY_WORDS[finding.severity]}：${finding.text}（${finding.code}）`),
    '',
  ].join('\n')
}

/** The command bodies with lead and member units, and the lead unit of every work group. */
function commandText({ headquarters }: DispatchPlan): string[] {
  const bodies = headquarters.administrative.bodies ?? []
  const groups = HEADQUARTERS.flatMap((hq) =>
    headquarters[hq].workGroups.map((group) => [
      group.name,
      hq === 'administrative' ? '行政' : '战术',
      group.leadUnit ?? '—',
      group.memberUnits === undefined || group.memberUnits.length === 0 ? '预案未列明' : group.memberUnits.join('、'),
    ]),
  )
  return [
    ...bodies.map(
      (body) =>
        `- ${bodyPart(body)}：${body.name}（牵头单位 ${body.leadUnit}；成员单位 ${body.memberUnits.join('、')}）。${body.reasons.map((reason) => reason.text).join('；')}`,
    ),
    '',
    markdownTable(['工作组', '指挥部', '牵头单位', '成员单位'], groups),
  ]
}

function bodyPart({ leads, reasons }: CommandBody): string {
  if (leads) return '牵头'
  return reasons.some(({ code }) => code === 'command-body-above') ? '统一领导' : '参加'
}

const ZONE_WORDS = {
  isolation: '初始隔离区',
  protective: '下风向防护区',
  fireIsolation: '着火隔离区',
  cordon: '警戒区',
  flood: '淹没区',
  collapse: '坠落坍塌区',
  hot: '重危区',
  warm: '轻危区',
  cold: '安全区',
  burnt: '过火区',
} as const
const MODE_WORDS = { evacuate: '撤离', shelterInPlace: '就地躲避', transfer: '转移安置' } as const
const REPORT_WORDS = { initial: '首报', followUp: '续报', final: '终报' } as const
const SEVERITY_WORDS = { block: '不得签发', warn: '须人工判断', info: '提示' } as const

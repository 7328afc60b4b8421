import type { PaperBlock } from '../../domain/paper-document.ts'
import type { CommandBody, DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { EvacuationAssignment } from '../../domain/plan/handling-plan.ts'
import { HEADQUARTERS } from '../../domain/taxonomy.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { clockIn, minutesOf } from './markdown.ts'
import { heading, list, table } from './paper-blocks.ts'

/** 灾情处置方案: zones, actions by phase and headquarters, must-nots, people, reports, what is unknown. */
export function handlingDocument(plan: DispatchPlan): PaperBlock[] {
  const { handlingPlan } = plan
  return [
    heading('一、指挥体系'),
    ...commandBlocks(plan),
    heading('二、危险区'),
    table(
      [
        ['区域', 20],
        ['阶段', 15],
        ['大小', 18],
        ['依据', 47],
      ],
      plan.zones.map((zone) => [
        ZONE_WORDS[zone.kind],
        `${zone.stage === 'initial' ? '初始' : '实测'}${zone.closed === undefined ? '' : '（已停用）'}`,
        `${zone.atLeast === true ? '至少 ' : ''}${zone.lengthM ?? zone.radiusM ?? '—'} 米`,
        `${zone.basis.source} ${zone.basis.row}`,
      ]),
    ),
    heading('三、首批指令（0–5 分钟）'),
    table(
      [
        ['呼叫', 22],
        ['方式', 8],
        ['电话', 15],
        ['话术', 46],
        ['时限', 9],
      ],
      plan.firstOrders.map((order) => [
        order.call,
        order.authority === undefined ? '' : AUTHORITY_WORDS[order.authority],
        order.phone,
        order.words,
        clockIn(plan, order.dueAt),
      ]),
    ),
    heading('四、行动'),
    ...handlingPlan.phases.flatMap((phase) => [
      heading(phase.title, true),
      table(
        [
          ['指挥部', 9],
          ['行动', 57],
          ['责任人', 23],
          ['时限', 11],
        ],
        phase.actions.map((action) => [
          action.hq === 'administrative' ? '行政' : '战术',
          action.text,
          `${action.assignee.name} ${action.assignee.phone}`,
          clockIn(plan, action.dueAt),
        ]),
      ),
    ]),
    heading('五、禁止事项'),
    list(handlingPlan.mustNot.map((entry) => `${entry.text}（${entry.code}）`)),
    heading('六、人员避险与转移'),
    ...evacuationBlocks(plan),
    heading('七、收治、监测与决策点'),
    ...careBlocks(plan),
    heading('八、紧急撤离、报告与未知'),
    { kind: 'text', text: `撤离信号：${handlingPlan.withdrawal.signal}；集合：${handlingPlan.withdrawal.muster}` },
    table(
      [
        ['报告', 12],
        ['报送', 68],
        ['时限', 20],
      ],
      plan.reports.map((report) => [REPORT_WORDS[report.kind], report.to, clockIn(plan, report.dueAt)]),
    ),
    list([
      ...plan.unknowns.map((unknown) => `未知：${unknown.name}（会改变：${unknown.wouldChange.join('、')}）`),
      ...plan.findings.map((finding) => `${SEVERITY_WORDS[finding.severity]}：${finding.text}（${finding.code}）`),
    ]),
  ]
}

function evacuationBlocks(plan: DispatchPlan): PaperBlock[] {
  const { evacuation } = plan.handlingPlan
  const names = new Map(evacuation.population.map(({ id, name }) => [id, name]))
  return [
    ...(evacuation.note === '' ? [] : [{ kind: 'text', text: evacuation.note } as const]),
    table(
      [
        ['从', 19],
        ['人数', 7],
        ['方式', 9],
        ['去往', 20],
        ['毒气到达／走出', 11],
        ['开始不迟于', 9],
        ['完成', 8],
        ['责任人', 17],
      ],
      evacuation.assignments.map((line) => [
        line.fromName,
        line.people,
        MODE_WORDS[line.mode],
        line.shelterName ?? '—',
        cloudWords(line),
        clockIn(plan, line.startBy),
        clockIn(plan, line.doneBy),
        `${line.personInCharge} ${line.phone}`,
      ]),
    ),
    ...(evacuation.shortfalls.length === 0
      ? []
      : [
          heading('尚无去处', true),
          list(
            evacuation.shortfalls.map(
              ({ fromId, people, reasons, remedies }) =>
                `${names.get(fromId) ?? fromId} ${people} 人：${textsOf(reasons)}；补救：${textsOf(remedies)}`,
            ),
          ),
        ]),
  ]
}

function cloudWords({ cloudArrivesS, walkOutS }: EvacuationAssignment): string {
  if (cloudArrivesS === null && walkOutS === null) return '—'
  return [cloudArrivesS, walkOutS].map((seconds) => (seconds === null ? '—' : minutesOf(seconds))).join('／')
}

function careBlocks({ handlingPlan }: DispatchPlan): PaperBlock[] {
  return [
    table(
      [
        ['医院', 28],
        ['伤员', 10],
        ['电话', 18],
        ['依据', 44],
      ],
      handlingPlan.casualties.map((row) => [row.hospitalName, `${row.patients} 人`, row.phone, textsOf(row.reasons)]),
    ),
    ...(handlingPlan.casualtyGaps ?? []).map(
      ({ patients, reasons, remedies }) =>
        ({
          kind: 'text',
          text: `${patients} 名伤员尚无床位：${textsOf(reasons)}；补救：${textsOf(remedies)}`,
        }) as const,
    ),
    table(
      [
        ['监测', 25],
        ['地点', 40],
        ['间隔', 15],
        ['谁', 20],
      ],
      handlingPlan.monitoring.map((row) => [row.what, row.where, `${row.everyMin} 分钟`, row.by]),
    ),
    table(
      [
        ['决策点', 35],
        ['何时', 50],
        ['指挥部', 15],
      ],
      handlingPlan.decisionPoints.map((row) => [
        row.question,
        row.trigger,
        row.hq === 'administrative' ? '行政' : '战术',
      ]),
    ),
  ]
}

/** The command bodies with lead and member units, and the lead unit of every work group. */
function commandBlocks({ headquarters }: DispatchPlan): PaperBlock[] {
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
    list(
      bodies.map(
        (body) =>
          `${bodyPart(body)}：${body.name}（牵头单位 ${body.leadUnit}；成员单位 ${body.memberUnits.join('、')}）。${textsOf(body.reasons)}`,
      ),
    ),
    table(
      [
        ['工作组', 22],
        ['指挥部', 10],
        ['牵头单位', 22],
        ['成员单位', 46],
      ],
      groups,
    ),
  ]
}

function bodyPart({ leads, reasons }: CommandBody): string {
  if (leads) return '牵头'
  return reasons.some(({ code }) => code === 'command-body-above') ? '统一领导' : '参加'
}

function textsOf(reasons: readonly { readonly text: string }[]): string {
  return reasons.map(({ text }) => text).join('；')
}

/** Kinds of zones in words. */
export const ZONE_WORDS = {
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
/** What people in danger do, in words. */
export const MODE_WORDS = { evacuate: '撤离', shelterInPlace: '就地躲避', transfer: '转移安置' } as const
/** Kinds of reports in words. */
export const REPORT_WORDS = { initial: '首报', followUp: '续报', final: '终报' } as const
/** How a finding binds, in words. */
export const SEVERITY_WORDS = { block: '不得签发', warn: '须人工判断', info: '提示' } as const

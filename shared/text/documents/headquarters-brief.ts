import type { PaperBlock, PaperSheet } from '../../domain/paper-document.ts'
import type { DispatchPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import { compassName } from '../../planner/staging/compass.ts'
import { AUTHORITY_WORDS } from '../authority-words.ts'
import { nameOfNeed } from '../name-of-need.ts'
import { sheetFrame, type DocumentGround } from './document-ground.ts'
import { REPORT_WORDS, SEVERITY_WORDS, ZONE_WORDS } from './handling-document.ts'
import { clockIn, momentOf } from './markdown.ts'
import { heading, list, table } from './paper-blocks.ts'
import { AREA_WORDS } from './movement-document.ts'

/** Names of the two headquarters. */
export const HEADQUARTERS_NAMES: Readonly<Record<Headquarters, string>> = {
  administrative: '行政指挥部',
  tactical: '战术指挥部',
}

/** 指挥部简报: level, clock, who decides, tasks with due times, open gaps, unknowns; of one headquarters. */
export function headquartersBrief(ground: DocumentGround, hq: Headquarters): PaperSheet {
  const { plan } = ground
  return {
    ...sheetFrame(ground),
    title: `${HEADQUARTERS_NAMES[hq]}简报`,
    number: `${sheetFrame(ground).number}　简报　${HEADQUARTERS_NAMES[hq]}`,
    blocks: [
      ...standing(plan, hq),
      heading('首批指令'),
      table(
        [
          ['时限', 10],
          ['呼叫', 24],
          ['电话', 18],
          ['话术', 48],
        ],
        plan.firstOrders
          .filter((order) => order.hq === hq)
          .map(({ dueAt, call, phone, words, authority }) => [
            clockIn(plan, dueAt),
            authority === undefined ? call : `${AUTHORITY_WORDS[authority]}：${call}`,
            phone,
            words,
          ]),
      ),
      heading('任务'),
      tasks(plan, hq),
      heading('待决定'),
      list(
        plan.handlingPlan.decisionPoints
          .filter((point) => point.hq === hq)
          .map(({ question, trigger }) => `${question}：${trigger}`),
      ),
      ...(hq === 'administrative' ? reports(plan) : places(plan)),
      heading('缺口'),
      list(gaps(plan)),
      heading('未知'),
      list(plan.unknowns.map(({ name, wouldChange }) => `${name}：会改变${wouldChange.join('、')}`)),
      heading('须人工判断'),
      list(
        plan.findings
          .filter(({ severity }) => severity !== 'info')
          .map(({ severity, text }) => `${SEVERITY_WORDS[severity]}：${text}`),
      ),
    ],
  }
}

/** Level, time, wind, and who decides. */
function standing(plan: DispatchPlan, hq: Headquarters): PaperBlock[] {
  const { incident, headquarters } = plan
  const { commander, posts } = headquarters[hq]
  const other = headquarters[hq === 'tactical' ? 'administrative' : 'tactical'].commander
  const from = incident.weather?.windFromDeg ?? null
  const speed = incident.weather?.windSpeedMs ?? null
  const receivedAt = incident.receivedAt ?? null
  const deputy = commander?.deputy ?? null
  return [
    {
      kind: 'facts',
      columns: 2,
      rows: [
        { name: '事件等级', value: incident.level.value === null ? '险情（未达等级）' : `${incident.level.value}级` },
        { name: '响应', value: `${incident.response.value}级` },
        { name: '接报', value: receivedAt === null ? null : momentOf(receivedAt) },
        { name: '方案生成', value: momentOf(incident.plannedAt) },
        { name: '地点', value: incident.location.address ?? null },
        {
          name: '风',
          value: from === null ? null : `${compassName(from)}风 ${speed === null ? '风速未知' : `${speed}米/秒`}`,
        },
        { name: '决定人', value: holderWords(commander) },
        {
          name: '不在时',
          value: deputy === null ? null : `${deputy.name} ${deputy.phone}`,
        },
        { name: hq === 'tactical' ? '行政指挥部' : '战术指挥部', value: holderWords(other) },
        { name: '力量', value: forceWords(plan, hq) },
      ],
    },
    {
      kind: 'facts',
      columns: 2,
      rows: posts
        .filter(({ post }) => post !== commander?.post)
        .map(({ title, name, phone, onDuty }) => ({
          name: title,
          value: `${name} ${phone}${onDuty ? '' : '（不在班）'}`,
        })),
    },
  ]
}

function forceWords({ forcePlan }: DispatchPlan, hq: Headquarters): string {
  const own = forcePlan.assignments.filter((line) => line.hq === hq)
  const people = own.reduce((sum, line) => sum + line.personnel, 0)
  const vehicles = own.reduce((sum, line) => sum + line.vehicles.length, 0)
  return `${own.length}队 ${people}人 ${vehicles}车`
}

/** Tasks by their due time. */
function tasks(plan: DispatchPlan, hq: Headquarters): PaperBlock {
  const { handlingPlan } = plan
  const own = handlingPlan.phases.flatMap((phase) => phase.actions).filter((action) => action.hq === hq)
  const sorted = [...own].sort((one, other) =>
    one.dueAt === other.dueAt ? (one.id < other.id ? -1 : 1) : one.dueAt < other.dueAt ? -1 : 1,
  )
  return table(
    [
      ['时限', 10],
      ['任务', 66],
      ['责任人', 24],
    ],
    sorted.map(({ dueAt, text, assignee }) => [clockIn(plan, dueAt), text, `${assignee.name} ${assignee.phone}`]),
  )
}

function reports(plan: DispatchPlan): PaperBlock[] {
  return [
    heading('报告时限'),
    table(
      [
        ['时限', 18],
        ['报告', 12],
        ['报送', 70],
      ],
      plan.reports.map(({ kind, to, dueAt }) => [clockIn(plan, dueAt), REPORT_WORDS[kind], to]),
    ),
  ]
}

function places({ zones, movementPlan }: DispatchPlan): PaperBlock[] {
  return [
    heading('区域与集结'),
    list([
      ...zones
        .filter(({ closed }) => closed === undefined)
        .map(
          ({ kind, lengthM, radiusM, atLeast }) =>
            `${ZONE_WORDS[kind]} ${atLeast === true ? '至少' : ''}${lengthM ?? radiusM ?? '—'}米`,
        ),
      ...movementPlan.stagingAreas.map(
        ({ kind, name, bearingFromIncidentDeg, distanceM }) =>
          `${AREA_WORDS[kind]}：${name}，事发地${compassName(bearingFromIncidentDeg)}侧${distanceM}米`,
      ),
    ]),
  ]
}

/** Everything the plan could not find, in one list. */
function gaps({ forcePlan, movementPlan, handlingPlan }: DispatchPlan): string[] {
  const texts = (reasons: readonly { text: string }[]): string => reasons.map(({ text }) => text).join('；')
  return [
    ...forcePlan.shortfalls.map((gap) => `${nameOfNeed(gap)}缺${gap.missing}：${texts(gap.remedies)}`),
    ...forcePlan.supplies.shortfalls.map((gap) => `${gap.item}缺${gap.missing}${gap.unit}：${texts(gap.remedies)}`),
    ...handlingPlan.evacuation.shortfalls.map((gap) => `${gap.people}人尚无去处：${texts(gap.remedies)}`),
    ...(handlingPlan.casualtyGaps ?? []).map((gap) => `${gap.patients}名伤员尚无床位：${texts(gap.remedies)}`),
    ...movementPlan.stagingRefusals.map(({ name, reasons }) => `无合规集结点：${name}（${texts(reasons)}）`),
    ...movementPlan.blocked.map(
      ({ teamName, isWhole }) => `${teamName}${isWhole ? '道路不通，不能到达' : '部分车辆不能到达'}`,
    ),
  ]
}

function holderWords(holder: PostHolder | null): string | null {
  return holder === null ? null : `${holder.title} ${holder.name} ${holder.phone}`
}

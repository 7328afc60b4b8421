import type { ReportDue } from '../../domain/plan/dispatch-plan.ts'
import type { Quantity } from '../../domain/parameters/quantity.ts'
import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { LEVEL_SIGNS } from '../grading/levels.ts'
import { makeReason } from '../reason.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'

interface DueLine {
  readonly kind: ReportDue['kind']
  readonly to: string
  readonly afterMin: number
  readonly code: string
  readonly limit: Quantity
}

/**
 * Reports due by event level, not by response level alone; counted from the time the call was received (else planner time). The first report is always due, whatever
 * the level. Sources: State Council decree 493 arts. 9, 11, 13; figures that are local custom are marked unverified.
 */
export function planReports(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'grading'>,
): StageResult<StageValues['reports']> {
  const { facts, grading } = previous
  const received = problem.incident.receivedAt
  const start = received === null || received === undefined ? null : parseInstant(received)
  const startS = start?.epochS ?? facts.nowS
  const lines = sortedBy(dueLines(problem, previous), (line) => [
    line.afterMin,
    line.kind === 'initial' ? 0 : 1,
    line.to,
  ])
  return {
    value: lines.map(({ kind, to, afterMin, code, limit }) => ({
      kind,
      to,
      dueAt: formatInstant(startS + afterMin * 60, facts.offsetMin),
      basis: [
        makeReason(
          code,
          {
            limit: limit.value,
            unit: UNIT_NAMES[limit.unit] ?? limit.unit,
            mark: limit.evidence === 'unverified' ? '（待核实，可在参数中修改）' : '',
            level: grading.level.value === null ? '险情' : `${LEVEL_SIGNS[grading.level.value]}级`,
          },
          limit.source,
        ),
        makeReason(start === null ? 'report-from-now' : 'report-from-received'),
      ],
    })),
    read: ['incident.receivedAt', 'facts.nowS', 'facts.type', 'grading.level'],
    notes: [],
    findings: [],
  }
}

const UNIT_NAMES: Readonly<Record<string, string>> = { min: '分钟', h: '小时', d: '天' }

function dueLines(problem: PlanningProblem, { facts, grading }: Pick<StageValues, 'facts' | 'grading'>): DueLine[] {
  const { reporting } = problem.parameters
  const major = grading.level.value === 'I' || grading.level.value === 'II'
  const everyHours = major ? reporting.followUpMajorHours : reporting.followUpHours
  const shortFinal = facts.type === 'road_traffic' || facts.type.startsWith('fire_') || facts.type === 'tunnel'
  const final = shortFinal ? reporting.finalTrafficFireDays : reporting.finalDays
  const followUps = major ? [1, 2] : [1]
  return [
    {
      kind: 'initial',
      to: '宁波市应急指挥部（电话首报）',
      afterMin: reporting.initialPhoneMin.value,
      code: 'report-phone',
      limit: reporting.initialPhoneMin,
    },
    {
      kind: 'initial',
      to: '宁波市应急指挥部（书面首报）',
      afterMin: reporting.initialWrittenMin.value,
      code: 'report-written',
      limit: reporting.initialWrittenMin,
    },
    {
      kind: 'initial',
      to: '县级应急管理部门及行业主管部门（事发单位负责人上报）',
      afterMin: reporting.unitToBureauMin.value,
      code: 'report-unit',
      limit: reporting.unitToBureauMin,
    },
    {
      kind: 'initial',
      to: '市级主管部门（县级部门逐级上报）',
      afterMin: reporting.levelUpwardMin.value,
      code: 'report-upward',
      limit: reporting.levelUpwardMin,
    },
    ...(major
      ? [
          {
            kind: 'initial',
            to: '省级（重大以上信息，经市级上报）',
            afterMin: reporting.majorUpwardMin.value,
            code: 'report-major',
            limit: reporting.majorUpwardMin,
          } as const,
        ]
      : []),
    ...followUps.map((count): DueLine => ({
      kind: 'followUp',
      to: '宁波市应急指挥部',
      afterMin: everyHours.value * 60 * count,
      code: major ? 'report-follow-major' : 'report-follow',
      limit: everyHours,
    })),
    {
      kind: 'final',
      to: '宁波市应急指挥部及行业主管部门',
      afterMin: final.value * 1440,
      code: 'report-final',
      limit: final,
    },
  ]
}

import type { ReportingParameters } from '../../domain/parameters/reporting.ts'
import type { Quantity } from '../../domain/parameters/quantity.ts'
import type { ReportDue } from '../../domain/plan/dispatch-plan.ts'
import type { IncidentType, Level } from '../../domain/taxonomy.ts'
import { formatInstant, type Instant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { LEVEL_SIGNS } from '../grading/levels.ts'
import { makeReason } from '../reason.ts'

/** One report that must be made, with its limit. */
export interface ReportLine {
  readonly kind: ReportDue['kind']
  /** Key of the duty, the same in every plan: the reason's code, with a count where it comes again. */
  readonly duty: string
  readonly to: string
  readonly afterMin: number
  readonly code: string
  readonly limit: Quantity
}

/** What decides which reports are due: event level, type, and how many follow-ups are asked about. */
export interface ReportCase {
  readonly type: IncidentType
  readonly level: Level | null
  /** Follow-ups asked for; at least those of the first day are given. */
  readonly followUps: number
}

/**
 * Reports due by event level, not by response level alone, the earliest first. The first report is always due, whatever the
 * level. Sources: State Council decree 493 arts. 9, 11, 13; figures that are local custom are marked unverified.
 */
export function reportLines(reporting: ReportingParameters, { type, level, followUps }: ReportCase): ReportLine[] {
  const major = level === 'I' || level === 'II'
  const everyHours = major ? reporting.followUpMajorHours : reporting.followUpHours
  const shortFinal = type === 'road_traffic' || type.startsWith('fire_') || type === 'tunnel'
  const final = shortFinal ? reporting.finalTrafficFireDays : reporting.finalDays
  const counts = Array.from({ length: Math.max(major ? 2 : 1, followUps) }, (_, index) => index + 1)
  const initial = (to: string, code: string, limit: Quantity): ReportLine => ({
    kind: 'initial',
    duty: code,
    to,
    afterMin: limit.value,
    code,
    limit,
  })
  const lines: ReportLine[] = [
    initial('宁波市应急指挥部（电话首报）', 'report-phone', reporting.initialPhoneMin),
    initial('宁波市应急指挥部（书面首报）', 'report-written', reporting.initialWrittenMin),
    initial('县级应急管理部门及行业主管部门（事发单位负责人上报）', 'report-unit', reporting.unitToBureauMin),
    initial('市级主管部门（县级部门逐级上报）', 'report-upward', reporting.levelUpwardMin),
    ...(major ? [initial('省级（重大以上信息，经市级上报）', 'report-major', reporting.majorUpwardMin)] : []),
    ...counts.map((count): ReportLine => ({
      kind: 'followUp',
      duty: `report-follow:${count}`,
      to: '宁波市应急指挥部',
      afterMin: everyHours.value * 60 * count,
      code: major ? 'report-follow-major' : 'report-follow',
      limit: everyHours,
    })),
    {
      kind: 'final',
      duty: 'report-final',
      to: '宁波市应急指挥部及行业主管部门',
      afterMin: final.value * 1440,
      code: 'report-final',
      limit: final,
    },
  ]
  return sortedBy(lines, (line) => [line.afterMin, line.kind === 'initial' ? 0 : 1, line.to])
}

/** A line as it stands in a plan. `isReceived` = it counts from the time the call was received, else from planner time. */
export function reportDueOf(line: ReportLine, start: Instant, level: Level | null, isReceived: boolean): ReportDue {
  const { kind, to, afterMin, code, limit } = line
  return {
    kind,
    to,
    dueAt: formatInstant(start.epochS + afterMin * 60, start.offsetMin),
    basis: [
      makeReason(
        code,
        {
          limit: limit.value,
          unit: UNIT_NAMES[limit.unit] ?? limit.unit,
          mark: limit.evidence === 'unverified' ? '（待核实，可在参数中修改）' : '',
          level: level === null ? '险情' : `${LEVEL_SIGNS[level]}级`,
        },
        limit.source,
      ),
      makeReason(isReceived ? 'report-from-received' : 'report-from-now'),
    ],
  }
}

const UNIT_NAMES: Readonly<Record<string, string>> = { min: '分钟', h: '小时', d: '天' }

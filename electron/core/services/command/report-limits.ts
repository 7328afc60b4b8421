import { nextOrdinal, type ReportBook } from '#shared/command/reports/report-book.ts'
import type { ReportLimit } from '#shared/command/reports/report-duties.ts'
import type { EvidenceMark } from '#shared/domain/taxonomy.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { reportDueOf, reportLines, type ReportLine } from '#shared/planner/rules/report-lines.ts'
import type { PlanningReferences } from '../planning-port.ts'
import type { ReportedIncident } from './report-situation.ts'

/** A limit as the screen shows it. */
export interface ShownLimit extends ReportLimit {
  readonly basis: string
  readonly evidence: EvidenceMark
}

/** What way meets a limit, by the code of its reason; the unit where it happened reports by itself. */
const WAYS: Readonly<Record<string, ReportLimit['way']>> = {
  'report-phone': 'phone',
  'report-written': 'written',
  'report-unit': null,
}

/**
 * Every limit of an incident by the same rule as the plan, counted from the call; of follow-ups always one more than were
 * issued, and none once the final report is.
 */
export function limitsOf(
  { summary, incident, situation }: ReportedIncident,
  book: ReportBook,
  { parameters }: PlanningReferences,
): ShownLimit[] {
  const received = parseInstant(situation.receivedAt)
  if (received === null) return []
  const isClosed = book.reports.some(({ body }) => body.kind === 'final')
  const followUps = isClosed ? nextOrdinal(book) - 1 : nextOrdinal(book)
  const level = situation.level
  const isReceived = typeof incident.receivedAt === 'string' && incident.receivedAt === summary.receivedAt
  return reportLines(parameters.reporting, { type: incident.type, level, followUps })
    .filter((line) => !isClosed || line.kind !== 'followUp' || ordinalOf(line) <= followUps)
    .map((line) => {
      const due = reportDueOf(line, received, level, isReceived)
      return {
        duty: line.duty,
        kind: line.kind,
        to: line.to,
        dueAt: due.dueAt,
        way: line.code in WAYS ? (WAYS[line.code] ?? null) : 'either',
        basis: due.basis.map(({ text, source }) => (source === undefined ? text : `${text}（${source}）`)).join('；'),
        evidence: line.limit.evidence,
      }
    })
}

function ordinalOf({ duty }: ReportLine): number {
  return Number(duty.split(':')[1] ?? 0)
}

import { handoverSummary, type HandoverSource } from '#shared/command/headquarters/handover-summary.ts'
import { reportBookOf } from '#shared/command/reports/report-book.ts'
import { reportDuties } from '#shared/command/reports/report-duties.ts'
import { HandoverSummary } from '#shared/domain/command/handover-summary.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import { readIncidents } from '../../db/repositories/incident.repo.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import type { IncidentServiceParts } from '../incident.service.ts'
import { limitsOf } from './report-limits.ts'
import { readReportedIncident } from './report-situation.ts'

/** The summary of one incident, or (null) of all that are in the record, as it stands now. */
export function summaryNow(core: IncidentServiceParts, incidentId: string | null): HandoverSummary {
  const ids = incidentId === null ? readIncidents(core.db).map((row) => row.incidentId) : [incidentId]
  return handoverSummary(
    ids.map((id) => sourceOf(core, id)),
    wallTimeOf(core.nowMs()),
  )
}

/** The text that is kept and hashed. */
export function summaryText(summary: HandoverSummary): string {
  return canonicalJson(summary)
}

/** A kept summary; null when its text is not on this machine. */
export function findSummary(db: ReadDb, hash: string): HandoverSummary | null {
  const text = findContent(db, hash)
  return text === null ? null : HandoverSummary.parse(JSON.parse(text))
}

function sourceOf(core: IncidentServiceParts, incidentId: string): HandoverSource {
  const reported = readReportedIncident(core, incidentId)
  const { summary, ops, situation } = reported
  const book = reportBookOf(ops)
  return {
    facts: {
      incidentId,
      number: summary.number,
      title: summary.title,
      mode: summary.mode,
      receivedAt: summary.receivedAt,
    },
    ops,
    levels: { event: situation.level, response: situation.response },
    plan:
      situation.plan === null
        ? null
        : { version: situation.plan.version, unknowns: situation.plan.plan.unknowns.map(({ name }) => name) },
    reports: reportDuties(book, limitsOf(reported, book, core.references())).flatMap(({ limit, met }) =>
      met !== null || limit.way === null ? [] : [{ kind: limit.kind, to: limit.to, dueAt: limit.dueAt }],
    ),
  }
}

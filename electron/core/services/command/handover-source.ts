import { handoverSummary, type HandoverSource } from '#shared/command/headquarters/handover-summary.ts'
import { isOpen, lifeOf } from '#shared/command/life/phase-of.ts'
import { reportBookOf } from '#shared/command/reports/report-book.ts'
import { reportDuties } from '#shared/command/reports/report-duties.ts'
import { HandoverSummary } from '#shared/domain/command/handover-summary.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import { readIncidents } from '../../db/repositories/incident.repo.ts'
import { findLatestPlan } from '../../db/repositories/plan.repo.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import type { IncidentServiceParts } from '../incident.service.ts'
import { limitsOf } from './report-limits.ts'
import { readReportedIncident } from './report-situation.ts'

/** The summary of one incident, or (null) of all that are not closed, as it stands now. */
export function summaryNow(core: IncidentServiceParts, incidentId: string | null): HandoverSummary {
  const ids = incidentId === null ? openIncidents(core) : [incidentId]
  return handoverSummary(
    ids.map((id) => sourceOf(core, id)),
    wallTimeOf(core.nowMs()),
  )
}

/** A shift hands over what is not closed. */
function openIncidents(core: IncidentServiceParts): string[] {
  return readIncidents(core.db).flatMap(({ incidentId }) => {
    const life = lifeOf(core.log.opsOf(incidentId), findLatestPlan(core.db, incidentId))
    return isOpen(life) ? [incidentId] : []
  })
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
    phase: lifeOf(ops, findLatestPlan(core.db, incidentId)).phase,
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

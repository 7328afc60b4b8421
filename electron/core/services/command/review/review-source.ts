import type { ReviewSource, ReviewedPlan } from '#shared/command/after-action/review-source.ts'
import { reportBookOf } from '#shared/command/reports/report-book.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { findContent } from '../../../db/repositories/contents.repo.ts'
import { readPlanVersions } from '../../../db/repositories/plan.repo.ts'
import type { IncidentServiceParts } from '../../incident.service.ts'
import { limitsOf } from '../report-limits.ts'
import { readReportedIncident, type ReportedIncident } from '../report-situation.ts'

/** What an incident is looked back on from, and the versions whose content is not at hand or not readable. */
export interface ReadReview {
  readonly reported: ReportedIncident
  readonly source: ReviewSource
  readonly missingVersions: readonly number[]
}

/** Reads everything an after-action review needs. @throws AppError `not-found`. */
export function readReview(core: IncidentServiceParts, incidentId: string): ReadReview {
  const reported = readReportedIncident(core, incidentId)
  const { ops, situation } = reported
  const references = core.references()
  const plans: ReviewedPlan[] = []
  const missingVersions: number[] = []
  for (const { version, opId, contentHash } of readPlanVersions(core.db, incidentId)) {
    const content = findContent(core.db, contentHash)
    const read = content === null ? null : DispatchPlan.safeParse(JSON.parse(content))
    if (read?.success === true) plans.push({ version, opId, plan: read.data })
    else missingVersions.push(version)
  }
  return {
    reported,
    missingVersions,
    source: {
      ...{ ops, plans, parameters: references.parameters, town: situation.town },
      reportLimits: limitsOf(reported, reportBookOf(ops), references),
      nowS: Math.floor(core.nowMs() / 1000),
    },
  }
}

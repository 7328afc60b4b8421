import type { Level } from '../../domain/taxonomy.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { makeFinding } from '../reason.ts'
import type { CheckFinding, PlanCheck } from './check-rule.ts'

/** Rank of a level: Ⅰ = 4 … Ⅳ = 1, 险情 = 0. */
function rankOf(level: Level | null): number {
  return level === null ? 0 : { I: 4, II: 3, III: 2, IV: 1 }[level]
}

/** The event level may not stand below what the facts meet, and the first report may not be skipped or late. */
export const checkLevel: PlanCheck = ({ plan, context, basis }) => {
  const findings: CheckFinding[] = []
  const stated = plan.incident.level.value
  const required = basis.grading.level.value
  if (rankOf(stated) < rankOf(required)) {
    findings.push(makeFinding('level-understated', 'block', 'incident.level.value', { stated, required }))
  }
  if (basis.grading.majorJeopardy && !plan.incident.majorJeopardy) {
    findings.push(makeFinding('major-jeopardy-unsaid', 'block', 'incident.majorJeopardy', {}))
  }
  return [...findings, ...checkReports({ plan, context, basis })]
}

/** Each report the limits ask for stands in the plan, due no later (国务院令493号 arts. 9, 11, 13 and the local limits). */
const checkReports: PlanCheck = ({ plan, basis }) =>
  basis.reports.flatMap((required): CheckFinding[] => {
    const index = plan.reports.findIndex((report) => report.kind === required.kind && report.to === required.to)
    const stated = plan.reports[index]
    const facts = { to: required.to, dueAt: required.dueAt }
    if (!stated) return [makeFinding('report-missing', 'block', 'reports', facts)]
    const due = parseInstant(stated.dueAt)
    const limit = parseInstant(required.dueAt)
    if (due && limit && due.epochS <= limit.epochS) return []
    return [makeFinding('report-late', 'block', `reports.${index}.dueAt`, { ...facts, stated: stated.dueAt })]
  })

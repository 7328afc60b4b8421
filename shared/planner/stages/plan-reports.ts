import { parseInstant } from '../../kernel/instant.ts'
import type { PlanningProblem, StageResult, StageValues } from '../problem.ts'
import { reportDueOf, reportLines } from '../rules/report-lines.ts'

/** Reports due, counted from the time the call was received (else planner time). */
export function planReports(
  problem: PlanningProblem,
  previous: Pick<StageValues, 'facts' | 'grading'>,
): StageResult<StageValues['reports']> {
  const { facts, grading } = previous
  const received = problem.incident.receivedAt
  const start = received === null || received === undefined ? null : parseInstant(received)
  const from = { epochS: start?.epochS ?? facts.nowS, offsetMin: facts.offsetMin }
  const level = grading.level.value
  const lines = reportLines(problem.parameters.reporting, { type: facts.type, level, followUps: 0 })
  return {
    value: lines.map((line) => reportDueOf(line, from, level, start !== null)),
    read: ['incident.receivedAt', 'facts.nowS', 'facts.type', 'grading.level'],
    notes: [],
    findings: [],
  }
}

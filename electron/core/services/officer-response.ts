import type { PlanningProblem } from '#shared/planner/problem.ts'
import { readOverrides } from '../db/repositories/level-record.repo.ts'
import type { ReadDb } from '../db/db-types.ts'

/** The response level that stands set by an officer, as planning takes it; empty when none is set or it was taken back. */
export function officerResponseOf(db: ReadDb, incidentId: string): Pick<PlanningProblem, 'officerResponse'> {
  const last = readOverrides(db, incidentId)
    .filter(({ of }) => of === 'response')
    .at(-1)
  if (last === undefined || last.withdrawn || last.value === null) return {}
  return { officerResponse: { value: last.value, by: last.who, at: last.at, reason: last.reason } }
}

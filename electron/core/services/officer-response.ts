import type { PlanningProblem } from '#shared/planner/problem.ts'
import { readOverrides } from '../db/repositories/level-record.repo.ts'
import type { ReadDb } from '../db/db-types.ts'

/** Only this headquarters sets a response level. */
const ADMINISTRATIVE = '行政指挥部'

/** The seat of a console that stands alone: a machine, not a person's name. */
const THIS_SEAT = 'local'

/** The response level that stands set by an officer, as planning takes it; empty when none is set or it was taken back. */
export function officerResponseOf(db: ReadDb, incidentId: string): Pick<PlanningProblem, 'officerResponse'> {
  const last = readOverrides(db, incidentId)
    .filter(({ of }) => of === 'response')
    .at(-1)
  if (last === undefined || last.withdrawn || last.value === null) return {}
  return {
    officerResponse: {
      value: last.value,
      by: last.who === THIS_SEAT ? ADMINISTRATIVE : `${ADMINISTRATIVE} ${last.who}`,
      at: last.at,
      reason: last.reason,
    },
  }
}

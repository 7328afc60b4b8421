import { LevelOverride, LevelRise, RiseSeen } from '#shared/domain/level-record.ts'
import type { ReadDb } from '../db-types.ts'
import { allRows, jsonOf, textOf, type SqlRow } from '../rows.ts'

/** Who recorded something about a level, and when. */
export interface LevelRecordHead {
  readonly opId: string
  readonly incidentId: string
  readonly at: string
  readonly who: string
  readonly role: string
}

const COLUMNS = 'op_id, incident_id, recorded_at, who, role, body'

/** What officers set for an incident, the oldest first. */
export function readOverrides(db: ReadDb, incidentId: string): (LevelRecordHead & LevelOverride)[] {
  return allRows(
    db,
    `SELECT ${COLUMNS} FROM level_records WHERE incident_id = ? AND kind = 'override' ORDER BY hlc, op_id`,
    [incidentId],
  ).map((row) => ({ ...headOf(row), ...LevelOverride.parse(jsonOf(row, 'body')) }))
}

/** All rises of computed levels, the newest first. */
export function readRises(db: ReadDb): (LevelRecordHead & LevelRise)[] {
  return allRows(db, `SELECT ${COLUMNS} FROM level_records WHERE kind = 'rise' ORDER BY hlc DESC, op_id`).map(
    (row) => ({ ...headOf(row), ...LevelRise.parse(jsonOf(row, 'body')) }),
  )
}

/** Who has seen which rise. */
export function readSeen(db: ReadDb): (LevelRecordHead & RiseSeen)[] {
  return allRows(db, `SELECT ${COLUMNS} FROM level_records WHERE kind = 'seen' ORDER BY hlc, op_id`).map((row) => ({
    ...headOf(row),
    ...RiseSeen.parse(jsonOf(row, 'body')),
  }))
}

function headOf(row: SqlRow): LevelRecordHead {
  return {
    opId: textOf(row, 'op_id'),
    incidentId: textOf(row, 'incident_id'),
    at: textOf(row, 'recorded_at'),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
  }
}

import type { ReadDb } from '../db-types.ts'
import { allRows, firstRow, numberOf, textOf, type SqlRow } from '../rows.ts'

/** A stored plan version without its content. */
export interface StoredPlanVersion {
  readonly version: number
  readonly opId: string
  readonly incidentRevision: number
  readonly createdAt: string
  readonly elapsedMs: number
  readonly findings: number
  readonly datasetVersion: string
  readonly contentHash: string
}

const NEWEST_FIRST = 'ORDER BY version DESC, hlc DESC, op_id DESC'

/** All versions of an incident's plans, the newest first; two seats may have given the same number. */
export function readPlanVersions(db: ReadDb, incidentId: string): StoredPlanVersion[] {
  return allRows(db, `SELECT * FROM plan_versions WHERE incident_id = ? ${NEWEST_FIRST}`, [incidentId]).map(fromRow)
}

/** The version in force, or null: that which no other replaced; of several, on every machine the same one. */
export function findLatestPlan(db: ReadDb, incidentId: string): StoredPlanVersion | null {
  const row = firstRow(
    db,
    `SELECT * FROM plan_versions p WHERE incident_id = ?
     AND NOT EXISTS (SELECT 1 FROM replaced_ops r WHERE r.op_id = p.op_id) ${NEWEST_FIRST} LIMIT 1`,
    [incidentId],
  )
  return row === null ? null : fromRow(row)
}

/** One version by its number, or null; of several of that number the one named by `opId`, else the one shown first. */
export function findPlanVersion(
  db: ReadDb,
  incidentId: string,
  { version, opId }: { readonly version: number; readonly opId?: string | undefined },
): StoredPlanVersion | null {
  const same = readPlanVersions(db, incidentId).filter((plan) => plan.version === version)
  if (opId !== undefined) return same.find((plan) => plan.opId === opId) ?? null
  const latest = findLatestPlan(db, incidentId)
  return same.find((plan) => plan.opId === latest?.opId) ?? same[0] ?? null
}

/** The highest version any seat gave, so that the next is higher than all; 0 before the first. */
export function readHighestVersion(db: ReadDb, incidentId: string): number {
  return readPlanVersions(db, incidentId)[0]?.version ?? 0
}

/** Versions made from one library: where each stands and the hash of its content. */
export function readPlansOfLibrary(
  db: ReadDb,
  datasetVersion: string,
): { incidentId: string; plan: StoredPlanVersion }[] {
  const sql = 'SELECT * FROM plan_versions WHERE dataset_version = ? ORDER BY incident_id, version, op_id'
  return allRows(db, sql, [datasetVersion]).map((row) => ({
    incidentId: textOf(row, 'incident_id'),
    plan: fromRow(row),
  }))
}

function fromRow(row: SqlRow): StoredPlanVersion {
  return {
    version: numberOf(row, 'version'),
    opId: textOf(row, 'op_id'),
    incidentRevision: numberOf(row, 'incident_revision'),
    createdAt: textOf(row, 'created_at'),
    elapsedMs: numberOf(row, 'elapsed_ms'),
    findings: numberOf(row, 'findings'),
    datasetVersion: textOf(row, 'dataset_version'),
    contentHash: textOf(row, 'content_hash'),
  }
}

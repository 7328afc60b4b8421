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

/** All versions of an incident's plans, the newest first. */
export function readPlanVersions(db: ReadDb, incidentId: string): StoredPlanVersion[] {
  return allRows(db, 'SELECT * FROM plan_versions WHERE incident_id = ? ORDER BY version DESC', [incidentId]).map(
    fromRow,
  )
}

/** The newest version, or null. */
export function findLatestPlan(db: ReadDb, incidentId: string): StoredPlanVersion | null {
  const row = firstRow(db, 'SELECT * FROM plan_versions WHERE incident_id = ? ORDER BY version DESC LIMIT 1', [
    incidentId,
  ])
  return row === null ? null : fromRow(row)
}

/** One version by its number, or null. */
export function findPlanVersion(db: ReadDb, incidentId: string, version: number): StoredPlanVersion | null {
  const row = firstRow(db, 'SELECT * FROM plan_versions WHERE incident_id = ? AND version = ?', [incidentId, version])
  return row === null ? null : fromRow(row)
}

/** Versions made from one library: where each stands and the hash of its content. */
export function readPlansOfLibrary(
  db: ReadDb,
  datasetVersion: string,
): { incidentId: string; plan: StoredPlanVersion }[] {
  const sql = 'SELECT * FROM plan_versions WHERE dataset_version = ? ORDER BY incident_id, version'
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

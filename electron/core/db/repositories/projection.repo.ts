import { assertNever } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type {
  IncidentFactsRow,
  IncidentRow,
  LevelRecordRow,
  PlanVersionRow,
  ProjectionRow,
} from '#shared/replication/projections.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, type SqlRow } from '../rows.ts'

/** Writes one row that an operation projects to. */
export function writeProjection(db: WriteDb, row: ProjectionRow): void {
  switch (row.table) {
    case 'incidents':
      writeIncident(db, row)
      return
    case 'incident_facts':
      writeFacts(db, row)
      return
    case 'level_records':
      writeLevelRecord(db, row)
      return
    case 'plan_versions':
      writePlanVersion(db, row)
      return
    default:
      return assertNever(row)
  }
}

function writeIncident(db: WriteDb, row: IncidentRow): void {
  db.prepare('INSERT INTO incidents (incident_id, number, opened_op) VALUES (?, ?, ?)').run(
    row.incidentId,
    row.number,
    row.openedOp,
  )
}

function writeFacts(db: WriteDb, row: IncidentFactsRow): void {
  db.prepare(
    `INSERT INTO incident_facts (incident_id, revision, op_id, recorded_at, title, type, mode, address, received_at, incident)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.incidentId, row.revision, row.opId, row.recordedAt, row.title, row.type, row.mode, row.address],
    ...[row.receivedAt, canonicalJson(row.incident)],
  )
}

function writeLevelRecord(db: WriteDb, row: LevelRecordRow): void {
  db.prepare(
    `INSERT INTO level_records (op_id, incident_id, kind, hlc, recorded_at, who, role, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.opId, row.incidentId, row.kind, row.hlc, row.recordedAt, row.who, row.role, canonicalJson(row.body))
}

function writePlanVersion(db: WriteDb, row: PlanVersionRow): void {
  db.prepare(
    `INSERT INTO plan_versions (incident_id, version, op_id, incident_revision, created_at, elapsed_ms, level, findings,
      dataset_version, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.incidentId, row.version, row.opId, row.incidentRevision, row.createdAt, row.elapsedMs, row.level],
    ...[row.findings, row.datasetVersion, row.contentHash],
  )
}

/** The tables that operations project to, with the columns that name a row. */
export const PROJECTION_TABLES = [
  { table: 'incidents', key: ['incident_id'] },
  { table: 'incident_facts', key: ['incident_id', 'revision'] },
  { table: 'plan_versions', key: ['incident_id', 'version'] },
  { table: 'level_records', key: ['op_id'] },
] as const

/** All rows of a projection, by key, as they stand in the table. */
export function readProjection(db: ReadDb, projection: (typeof PROJECTION_TABLES)[number]): SqlRow[] {
  return allRows(db, `SELECT * FROM ${projection.table} ORDER BY ${projection.key.join(', ')}`)
}

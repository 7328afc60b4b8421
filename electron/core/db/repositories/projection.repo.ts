import { assertNever } from '#shared/kernel/assert.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import type {
  IncidentFactsRow,
  IncidentRow,
  LevelRecordRow,
  PlanVersionRow,
  ProjectionRow,
  ReplacedRow,
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
    case 'replaced_ops':
      writeReplaced(db, row)
      return
    default:
      return assertNever(row)
  }
}

function writeIncident(db: WriteDb, row: IncidentRow): void {
  db.prepare(
    `INSERT INTO incidents (incident_id, number, opened_op) VALUES (?, ?, ?)
     ON CONFLICT (incident_id) DO UPDATE SET number = excluded.number, opened_op = excluded.opened_op
     WHERE excluded.opened_op < opened_op`,
  ).run(row.incidentId, row.number, row.openedOp)
}

function writeFacts(db: WriteDb, row: IncidentFactsRow): void {
  db.prepare(
    `INSERT INTO incident_facts (op_id, incident_id, revision, hlc, recorded_at, who, role, title, type, mode, address,
      received_at, incident) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.opId, row.incidentId, row.revision, row.hlc, row.recordedAt, row.who, row.role, row.title, row.type],
    ...[row.mode, row.address, row.receivedAt, canonicalJson(row.incident)],
  )
}

function writeLevelRecord(db: WriteDb, row: LevelRecordRow): void {
  db.prepare(
    `INSERT INTO level_records (op_id, incident_id, kind, hlc, recorded_at, who, role, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(row.opId, row.incidentId, row.kind, row.hlc, row.recordedAt, row.who, row.role, canonicalJson(row.body))
}

function writePlanVersion(db: WriteDb, row: PlanVersionRow): void {
  db.prepare(
    `INSERT INTO plan_versions (op_id, incident_id, version, hlc, created_at, who, role, incident_revision, elapsed_ms,
      level, findings, dataset_version, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[row.opId, row.incidentId, row.version, row.hlc, row.createdAt, row.who, row.role, row.incidentRevision],
    ...[row.elapsedMs, row.level, row.findings, row.datasetVersion, row.contentHash],
  )
}

function writeReplaced(db: WriteDb, row: ReplacedRow): void {
  db.prepare('INSERT INTO replaced_ops (op_id, by_op) VALUES (?, ?)').run(row.opId, row.byOp)
}

/** The tables that operations project to, with the columns that name a row. */
export const PROJECTION_TABLES = [
  { table: 'incidents', key: ['incident_id'] },
  { table: 'incident_facts', key: ['op_id'] },
  { table: 'plan_versions', key: ['op_id'] },
  { table: 'level_records', key: ['op_id'] },
  { table: 'replaced_ops', key: ['op_id', 'by_op'] },
] as const

/** All rows of a projection, by key, as they stand in the table. */
export function readProjection(db: ReadDb, projection: (typeof PROJECTION_TABLES)[number]): SqlRow[] {
  return allRows(db, `SELECT * FROM ${projection.table} ORDER BY ${projection.key.join(', ')}`)
}

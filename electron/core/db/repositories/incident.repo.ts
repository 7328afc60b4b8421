import { Incident } from '#shared/domain/incident.ts'
import { LEVELS, type Level } from '#shared/domain/taxonomy.ts'
import type { ReadDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf, type SqlRow } from '../rows.ts'

/** An incident with its latest facts and, when there is one, its latest plan. */
export interface StoredIncident {
  readonly incidentId: string
  readonly number: string
  readonly revision: number
  /** The operation that set the latest facts. */
  readonly factsOp: string
  readonly title: string
  readonly type: string
  readonly mode: Incident['mode']
  readonly address: string
  readonly receivedAt: string
  readonly level: Level | null
  readonly planVersion: number | null
}

const LATEST = `
SELECT i.incident_id, i.number, f.revision, f.op_id, f.title, f.type, f.mode, f.address, f.received_at, f.incident,
       p.level, p.version
FROM incidents i
JOIN incident_facts f ON f.incident_id = i.incident_id
  AND f.revision = (SELECT max(revision) FROM incident_facts WHERE incident_id = i.incident_id)
LEFT JOIN plan_versions p ON p.incident_id = i.incident_id
  AND p.version = (SELECT max(version) FROM plan_versions WHERE incident_id = i.incident_id)`

/** All incidents, the newest number first. */
export function readIncidents(db: ReadDb): StoredIncident[] {
  return allRows(db, `${LATEST} ORDER BY f.received_at DESC, i.number DESC, i.incident_id`).map(fromRow)
}

/** One incident with its latest facts, or null. */
export function findIncident(db: ReadDb, incidentId: string): { summary: StoredIncident; incident: Incident } | null {
  const row = firstRow(db, `${LATEST} WHERE i.incident_id = ?`, [incidentId])
  return row === null ? null : { summary: fromRow(row), incident: Incident.parse(jsonOf(row, 'incident')) }
}

/** Numbers given so far that begin with a prefix. */
export function readNumbers(db: ReadDb, prefix: string): string[] {
  const rows = allRows(db, 'SELECT number FROM incidents WHERE substr(number, 1, ?) = ?', [prefix.length, prefix])
  return rows.map((row) => textOf(row, 'number'))
}

function fromRow(row: SqlRow): StoredIncident {
  const level = textOrNullOf(row, 'level')
  const mode = textOf(row, 'mode')
  return {
    incidentId: textOf(row, 'incident_id'),
    number: textOf(row, 'number'),
    revision: numberOf(row, 'revision'),
    factsOp: textOf(row, 'op_id'),
    title: textOf(row, 'title'),
    type: textOf(row, 'type'),
    mode: Incident.shape.mode.parse(mode),
    address: textOf(row, 'address'),
    receivedAt: textOf(row, 'received_at'),
    level: LEVELS.find((key) => key === level) ?? null,
    planVersion: numberOrNullOf(row, 'version'),
  }
}

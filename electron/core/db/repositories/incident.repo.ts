import { Incident } from '#shared/domain/incident.ts'
import { LEVELS, type Level } from '#shared/domain/taxonomy.ts'
import { groupBy } from '#shared/kernel/order.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import type { ReadDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, numberOrNullOf, textOf, textOrNullOf, type SqlRow } from '../rows.ts'

/** Facts or a plan that no other operation replaced. */
export interface RecordHead {
  readonly opId: string
  readonly incidentId: string
  readonly at: string
  readonly who: string
  readonly role: string
}

/** Facts in force; more than one where seats wrote apart. */
export interface FactsHead extends RecordHead {
  readonly revision: number
  readonly title: string
}

/** A plan in force; more than one where seats planned apart. */
export interface PlanHead extends RecordHead {
  readonly version: number
  readonly incidentRevision: number
  readonly level: Level | null
  readonly findings: number
}

/** An incident with its latest facts and, when there is one, its latest plan. */
export interface StoredIncident {
  readonly incidentId: string
  readonly number: string
  readonly revision: number
  /** The operation that set the latest facts. */
  readonly factsOp: string
  /** Facts that stand beside each other because two seats wrote them apart: the latest first. Empty when there is one. */
  readonly contestedFacts: readonly FactsHead[]
  /** The same for plans. */
  readonly contestedPlan: readonly PlanHead[]
  readonly title: string
  readonly type: string
  readonly mode: Incident['mode']
  readonly address: string
  readonly receivedAt: string
  readonly level: Level | null
  readonly planVersion: number | null
}

/** Of several heads every machine shows the same one: the highest label, then the later, then by operation id. */
const LATEST = `
SELECT i.incident_id, i.number, i.opened_op, f.revision, f.op_id, f.title, f.type, f.mode, f.address, f.received_at,
       f.incident, p.level, p.version,
       EXISTS (SELECT 1 FROM incidents o WHERE o.number = i.number AND o.incident_id <> i.incident_id) AS is_number_shared
FROM incidents i
JOIN incident_facts f ON f.op_id = (SELECT h.op_id FROM incident_facts h WHERE h.incident_id = i.incident_id
  AND NOT EXISTS (SELECT 1 FROM replaced_ops r WHERE r.op_id = h.op_id)
  ORDER BY h.revision DESC, h.hlc DESC, h.op_id DESC LIMIT 1)
LEFT JOIN plan_versions p ON p.op_id = (SELECT h.op_id FROM plan_versions h WHERE h.incident_id = i.incident_id
  AND NOT EXISTS (SELECT 1 FROM replaced_ops r WHERE r.op_id = h.op_id)
  ORDER BY h.version DESC, h.hlc DESC, h.op_id DESC LIMIT 1)`

/** All incidents, the newest number first. */
export function readIncidents(db: ReadDb): StoredIncident[] {
  const facts = groupBy(readFactsHeads(db), ({ incidentId }) => incidentId)
  const plans = groupBy(readPlanHeads(db), ({ incidentId }) => incidentId)
  return allRows(db, `${LATEST} ORDER BY f.received_at DESC, i.number DESC, i.incident_id`).map((row) => {
    const incidentId = textOf(row, 'incident_id')
    return fromRow(row, facts.get(incidentId) ?? [], plans.get(incidentId) ?? [])
  })
}

/** One incident with its latest facts, or null. */
export function findIncident(db: ReadDb, incidentId: string): { summary: StoredIncident; incident: Incident } | null {
  const row = firstRow(db, `${LATEST} WHERE i.incident_id = ?`, [incidentId])
  if (row === null) return null
  const summary = fromRow(row, readFactsHeads(db, incidentId), readPlanHeads(db, incidentId))
  return { summary, incident: Incident.parse(jsonOf(row, 'incident')) }
}

/** The facts one operation set, or null. */
export function findFacts(db: ReadDb, opId: string): Incident | null {
  const row = firstRow(db, 'SELECT incident FROM incident_facts WHERE op_id = ?', [opId])
  return row === null ? null : Incident.parse(jsonOf(row, 'incident'))
}

/** When the call of the facts of one operation was received, or null. */
export function findReceivedAt(db: ReadDb, opId: string): string | null {
  const row = firstRow(db, 'SELECT received_at FROM incident_facts WHERE op_id = ?', [opId])
  return row === null ? null : textOf(row, 'received_at')
}

/** Facts that nobody replaced, of one incident or of all: of each incident the one that is shown first. */
export function readFactsHeads(db: ReadDb, incidentId: string | null = null): FactsHead[] {
  return headRows(db, 'incident_facts', 'revision', incidentId).map((row) => ({
    ...headOf(row, 'recorded_at'),
    revision: numberOf(row, 'revision'),
    title: textOf(row, 'title'),
  }))
}

/** Plans that nobody replaced, in the same order. */
export function readPlanHeads(db: ReadDb, incidentId: string | null = null): PlanHead[] {
  return headRows(db, 'plan_versions', 'version', incidentId).map((row) => ({
    ...headOf(row, 'created_at'),
    version: numberOf(row, 'version'),
    incidentRevision: numberOf(row, 'incident_revision'),
    level: levelOf(row),
    findings: numberOf(row, 'findings'),
  }))
}

function headRows(
  db: ReadDb,
  table: 'incident_facts' | 'plan_versions',
  label: 'revision' | 'version',
  incidentId: string | null,
): SqlRow[] {
  const sql = `SELECT h.* FROM ${table} h WHERE ${incidentId === null ? '' : 'h.incident_id = ? AND '}
    NOT EXISTS (SELECT 1 FROM replaced_ops r WHERE r.op_id = h.op_id)
    ORDER BY h.incident_id DESC, h.${label} DESC, h.hlc DESC, h.op_id DESC`
  return allRows(db, sql, incidentId === null ? [] : [incidentId])
}

function headOf(row: SqlRow, timeColumn: string): RecordHead {
  return {
    opId: textOf(row, 'op_id'),
    incidentId: textOf(row, 'incident_id'),
    at: textOf(row, timeColumn),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
  }
}

/** The highest revision any seat gave, so that the next is higher than all. */
export function readHighestRevision(db: ReadDb, incidentId: string): number {
  const row = firstRow(db, 'SELECT max(revision) AS highest FROM incident_facts WHERE incident_id = ?', [incidentId])
  return row === null ? 0 : (numberOrNullOf(row, 'highest') ?? 0)
}

/** Numbers given so far that begin with a prefix. */
export function readNumbers(db: ReadDb, prefix: string): string[] {
  const rows = allRows(db, 'SELECT number FROM incidents WHERE substr(number, 1, ?) = ?', [prefix.length, prefix])
  return rows.map((row) => textOf(row, 'number'))
}

/** A number that two machines both gave is told apart by the mark of the seat that opened the incident. */
function numberOfRow(row: SqlRow): string {
  const number = textOf(row, 'number')
  return row['is_number_shared'] === 1 ? `${number}·${seatMarkOf(textOf(row, 'opened_op'))}` : number
}

function levelOf(row: SqlRow): Level | null {
  const level = textOrNullOf(row, 'level')
  return LEVELS.find((key) => key === level) ?? null
}

function fromRow(row: SqlRow, facts: readonly FactsHead[], plans: readonly PlanHead[]): StoredIncident {
  const mode = textOf(row, 'mode')
  return {
    incidentId: textOf(row, 'incident_id'),
    number: numberOfRow(row),
    revision: numberOf(row, 'revision'),
    factsOp: textOf(row, 'op_id'),
    title: textOf(row, 'title'),
    type: textOf(row, 'type'),
    mode: Incident.shape.mode.parse(mode),
    address: textOf(row, 'address'),
    receivedAt: textOf(row, 'received_at'),
    level: levelOf(row),
    planVersion: numberOrNullOf(row, 'version'),
    contestedFacts: facts.length > 1 ? facts : [],
    contestedPlan: plans.length > 1 ? plans : [],
  }
}

import * as z from 'zod'
import { PLAN_KINDS, type PlanKind } from '#shared/domain/contingency-plan.ts'
import {
  PLAN_CHANGES,
  PLAN_ORIGINS,
  PLAN_STATES,
  RUNNING_STATES,
  type PlanChange,
  type PlanOrigin,
  type PlanState,
} from '#shared/domain/plan-library.ts'
import { INCIDENT_TYPES, type IncidentType } from '#shared/domain/taxonomy.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { allRows, firstRow, jsonOf, numberOf, textOf, textOrNullOf, type SqlRow } from '../rows.ts'

/** One version of a contingency plan as it was begun. */
export interface NewPlanVersion {
  readonly planId: string
  readonly version: number
  readonly origin: PlanOrigin
  readonly createdAt: string
  readonly createdBy: string
  readonly note: string
}

/** What was done to a version, and what it said after that. */
export interface PlanEvent {
  readonly planId: string
  readonly version: number
  /** Counts what was done to this version, from 1. */
  readonly revision: number
  readonly change: PlanChange
  readonly from: PlanState | null
  readonly to: PlanState
  /** Hash of the canonical JSON of the plan. */
  readonly contentHash: string
  /** Hash of the text as it was written. */
  readonly textHash: string
  readonly title: string
  readonly kind: PlanKind
  /** Regions and towns of its scope in words; empty = everywhere. */
  readonly region: string
  readonly types: readonly IncidentType[]
  /** `YYYY-MM-DD`. */
  readonly reviewBy: string
  /** The version the plan's own text names. */
  readonly label: string
  readonly issuer: string
  readonly at: string
  readonly who: string
  readonly role: string
  readonly reason: string
  /** Number of the document that approved or filed it; empty when there is none. */
  readonly document: string
}

/** A version as it stands: how it was begun and the last that was done to it. */
export type PlanVersionNow = PlanEvent & NewPlanVersion

const Types = z.array(z.enum(INCIDENT_TYPES))
const Kind = z.enum(PLAN_KINDS)
const State = z.enum(PLAN_STATES)

/** Begins a version. */
export function addPlanVersion(db: WriteDb, version: NewPlanVersion): void {
  db.prepare(
    'INSERT INTO contingency_plan_versions (plan_id, version, origin, created_at, created_by, note) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(version.planId, version.version, version.origin, version.createdAt, version.createdBy, version.note)
}

/** Adds what was done to a version. */
export function addPlanEvent(db: WriteDb, event: PlanEvent): void {
  db.prepare(
    `INSERT INTO contingency_plan_events (plan_id, version, revision, change, from_state, to_state, content_hash,
       text_hash, title, kind, region, types, review_by, label, issuer, at, who, role, reason, document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[event.planId, event.version, event.revision, event.change, event.from, event.to, event.contentHash],
    ...[event.textHash, event.title, event.kind, event.region, JSON.stringify(event.types), event.reviewBy],
    ...[event.label, event.issuer, event.at, event.who, event.role, event.reason, event.document],
  )
}

/** Every version as it stands, by plan, the newest first. */
export function readPlanVersionsNow(db: ReadDb): PlanVersionNow[] {
  return allRows(db, 'SELECT * FROM contingency_plans_now ORDER BY plan_id, version DESC').map(nowOf)
}

/** The versions of one plan as they stand, the newest first; empty when there is no such plan. */
export function readVersionsOfPlan(db: ReadDb, planId: string): PlanVersionNow[] {
  return allRows(db, 'SELECT * FROM contingency_plans_now WHERE plan_id = ? ORDER BY version DESC', [planId]).map(nowOf)
}

/** The newest version of each plan that the planner runs, by plan. */
export function readRunningVersions(db: ReadDb): PlanVersionNow[] {
  const running = readPlanVersionsNow(db).filter(({ to }) => RUNNING_STATES.includes(to))
  return running.filter(({ planId }, index) => running[index - 1]?.planId !== planId)
}

/** What was done to the versions of one plan, or of all, the newest first. */
export function readPlanEvents(db: ReadDb, planId: string | null): PlanEvent[] {
  const where = planId === null ? '' : 'WHERE plan_id = ?'
  const sql = `SELECT * FROM contingency_plan_events ${where} ORDER BY event_id DESC`
  return allRows(db, sql, planId === null ? [] : [planId]).map(eventOf)
}

/** A version that once said exactly this, or null. */
export function findEventByContent(db: ReadDb, planId: string, contentHash: string): PlanEvent | null {
  const sql =
    'SELECT * FROM contingency_plan_events WHERE content_hash = ? AND plan_id = ? ORDER BY event_id DESC LIMIT 1'
  const row = firstRow(db, sql, [contentHash, planId])
  return row === null ? null : eventOf(row)
}

/** True when the program brought exactly this text at some time. */
export function hasShippedText(db: ReadDb, textHash: string): boolean {
  const sql = `SELECT 1 FROM contingency_plan_events e JOIN contingency_plan_versions v USING (plan_id, version)
    WHERE e.text_hash = ? AND v.origin = 'shipped' LIMIT 1`
  return firstRow(db, sql, [textHash]) !== null
}

/** Number of the last thing done to the library; it grows with every change. */
export function readLibraryRevision(db: ReadDb): number {
  const row = firstRow(db, 'SELECT coalesce(max(event_id), 0) AS revision FROM contingency_plan_events')
  return row === null ? 0 : numberOf(row, 'revision')
}

function nowOf(row: SqlRow): PlanVersionNow {
  return {
    ...eventOf(row),
    origin: z.enum(PLAN_ORIGINS).parse(row['origin']),
    createdAt: textOf(row, 'created_at'),
    createdBy: textOf(row, 'created_by'),
    note: textOf(row, 'note'),
  }
}

function eventOf(row: SqlRow): PlanEvent {
  const from = textOrNullOf(row, 'from_state')
  return {
    planId: textOf(row, 'plan_id'),
    version: numberOf(row, 'version'),
    revision: numberOf(row, 'revision'),
    change: z.enum(PLAN_CHANGES).parse(row['change']),
    from: from === null ? null : State.parse(from),
    to: State.parse(row['to_state']),
    contentHash: textOf(row, 'content_hash'),
    textHash: textOf(row, 'text_hash'),
    title: textOf(row, 'title'),
    kind: Kind.parse(row['kind']),
    region: textOf(row, 'region'),
    types: Types.parse(jsonOf(row, 'types')),
    reviewBy: textOf(row, 'review_by'),
    label: textOf(row, 'label'),
    issuer: textOf(row, 'issuer'),
    at: textOf(row, 'at'),
    who: textOf(row, 'who'),
    role: textOf(row, 'role'),
    reason: textOf(row, 'reason'),
    document: textOf(row, 'document'),
  }
}

import type { LevelOverride, LevelRise, RiseSeen } from '../domain/level-record.ts'
import type { Incident } from '../domain/incident.ts'
import type { PublishedPlan } from '../domain/command/plan-ops.ts'
import type { OpId } from './op.ts'

/** Rows that operations project to. Every operation only adds rows; the newest revision or version is the one in force. */
export type ProjectionRow = IncidentRow | IncidentFactsRow | LevelRecordRow | PlanVersionRow

/** An incident as such. */
export interface IncidentRow {
  readonly table: 'incidents'
  readonly incidentId: string
  /** Number for people, e.g. `BL-20260714-001`. */
  readonly number: string
  readonly openedOp: OpId
}

/** What was known of an incident at one revision. */
export interface IncidentFactsRow {
  readonly table: 'incident_facts'
  readonly incidentId: string
  readonly revision: number
  readonly opId: OpId
  readonly recordedAt: string
  readonly title: string
  readonly type: string
  readonly mode: string
  readonly address: string
  readonly receivedAt: string
  readonly incident: Incident
}

/** A level that an officer set, a rise of the computed level, or that somebody has seen a rise. */
export interface LevelRecordRow {
  readonly table: 'level_records'
  readonly opId: OpId
  readonly incidentId: string
  readonly kind: 'override' | 'rise' | 'seen'
  readonly hlc: string
  readonly recordedAt: string
  readonly who: string
  readonly role: string
  readonly body: LevelOverride | LevelRise | RiseSeen
}

/** One version of an incident's plans; the content is found by its hash. */
export interface PlanVersionRow extends PublishedPlan {
  readonly table: 'plan_versions'
  readonly incidentId: string
  readonly opId: OpId
  readonly createdAt: string
}

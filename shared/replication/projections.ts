import type { LevelOverride, LevelRise, RiseSeen } from '../domain/level-record.ts'
import type { Incident } from '../domain/incident.ts'
import type { PublishedPlan } from '../domain/command/plan-ops.ts'
import type { OpId } from './op.ts'

/**
 * Rows that operations project to. Every operation only adds rows, and in any order of arrival the same rows come about.
 * In force are the facts and the plan that no other operation replaced.
 */
export type ProjectionRow = IncidentRow | IncidentFactsRow | LevelRecordRow | PlanVersionRow | ReplacedRow

/** An incident as such. Were it opened twice under one id, the opening with the smaller operation id is the one kept. */
export interface IncidentRow {
  readonly table: 'incidents'
  readonly incidentId: string
  /** Number for people, e.g. `BL-20260714-001`. */
  readonly number: string
  readonly openedOp: OpId
}

/** What was known of an incident; `revision` is its author's label, and two seats may give the same. */
export interface IncidentFactsRow {
  readonly table: 'incident_facts'
  readonly incidentId: string
  readonly revision: number
  readonly opId: OpId
  readonly hlc: string
  readonly recordedAt: string
  readonly who: string
  readonly role: string
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

/** A plan of an incident; `version` is its author's label, the content is found by its hash. */
export interface PlanVersionRow extends PublishedPlan {
  readonly table: 'plan_versions'
  readonly incidentId: string
  readonly opId: OpId
  readonly hlc: string
  readonly createdAt: string
  readonly who: string
  readonly role: string
}

/** That one operation on facts or plans replaces another. */
export interface ReplacedRow {
  readonly table: 'replaced_ops'
  readonly opId: OpId
  readonly byOp: OpId
}

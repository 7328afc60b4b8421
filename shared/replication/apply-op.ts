import type {
  IncidentFactsRow,
  IncidentRow,
  LevelRecordRow,
  PlanVersionRow,
  ProjectionRow,
  ReplacedRow,
} from './projections.ts'
import type { Op, OpOf } from './op.ts'
import type { Incident } from '../domain/incident.ts'

/**
 * What one operation adds to the tables. Pure, and the only way rows come about: the live write and the rebuild from
 * the log both go through it, so that they cannot drift apart.
 */
export function applyOp(op: Op): readonly ProjectionRow[] {
  switch (op.kind) {
    case 'v1.incident.opened':
      return [openedRow(op.inc, op.body.number, op.id), factsRow(op, 1, op.body)]
    case 'v1.incident.amended':
      return [factsRow(op, op.body.revision, op.body), ...replacedRows(op)]
    case 'v1.incident.graded':
      return [levelRow(op, 'override')]
    case 'v1.incident.levelRose':
      return [levelRow(op, 'rise')]
    case 'v1.incident.riseSeen':
      return [levelRow(op, 'seen')]
    case 'v1.plan.published':
      return [planRow(op), ...replacedRows(op)]
    default:
      return [] // state of command is worked out from the log itself: shared/command
  }
}

function openedRow(incidentId: string, number: string, openedOp: string): IncidentRow {
  return { table: 'incidents', incidentId, number, openedOp }
}

function factsRow(op: Op, revision: number, body: { incident: Incident; receivedAt: string }): IncidentFactsRow {
  const { incident, receivedAt } = body
  return {
    table: 'incident_facts',
    incidentId: op.inc,
    revision,
    opId: op.id,
    hlc: op.hlc,
    recordedAt: op.wall,
    who: op.by.user,
    role: op.by.role,
    title: incident.title ?? '',
    type: incident.type,
    mode: incident.mode,
    address: incident.location.address ?? '',
    receivedAt,
    incident,
  }
}

function levelRow(op: LevelOp, kind: LevelRecordRow['kind']): LevelRecordRow {
  return {
    table: 'level_records',
    opId: op.id,
    incidentId: op.inc,
    kind,
    hlc: op.hlc,
    recordedAt: op.wall,
    who: op.by.user,
    role: op.by.role,
    body: op.body,
  }
}

type LevelOp = OpOf<'v1.incident.graded' | 'v1.incident.levelRose' | 'v1.incident.riseSeen'>

function planRow(op: OpOf<'v1.plan.published'>): PlanVersionRow {
  const { user: who, role } = op.by
  return {
    table: 'plan_versions',
    incidentId: op.inc,
    opId: op.id,
    hlc: op.hlc,
    createdAt: op.wall,
    who,
    role,
    ...op.body,
  }
}

/** The heads that facts or a plan replace. */
function replacedRows(op: Op): ReplacedRow[] {
  return [...new Set(op.basis)].map((opId) => ({ table: 'replaced_ops', opId, byOp: op.id }))
}

import { opsOfKind } from '#shared/command/heads.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { LevelKind } from '#shared/domain/level-record.ts'
import type { Level } from '#shared/domain/taxonomy.ts'
import type { FactSheet } from '#shared/planner/problem.ts'
import { grade } from '#shared/planner/stages/grade.ts'
import { readFacts } from '#shared/planner/stages/read-facts.ts'
import type { Op } from '#shared/replication/op.ts'
import { measureLines } from '#shared/text/reports/measure-lines.ts'
import type { ReportSituation } from '#shared/text/reports/report-situation.ts'
import type { StoredIncident } from '../../db/repositories/incident.repo.ts'
import { existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { readInForce } from '../plan-in-force.ts'

/** An incident as reports are filled from it. */
export interface ReportedIncident {
  readonly summary: StoredIncident
  readonly incident: Incident
  readonly ops: readonly Op[]
  readonly situation: ReportSituation
}

type Parts = Pick<IncidentServiceParts, 'db' | 'log' | 'library' | 'references'>

/** Gathers facts, levels in force, newest plan and record. @throws AppError `not-found`. */
export function readReportedIncident(core: Parts, incidentId: string): ReportedIncident {
  const { summary, incident } = existingIncident(core.db, incidentId)
  const ops = core.log.opsOf(incidentId)
  const problem = { incident, dataset: core.library.current(), ...core.references() }
  const facts = readFacts(problem).value
  const { level, response } = grade(problem, { facts }).value
  const plan = readInForce(core, { incidentId }).basis.inForce?.plan ?? null
  const situation: ReportSituation = {
    incident,
    factsAt: ops.find(({ id }) => id === summary.factsOp)?.wall ?? summary.receivedAt,
    receivedAt: summary.receivedAt,
    town: facts.town,
    substance: substanceOf(facts),
    level: levelInForce(ops, 'event', level.value),
    response: levelInForce(ops, 'response', response.value) ?? response.value,
    plan: plan === null || summary.planVersion === null ? null : { version: summary.planVersion, plan },
    measures: measureLines(ops),
  }
  return { summary, incident, ops, situation }
}

/** What an officer set stands before what the scales give. */
function levelInForce(ops: readonly Op[], of: LevelKind, computed: Level | null): Level | null {
  const last = opsOfKind(ops, 'v1.incident.graded').findLast(({ body }) => body.of === of)
  return last === undefined || last.body.withdrawn ? computed : last.body.value
}

function substanceOf({ hazmat }: FactSheet): string {
  const substance = hazmat?.substance ?? null
  if (substance === null) return ''
  const { nameZh, nameEn, un } = substance
  return `${nameZh === '' ? nameEn : nameZh}（UN${un}）`
}

import { appContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import type { FactsHead, IncidentSummary } from '#shared/contract/incident.contract.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { checkIncident } from '#shared/planner/situation/check-incident.ts'
import { seatMarkOf, type Author } from '#shared/replication/op.ts'
import type { WriteDb } from '../db/db-types.ts'
import {
  findIncident,
  readIncidents,
  readNumbers,
  type RecordHead,
  type StoredIncident,
} from '../db/repositories/incident.repo.ts'
import type { Journal } from '../replication/journal.ts'
import { wallTimeOf } from '../replication/wall-time.ts'
import { amendFacts } from './amend-facts.ts'
import { answerOnce, findAnswer } from './answer-once.ts'
import { nextNumber, numberPrefixOf } from './incident-number.ts'
import type { IncidentLog } from './command/incident-log.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanningReferences } from './planning-port.ts'

/** Incidents and their facts: one transaction a change, every change an operation of the record. */
export type IncidentService = Pick<AppHandlers['incident'], 'open' | 'amend' | 'list' | 'get'>

/** What the incident service works with. */
export interface IncidentServiceParts {
  readonly db: WriteDb
  readonly journal: Journal
  readonly log: IncidentLog
  readonly nowMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
}

/** Builds the incident service. */
export function createIncidentService(core: IncidentServiceParts): IncidentService {
  const check = (incident: Incident): void => {
    checkIncident(incident, core.library.current(), core.references().hazmat)
  }
  const receivedAtOf = (incident: Incident): string =>
    incident.receivedAt ?? incident.occurredAt ?? incident.asOf ?? wallTimeOf(core.nowMs())

  return {
    open: (input, caller) => {
      const command = { channel: 'incident.open', input, output: appContract.incident.open.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      check(input.incident)
      return answerOnce(core, command, (recorder) => {
        const receivedAt = receivedAtOf(input.incident)
        const prefix = numberPrefixOf(core.library.current().head.id, receivedAt)
        const number = nextNumber(prefix, readNumbers(core.db, prefix))
        // The caller's own id, so that the same report has one name however often it is sent.
        const incidentId = `incident-${input.commandId}`
        recorder.append({
          kind: 'v1.incident.opened',
          incidentId,
          entity: `incident:${incidentId}`,
          basis: [],
          by: authorOf(caller),
          body: { number, incident: input.incident, receivedAt },
        })
        return { incidentId, number, revision: 1 }
      })
    },

    amend: (input, caller) => {
      const command = { channel: 'incident.amend', input, output: appContract.incident.amend.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      check(input.incident)
      return answerOnce(core, command, (recorder) => {
        const { summary, incident: before } = existingIncident(core.db, input.incidentId)
        refuseStale(summary, input.expectedRevision)
        const revision = amendFacts(core, recorder, {
          summary,
          before,
          after: input.incident,
          receivedAt: receivedAtOf(input.incident),
          settles: input.settles ?? [],
          by: authorOf(caller),
        })
        return { revision }
      })
    },

    list: () => readIncidents(core.db).map(summaryOf),

    get: ({ incidentId }) => {
      const { summary, incident } = existingIncident(core.db, incidentId)
      return { summary: summaryOf(summary), incident }
    },
  }
}

/** The incident with its latest facts. @throws AppError `not-found`. */
export function existingIncident(db: WriteDb, incidentId: string): { summary: StoredIncident; incident: Incident } {
  const found = findIncident(db, incidentId)
  if (found !== null) return found
  throw new AppError('not-found', `没有编号为“${incidentId}”的事件；请刷新列表后重试`, {
    path: 'incidentId',
    value: incidentId,
  })
}

/** Who did it, for the record: the officer on duty, or the seat while nobody has given a name. */
export function authorOf(caller: Caller): Author {
  return { user: caller.officer ?? caller.seat, role: caller.role, onBehalf: null }
}

function refuseStale(summary: StoredIncident, expectedRevision: number): void {
  if (summary.revision === expectedRevision) return
  throw new AppError(
    'conflict',
    `事件 ${summary.number} 已被另一席位更新到第 ${summary.revision} 次修订（您依据的是第 ${expectedRevision} 次），本次未保存；请对照最新内容后再提交`,
    { path: 'expectedRevision', value: summary.revision },
  )
}

function summaryOf(stored: StoredIncident): IncidentSummary {
  const { incidentId, number, title, type, mode, address, receivedAt, level, planVersion, revision } = stored
  return {
    ...{ incidentId, number, title, type, mode, address, receivedAt, level, planVersion, revision },
    contestedFacts: stored.contestedFacts.map((head) => ({
      ...headOf(head),
      revision: head.revision,
      title: head.title,
    })),
    contestedPlan: stored.contestedPlan.map((head) => ({
      ...headOf(head),
      version: head.version,
      incidentRevision: head.incidentRevision,
      level: head.level,
      findings: head.findings,
    })),
  }
}

function headOf({ opId, at, who, role }: RecordHead): Pick<FactsHead, 'opId' | 'mark' | 'at' | 'who' | 'role'> {
  return { opId, mark: seatMarkOf(opId), at, who, role }
}

import type { Incident } from '#shared/domain/incident.ts'
import type { Author } from '#shared/replication/op.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { readHighestRevision, type StoredIncident } from '../db/repositories/incident.repo.ts'
import type { Recorder } from '../replication/journal.ts'
import { gradeIncident, risesBetween, type GradingParts } from './level-rises.ts'

/** Facts that take the place of the ones before. */
export interface Amendment {
  readonly summary: StoredIncident
  readonly before: Incident
  readonly after: Incident
  readonly receivedAt: string
  readonly by: Author
  /** Heads of contested facts that the author saw: they are settled by this. */
  readonly settles?: readonly string[]
}

/** Enters new facts, and each computed level that rose with them, in the order of the record; gives the new revision. */
export function amendFacts(
  core: GradingParts & { readonly db: ReadDb },
  recorder: Recorder,
  amendment: Amendment,
): number {
  const { summary, before, after, receivedAt, by } = amendment
  const { incidentId } = summary
  refuseUnseen(summary, amendment.settles ?? [])
  const revision = readHighestRevision(core.db, incidentId) + 1
  const amended = recorder.append({
    kind: 'v1.incident.amended',
    incidentId,
    entity: `incident:${incidentId}`,
    basis: factsHeadsOf(summary),
    by,
    body: { revision, incident: after, receivedAt },
  })
  for (const rise of risesBetween(gradeIncident(core, before), gradeIncident(core, after), revision)) {
    recorder.append({
      kind: 'v1.incident.levelRose',
      incidentId,
      entity: `rise:${rise.of}:${incidentId}`,
      basis: [amended.id],
      by,
      body: rise,
    })
  }
  return revision
}

/** Facts that two seats wrote apart are settled by somebody who saw both, never by the way. */
function refuseUnseen(summary: StoredIncident, settles: readonly string[]): void {
  const heads = summary.contestedFacts.map(({ opId }) => opId)
  if (heads.every((opId) => settles.includes(opId))) return
  throw new AppError(
    'conflict',
    `事件 ${summary.number} 有 ${heads.length} 份两机分别修订的信息尚未合并，本次未保存；请到“资源库—两机合并”对照各份内容，选定一份后再修改`,
    { path: 'settles', value: heads },
  )
}

/** The facts that an amendment replaces. */
function factsHeadsOf({ factsOp, contestedFacts }: StoredIncident): string[] {
  return contestedFacts.length === 0 ? [factsOp] : contestedFacts.map(({ opId }) => opId)
}

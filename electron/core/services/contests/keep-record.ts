import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { Author } from '#shared/replication/op.ts'
import { findFacts, findReceivedAt, type StoredIncident } from '../../db/repositories/incident.repo.ts'
import { readHighestVersion, readPlanVersions } from '../../db/repositories/plan.repo.ts'
import type { Recorder } from '../../replication/journal.ts'
import { amendFacts } from '../amend-facts.ts'
import { answerOnce } from '../answer-once.ts'
import { existingIncident } from '../incident.service.ts'
import type { ContestsServiceParts } from './contests.service.ts'

type Keep = typeof appContract.contests.keep
type Input = ParsedInputOf<Keep>

/** Takes one of the facts or plans written apart as the one in force; see the contract. */
export function keepRecord(core: ContestsServiceParts, input: Input, { role }: Caller): OutputOf<Keep> {
  const command = { channel: 'contests.keep', input, output: appContract.contests.keep.output }
  return answerOnce(core, command, (recorder) => {
    const { summary, incident: before } = existingIncident(core.db, input.incidentId)
    const by = { user: input.who, role, onBehalf: null }
    refuseOtherHeads(summary, input)
    if (input.of === 'plan') return { label: keepPlan(core, recorder, { summary, input, by }) }
    const after = findFacts(core.db, input.stands)
    invariant(after !== null, `facts of ${input.stands} are kept`)
    const receivedAt = findReceivedAt(core.db, input.stands) ?? summary.receivedAt
    return { label: amendFacts(core, recorder, { summary, before, after, receivedAt, by, settles: input.heads }) }
  })
}

/** The same content as a version of its own, which replaces all that stand beside each other. */
function keepPlan(
  core: ContestsServiceParts,
  recorder: Recorder,
  { summary, input, by }: { readonly summary: StoredIncident; readonly input: Input; readonly by: Author },
): number {
  const { incidentId } = summary
  const kept = readPlanVersions(core.db, incidentId).find(({ opId }) => opId === input.stands)
  const head = summary.contestedPlan.find(({ opId }) => opId === input.stands)
  invariant(kept !== undefined && head !== undefined, `plan ${input.stands} is kept`)
  const version = readHighestVersion(core.db, incidentId) + 1
  const { incidentRevision, findings, datasetVersion, elapsedMs, contentHash } = kept
  recorder.append({
    kind: 'v1.plan.published',
    incidentId,
    entity: `plan:${incidentId}`,
    basis: input.heads,
    by,
    body: { version, incidentRevision, level: head.level, findings, datasetVersion, elapsedMs, contentHash },
  })
  return version
}

/** What stands beside each other must be what the officer compared. */
function refuseOtherHeads({ number, contestedFacts, contestedPlan }: StoredIncident, input: Input): void {
  const heads = (input.of === 'facts' ? contestedFacts : contestedPlan).map(({ opId }) => opId)
  const isSame = heads.length === input.heads.length && heads.every((opId) => input.heads.includes(opId))
  if (isSame && heads.includes(input.stands)) return
  throw new AppError('conflict', `事件 ${number} 待选定的内容已有变化，本次未保存；请对照最新内容后再选定`, {
    path: 'heads',
    value: heads,
  })
}

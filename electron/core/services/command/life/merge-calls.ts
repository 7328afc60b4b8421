import { appContract, type Caller } from '#shared/contract/app-contract.ts'
import type { OutputOf, ParsedInputOf } from '#shared/contract/define.ts'
import type { IncidentLife } from '#shared/contract/life.contract.ts'
import { callerWords, differencesOf, newCallersOf } from '#shared/command/life/merged-facts.ts'
import { likelyDuplicates, type LikelyCall } from '#shared/command/life/likely-duplicates.ts'
import { lifeOf } from '#shared/command/life/phase-of.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { headsOf, opsOfKind } from '#shared/command/heads.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { readIncidents } from '../../../db/repositories/incident.repo.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'
import { amendFacts } from '../../amend-facts.ts'
import { answerOnce } from '../../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { openIncidents } from '../claims/open-incidents.ts'

type Life = (typeof appContract)['life']

/** Says that a call is about another incident; see the contract. */
export function mergeCall(
  core: IncidentServiceParts,
  input: ParsedInputOf<Life['merge']>,
  caller: Caller,
): OutputOf<Life['merge']> {
  const { incidentId, into, reason, takeCallers } = input
  return answerOnce(core, { channel: 'life.merge', input, output: appContract.life.merge.output }, (recorder) => {
    const duplicate = existingIncident(core.db, incidentId)
    const ops = core.log.opsOf(incidentId)
    if (into !== null) refuseMerge(core, incidentId, into)
    recorder.append({
      kind: 'v1.incident.merged',
      incidentId,
      entity: `merge:${incidentId}`,
      basis: headsOf(opsOfKind(ops, 'v1.incident.merged')).map(({ id }) => id),
      by: authorOf(caller),
      body: { into, reason },
    })
    if (into === null || !takeCallers) return {}
    const { summary, incident } = existingIncident(core.db, into)
    const callers = newCallersOf(incident, duplicate.incident)
    if (callers.length === 0) return {}
    amendFacts(core, recorder, {
      summary,
      before: incident,
      after: { ...incident, callers: [...(incident.callers ?? []), ...callers] },
      receivedAt: summary.receivedAt,
      by: authorOf(caller),
    })
    return {}
  })
}

/** Other open calls that may be about the same thing. */
export function readDuplicates(core: IncidentServiceParts, incidentId: string): OutputOf<Life['duplicates']> {
  const asCall = (id: string): LikelyCall => {
    const { summary, incident } = existingIncident(core.db, id)
    return { incidentId: id, ...incident, receivedAt: summary.receivedAt }
  }
  const open = openIncidents(core)
  const near = likelyDuplicates(
    asCall(incidentId),
    open.map((other) => asCall(other.incidentId)),
    core.references().parameters.command,
  )
  return near.flatMap((found) => {
    const other = open.find((one) => one.incidentId === found.incidentId)
    return other === undefined
      ? []
      : [{ ...found, number: other.number, title: other.title, receivedAt: other.receivedAt }]
  })
}

/** Calls merged into an incident, with what they know that it does not. */
export function mergedCallsOf(core: IncidentServiceParts, incidentId: string): IncidentLife['merged'] {
  const { incident } = existingIncident(core.db, incidentId)
  return readIncidents(core.db)
    .filter((row) => lifeOf(core.log.opsOf(row.incidentId), null).mergedInto === incidentId)
    .map(({ incidentId: id, number, title, receivedAt }) => {
      const { incident: other } = existingIncident(core.db, id)
      return {
        ...{ incidentId: id, number, title, receivedAt },
        callers: newCallersOf(incident, other).map(callerWords),
        differences: differencesOf(incident, other),
      }
    })
}

function refuseMerge(core: IncidentServiceParts, incidentId: string, into: string): void {
  const { summary } = existingIncident(core.db, incidentId)
  const target = existingIncident(core.db, into).summary
  const refuse = (words: string): never => {
    throw new AppError('conflict', words, { path: 'into', value: into })
  }
  if (into === incidentId) refuse('不能并入它自己；请选择另一起事件')
  if (summary.mode !== target.mode) refuse('演练与实战事件不能并案')
  if (lifeOf(core.log.opsOf(into), findLatestPlan(core.db, into)).mergedInto !== null) {
    refuse(`事件 ${target.number} 自己已并入另一事件；请并入主事件`)
  }
  if (mergedCallsOf(core, incidentId).length > 0) refuse(`事件 ${summary.number} 下面已有并入的报警；请反过来并案`)
  const live = foldOrders(core.log.opsOf(incidentId)).orders.filter(({ isLive }) => isLive)
  if (live.length === 0) return
  const words = `事件 ${summary.number} 还有 ${live.length} 条指令未了；请先在主事件下达并撤回这里的，再并案`
  throw new AppError('order-state', words, { path: 'incidentId', value: incidentId })
}

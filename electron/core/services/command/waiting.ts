import { discretionOf, waitsFor } from '#shared/command/headquarters/discretion.ts'
import { handoversOf } from '#shared/command/headquarters/handovers.ts'
import { NO_INCIDENT } from '#shared/command/headquarters/officers.ts'
import { requestsOf } from '#shared/command/headquarters/requests.ts'
import type { Waiting } from '#shared/contract/headquarters.contract.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import { compareText } from '#shared/kernel/order.ts'
import { readIncidents } from '../../db/repositories/incident.repo.ts'
import type { Op } from '#shared/replication/op.ts'
import { ACT_WORDS } from '#shared/text/act-words.ts'
import { HANDOVER_MATTER_WORDS } from '#shared/text/handover-words.ts'
import type { CommandParts } from './command-parts.ts'

/** What waits for a headquarters over all incidents, the oldest first. */
export function waitingFor(core: CommandParts, hq: Headquarters): Waiting[] {
  const ofIncidents = readIncidents(core.db).flatMap(({ incidentId, number }) => {
    const ops = core.log.opsOf(incidentId)
    const of = { incidentId, number }
    const acts = discretionOf(ops)
      .filter((act) => waitsFor(act) === hq)
      .map((act): Waiting => {
        const kind = act.state === 'contested' ? 'settle' : hq === 'tactical' ? 'explain' : 'ratify'
        const text = `${ACT_WORDS[act.act]}：${act.to}`
        return { ...of, kind, id: act.actId, text, since: act.standing.at(-1)?.saidAt ?? act.recordedAt, dueAt: null }
      })
    const requests = requestsOf(ops)
      .filter(({ from, state }) => from !== hq && (state === 'waiting' || state === 'contested'))
      .map(({ state, requestId, text, recordedAt, dueAt }): Waiting => {
        const kind = state === 'contested' ? 'settle' : 'request'
        return { ...of, kind, id: requestId, text, since: recordedAt, dueAt }
      })
    return [...acts, ...requests, ...handoversFor(ops, hq, of)]
  })
  const shifts = handoversFor(core.log.opsOf(NO_INCIDENT), hq, { incidentId: null, number: '' })
  return [...shifts, ...ofIncidents].sort((a, b) => compareText(a.since, b.since) || compareText(a.id, b.id))
}

/** Offers to this headquarters that nobody has accepted or declined. */
function handoversFor(ops: readonly Op[], hq: Headquarters, of: Pick<Waiting, 'incidentId' | 'number'>): Waiting[] {
  return handoversOf(ops)
    .filter(({ incoming, state }) => incoming.hq === hq && (state === 'offered' || state === 'contested'))
    .map(({ handoverId, matter, outgoing, incoming, recordedAt }) => ({
      ...of,
      kind: 'handover',
      id: handoverId,
      text: `${HANDOVER_MATTER_WORDS[matter]}：${outgoing.name} → ${incoming.name}`,
      since: recordedAt,
      dueAt: null,
    }))
}

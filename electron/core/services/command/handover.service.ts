import { commandHolders, handoversOf, type Handover } from '#shared/command/headquarters/handovers.ts'
import { NO_INCIDENT, officerAt } from '#shared/command/headquarters/officers.ts'
import { appContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import type { Handover as HandoverView } from '#shared/contract/handover.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { HEADQUARTERS_WORDS } from '#shared/text/headquarters-words.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { headquartersOf } from './caller-headquarters.ts'
import { checkOffer } from './check-offer.ts'
import { findSummary, summaryNow, summaryText } from './handover-source.ts'
import { signerOf } from './officers.ts'
import { refuseStaleBasis } from './stale-basis.ts'

/** A word on an offer as it comes in. */
interface Word {
  readonly incidentId: string | null
  readonly handoverId: string
  readonly basis: readonly string[]
}

/** Handover of command and of shift: builds the service. */
export function createHandoverService(core: IncidentServiceParts): AppHandlers['handover'] {
  const { seat } = core.journal
  const viewOf = (handover: Handover): HandoverView => ({
    ...handover,
    summary: findSummary(core.db, handover.summaryHash),
  })
  /** The offer, as long as it stands open and nothing was said to it that the caller has not seen. */
  const openOffer = ({ incidentId, handoverId, basis }: Word): Handover => {
    const handover = handoversOf(core.log.opsOf(incidentId ?? NO_INCIDENT)).find((own) => own.handoverId === handoverId)
    if (handover === undefined) {
      throw new AppError('not-found', `没有编号为“${handoverId}”的移交；请刷新后重试`, {
        path: 'handoverId',
        value: handoverId,
      })
    }
    refuseStaleBasis(
      basis,
      handover.basis,
      handover.standing.map(({ name, text }) => ({ officer: name, text })),
    )
    if (handover.state === 'offered' || handover.state === 'contested') return handover
    throw new AppError('conflict', '该移交已经办结，本次未保存；需要时请重新提出移交', {
      path: 'handoverId',
      value: handoverId,
    })
  }
  return {
    preview: ({ matter, incidentId }) => summaryNow(core, scopeOf(matter, incidentId)),

    list: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const ops = core.log.opsOf(incidentId)
      return {
        command: handoversOf(ops).map(viewOf),
        shift: handoversOf(core.log.opsOf(NO_INCIDENT)).map(viewOf),
        holders: commandHolders(ops),
      }
    },

    offer: (input, caller) => {
      const hq = headquartersOf(caller)
      const officer = signerOf(caller)
      checkOffer(input, hq, officer)
      const { matter, outgoing, incoming, via, note } = input
      const incidentId = scopeOf(matter, input.incidentId)
      if (incidentId !== null) existingIncident(core.db, incidentId)
      const command = { channel: 'handover.offer', input, output: appContract.handover.offer.output }
      return answerOnce(core, command, ({ append, keep }) => {
        // The caller's own id, so that the same offer has one name however often it is sent.
        const handoverId = `handover-${input.commandId}`
        const ops = core.log.opsOf(incidentId ?? NO_INCIDENT)
        const holders = new Set(commandHolders(ops).map((holder) => holder.handoverId))
        append({
          kind: 'v1.handover.offered',
          incidentId: incidentId ?? NO_INCIDENT,
          entity: `handover:${handoverId}`,
          basis: handoversOf(ops).flatMap((own) => (holders.has(own.handoverId) ? [own.opId] : [])),
          by: authorOf(caller),
          body: {
            ...{ handoverId, matter, outgoing, incoming, via, note },
            summaryHash: keep(summaryText(summaryNow(core, incidentId))),
          },
        })
        return { handoverId }
      })
    },

    answer: (input, caller) => {
      const hq = headquartersOf(caller)
      const command = { channel: 'handover.answer', input, output: appContract.handover.answer.output }
      return answerOnce(core, command, ({ append }) => {
        const { answer, name, via, note, handoverId, summaryHash } = input
        const offer = openOffer(input)
        refuseForeignAnswer(offer, { hq, name, via, caller })
        if (offer.summaryHash !== summaryHash) {
          throw new AppError('conflict', '交接摘要与提出时不同，本次未保存；请看过最新摘要后再办', {
            path: 'summaryHash',
            value: offer.summaryHash,
          })
        }
        if (answer === 'declined' && note === '') {
          throw new AppError('bad-input', '不接受移交须写明理由', { path: 'note', value: '' })
        }
        const incidentId = input.incidentId ?? NO_INCIDENT
        const by = { user: name, role: hq, onBehalf: offer.incoming.hq === null ? offer.incoming.name : null }
        append({
          kind: 'v1.handover.answered',
          incidentId,
          entity: `handover:${handoverId}`,
          basis: [...offer.basis],
          by: offer.incoming.hq === null ? { ...authorOf(caller), onBehalf: name } : by,
          body: { handoverId, answer, name, via, note, summaryHash },
        })
        if (answer === 'accepted' && offer.matter === 'shift') {
          const present = officerAt(core.log.opsOf(NO_INCIDENT), seat, hq)
          append({
            kind: 'v1.shift.taken',
            incidentId: NO_INCIDENT,
            entity: `shift:${hq}:${seat}`,
            basis: present === null ? [] : [present.opId],
            by,
            body: { hq, officer: name, relieves: offer.outgoing.name, handoverId, reason: '' },
          })
        }
        return {}
      })
    },

    withdraw: (input, caller) => {
      const officer = signerOf(caller)
      const command = { channel: 'handover.withdraw', input, output: appContract.handover.withdraw.output }
      return answerOnce(core, command, ({ append }) => {
        const { handoverId, reason } = input
        const offer = openOffer(input)
        const hq = headquartersOf(caller)
        if (offer.outgoing.hq !== null && offer.outgoing.hq !== hq) {
          throw new AppError('forbidden', `由提出移交的${HEADQUARTERS_WORDS[offer.outgoing.hq]}撤回`, {
            path: 'handoverId',
            value: handoverId,
          })
        }
        append({
          kind: 'v1.handover.withdrawn',
          incidentId: input.incidentId ?? NO_INCIDENT,
          entity: `handover:${handoverId}`,
          basis: [...offer.basis],
          by: authorOf(caller),
          body: { handoverId, reason, officer },
        })
        return {}
      })
    },
  }
}

/** A shift belongs to no incident; a command belongs to one. */
function scopeOf(matter: 'command' | 'shift', incidentId: string | null): string | null {
  if (matter === 'shift') return null
  if (incidentId !== null) return incidentId
  throw new AppError('bad-input', '移交指挥权须指明事件', { path: 'incidentId', value: null })
}

/** Only the incoming side accepts, in its own headquarters and under its own name. */
function refuseForeignAnswer(
  { incoming, outgoing }: Handover,
  word: {
    readonly hq: 'administrative' | 'tactical'
    readonly name: string
    readonly via: string
    readonly caller: Caller
  },
): void {
  if (incoming.hq !== null && incoming.hq !== word.hq) {
    throw new AppError('forbidden', `该移交由${HEADQUARTERS_WORDS[incoming.hq]}接受，移交不能由一方代办`, {
      path: 'hq',
      value: word.hq,
    })
  }
  if (word.name !== incoming.name) {
    throw new AppError('forbidden', `该移交提出给${incoming.name}，须由其本人签名接受；换人请撤回后重新提出`, {
      path: 'name',
      value: word.name,
    })
  }
  if (word.name === outgoing.name) {
    throw new AppError('forbidden', '移交双方不能是同一人', { path: 'name', value: word.name })
  }
  if (incoming.hq === null && word.via === 'console') {
    throw new AppError('bad-input', '对方不在指挥台，须写明其接受意见的来源（电话、电台、当面或书面）', {
      path: 'via',
      value: word.via,
    })
  }
}

import { consultationsOf, nextConsultationAt } from '#shared/command/headquarters/consultations.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { readInForce } from '../plan-in-force.ts'
import { headquartersOf } from './caller-headquarters.ts'
import { signerOf } from './officers.ts'

/** Consultations (会商): builds the service. */
export function createConsultationService(core: IncidentServiceParts): AppHandlers['consultation'] {
  return {
    list: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const consultations = consultationsOf(core.log.opsOf(incidentId))
      const plan = readInForce(core, { incidentId }).basis.inForce?.plan ?? null
      const units = new Map(core.library.current().people.map(({ id, organisation }) => [id, organisation]))
      return {
        consultations,
        nextAt: nextConsultationAt(consultations),
        experts: (plan?.forcePlan.experts ?? []).map(({ personId, name, specialty, phone }) => ({
          ...{ personId, name, specialty, phone },
          unit: units.get(personId) ?? '',
        })),
      }
    },

    hold: (input, caller) => {
      const hq = headquartersOf(caller)
      const recorder = signerOf(caller)
      const { incidentId, corrects } = input
      existingIncident(core.db, incidentId)
      const command = { channel: 'consultation.hold', input, output: appContract.consultation.hold.output }
      return answerOnce(core, command, ({ append }) => {
        const before = consultationsOf(core.log.opsOf(incidentId)).find((own) => own.consultationId === corrects)
        if (corrects !== null && before === undefined) {
          throw new AppError('not-found', `没有编号为“${corrects}”的会商记录；请刷新后重试`, {
            path: 'corrects',
            value: corrects,
          })
        }
        // The caller's own id, so that the same record has one name however often it is sent.
        const consultationId = `consultation-${input.commandId}`
        const { kind, participants, judgement, dissent, decision, decidedBy, nextAt } = input
        append({
          kind: 'v1.consultation.held',
          incidentId,
          entity: `consultation:${consultationId}`,
          basis: before === undefined ? [] : [before.opId],
          by: authorOf(caller),
          body: {
            ...{ consultationId, kind, hq, participants, judgement, dissent, decision, decidedBy, nextAt },
            ...{ corrects, recorder, at: input.at ?? wallTimeOf(core.nowMs()) },
          },
        })
        return { consultationId }
      })
    },
  }
}

import { discretionOf, waitsFor, type DiscretionAct } from '#shared/command/headquarters/discretion.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { planStandingOf } from '#shared/command/plans/version-in-force.ts'
import { requireRight, rightOf } from '#shared/command/headquarters/rights.ts'
import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { appContract } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import type { Op } from '#shared/replication/op.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident } from '../incident.service.ts'
import type { CommandParts } from './command-parts.ts'
import { headquartersOf } from './caller-headquarters.ts'
import { signerOf } from './officers.ts'
import { createRequests } from './requests.ts'
import { refuseStaleBasis } from './stale-basis.ts'
import { waitingFor } from './waiting.ts'

/** What passes between the two headquarters: builds the service. */
export function createHeadquartersService(core: CommandParts): AppHandlers['headquarters'] {
  const actOf = (incidentId: string, actId: string): DiscretionAct => {
    existingIncident(core.db, incidentId)
    const act = discretionOf(core.log.opsOf(incidentId)).find((own) => own.actId === actId)
    if (act !== undefined) return act
    throw new AppError('not-found', `没有编号为“${actId}”的临机处置；请刷新后重试`, { path: 'actId', value: actId })
  }
  return {
    ...createRequests(core),
    rights: () => [...core.rights()],
    waiting: (_, caller) => waitingFor(core, headquartersOf(caller)),
    acts: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return discretionOf(core.log.opsOf(incidentId))
    },

    act: (input, caller) => {
      const hq = headquartersOf(caller)
      requireRight(core.rights(), hq, input.act)
      if (hq !== 'tactical' || !rightOf(core.rights(), input.act).atOnce) {
        throw new AppError('forbidden', '临机处置是战术指挥部的权限；本指挥部请按通常程序下令', {
          path: 'act',
          value: input.act,
        })
      }
      const officer = signerOf(caller)
      const { incidentId } = input
      existingIncident(core.db, incidentId)
      const command = { channel: 'headquarters.act', input, output: appContract.headquarters.act.output }
      return answerOnce(core, command, ({ append }) => {
        // The caller's own id, so that the same act has one name however often it is sent.
        const actId = `act-${input.commandId}`
        const { act, trigger, from, to, reason, teamIds, change } = input
        const ops = core.log.opsOf(incidentId)
        append({
          kind: 'v1.discretion.acted',
          incidentId,
          entity: `discretion:${actId}`,
          basis: [],
          by: authorOf(caller),
          body: {
            ...{ actId, act, trigger, from, to, reason, officer, teamIds, change },
            orderIds: [...new Set([...input.orderIds, ...liveOrdersOf(ops, teamIds)])],
            at: input.at ?? wallTimeOf(core.nowMs()),
            planVersion: planStandingOf(ops).inForce?.version ?? null,
          },
        })
        return { actId }
      })
    },

    answerAct: (input, caller) => {
      if (headquartersOf(caller) !== 'administrative') {
        throw new AppError('forbidden', '临机处置由行政指挥部追认或提出异议', { path: 'actId', value: input.actId })
      }
      const officer = signerOf(caller)
      if (input.answer === 'objected' && input.note === '') {
        throw new AppError('bad-input', '提出异议须写明理由和要求答复的问题', { path: 'note', value: '' })
      }
      const command = { channel: 'headquarters.answerAct', input, output: appContract.headquarters.answerAct.output }
      return answerOnce(core, command, ({ append }) => {
        const { incidentId, actId, answer, note } = input
        const { basis, standing, state } = actOf(incidentId, actId)
        refuseStaleBasis(input.basis, basis, standing)
        if (waitsFor({ state }) !== 'administrative') {
          throw new AppError(
            'conflict',
            `该临机处置${state === 'ratified' ? '已追认' : '正待战术指挥部答复异议'}，本次未保存`,
            {
              path: 'actId',
              value: actId,
            },
          )
        }
        append({
          kind: 'v1.discretion.answered',
          incidentId,
          entity: `discretion:${actId}`,
          basis,
          by: authorOf(caller),
          body: { actId, answer, note, officer },
        })
        return {}
      })
    },

    explainAct: (input, caller) => {
      if (headquartersOf(caller) !== 'tactical') {
        throw new AppError('forbidden', '异议由战术指挥部答复', { path: 'actId', value: input.actId })
      }
      const officer = signerOf(caller)
      const command = { channel: 'headquarters.explainAct', input, output: appContract.headquarters.explainAct.output }
      return answerOnce(core, command, ({ append }) => {
        const { incidentId, actId, text } = input
        const { basis, standing, state } = actOf(incidentId, actId)
        refuseStaleBasis(input.basis, basis, standing)
        if (state !== 'objected') {
          throw new AppError('conflict', '该临机处置没有待答复的异议，本次未保存', { path: 'actId', value: actId })
        }
        append({
          kind: 'v1.discretion.explained',
          incidentId,
          entity: `discretion:${actId}`,
          basis,
          by: authorOf(caller),
          body: { actId, text, officer },
        })
        return {}
      })
    },
  }
}

/** The live orders of teams: a change of where they go or what they do touches them. */
function liveOrdersOf(ops: readonly Op[], teamIds: readonly string[]): string[] {
  return foldOrders(ops).orders.flatMap(({ isLive, order }) =>
    isLive && order.teamId !== null && teamIds.includes(order.teamId) ? [order.orderId] : [],
  )
}

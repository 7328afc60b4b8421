import { requireRight } from '#shared/command/headquarters/rights.ts'
import { isOpenRequest, requestsOf, type HeadquartersRequest } from '#shared/command/headquarters/requests.ts'
import { appContract, type AppHandlers, type Caller } from '#shared/contract/app-contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { HEADQUARTERS_WORDS } from '#shared/text/headquarters-words.ts'
import { REQUEST_ANSWER_WORDS } from '#shared/text/request-words.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident } from '../incident.service.ts'
import type { CommandParts } from './command-parts.ts'
import { headquartersOf } from './caller-headquarters.ts'
import { signerOf } from './officers.ts'
import { refuseStaleBasis } from './stale-basis.ts'

/** The part of the service that is about requests. */
type Requests = Pick<
  AppHandlers['headquarters'],
  'requests' | 'request' | 'answerRequest' | 'fulfilRequest' | 'withdrawRequest'
>

/** A step of a request as it comes in. */
interface Step {
  readonly incidentId: string
  readonly requestId: string
  readonly basis: readonly string[]
}

/** Requests between the headquarters: made by one, answered and carried out by the other. */
export function createRequests(core: CommandParts): Requests {
  const requestOf = ({ incidentId, requestId }: Step): HeadquartersRequest => {
    existingIncident(core.db, incidentId)
    const request = requestsOf(core.log.opsOf(incidentId)).find((own) => own.requestId === requestId)
    if (request !== undefined) return request
    throw new AppError('not-found', `没有编号为“${requestId}”的请求；请刷新后重试`, {
      path: 'requestId',
      value: requestId,
    })
  }
  /** The request as the caller saw it, when it is his turn. */
  const stepOn = (input: Step, caller: Caller, by: 'asking' | 'asked'): HeadquartersRequest => {
    const request = requestOf(input)
    const isAsking = headquartersOf(caller) === request.from
    if (isAsking !== (by === 'asking')) {
      const owner = by === 'asking' ? request.from : request.from === 'tactical' ? 'administrative' : 'tactical'
      throw new AppError('forbidden', `这一步由${HEADQUARTERS_WORDS[owner]}办理`, {
        path: 'requestId',
        value: input.requestId,
      })
    }
    refuseStaleBasis(input.basis, request.basis, request.standing)
    return request
  }
  const entityOf = ({ requestId }: Step): string => `request:${requestId}`

  return {
    requests: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      return requestsOf(core.log.opsOf(incidentId))
    },

    request: (input, caller) => {
      const from = headquartersOf(caller)
      const officer = signerOf(caller)
      const { incidentId, kind, text, wants, dueAt, act } = input
      existingIncident(core.db, incidentId)
      const command = { channel: 'headquarters.request', input, output: appContract.headquarters.request.output }
      return answerOnce(core, command, ({ append }) => {
        // The caller's own id, so that the same request has one name however often it is sent.
        const requestId = `request-${input.commandId}`
        append({
          kind: 'v1.request.made',
          incidentId,
          entity: `request:${requestId}`,
          basis: [],
          by: authorOf(caller),
          body: { requestId, from, kind, text, wants, dueAt, act, officer },
        })
        return { requestId }
      })
    },

    answerRequest: (input, caller) => {
      const officer = signerOf(caller)
      const { incidentId, requestId, answer, note } = input
      if (answer !== 'accepted' && note === '') {
        throw new AppError('bad-input', `${REQUEST_ANSWER_WORDS[answer]}须写明理由或能满足的部分`, {
          path: 'note',
          value: '',
        })
      }
      const output = appContract.headquarters.answerRequest.output
      return answerOnce(core, { channel: 'headquarters.answerRequest', input, output }, ({ append }) => {
        const { state, act, basis } = stepOn(input, caller, 'asked')
        if (!isOpenRequest({ state }) || state === 'accepted') {
          throw new AppError('conflict', '该请求已经答复或撤回，本次未保存', { path: 'requestId', value: requestId })
        }
        if (act !== null && answer !== 'refused') requireRight(core.rights(), headquartersOf(caller), act)
        append({
          kind: 'v1.request.answered',
          incidentId,
          entity: entityOf(input),
          basis: [...basis],
          by: authorOf(caller),
          body: { requestId, answer, note, officer },
        })
        return {}
      })
    },

    fulfilRequest: (input, caller) => {
      const officer = signerOf(caller)
      const { incidentId, requestId, orderIds, planVersion, note } = input
      if (orderIds.length === 0 && planVersion === null && note === '') {
        throw new AppError('bad-input', '请选定落实该请求的指令或方案版本，或写明如何落实', {
          path: 'note',
          value: '',
        })
      }
      const output = appContract.headquarters.fulfilRequest.output
      return answerOnce(core, { channel: 'headquarters.fulfilRequest', input, output }, ({ append }) => {
        const { state, basis } = stepOn(input, caller, 'asked')
        if (state !== 'accepted' && state !== 'partly') {
          throw new AppError('conflict', '只有已同意的请求才能登记落实，本次未保存', {
            path: 'requestId',
            value: requestId,
          })
        }
        append({
          kind: 'v1.request.fulfilled',
          incidentId,
          entity: entityOf(input),
          basis: [...basis],
          by: authorOf(caller),
          body: { requestId, orderIds, planVersion, note, officer },
        })
        return {}
      })
    },

    withdrawRequest: (input, caller) => {
      const officer = signerOf(caller)
      const { incidentId, requestId, reason } = input
      const output = appContract.headquarters.withdrawRequest.output
      return answerOnce(core, { channel: 'headquarters.withdrawRequest', input, output }, ({ append }) => {
        const { state, basis } = stepOn(input, caller, 'asking')
        if (!isOpenRequest({ state })) {
          throw new AppError('conflict', '该请求已经办结，不必撤回', { path: 'requestId', value: requestId })
        }
        append({
          kind: 'v1.request.withdrawn',
          incidentId,
          entity: entityOf(input),
          basis: [...basis],
          by: authorOf(caller),
          body: { requestId, reason, officer },
        })
        return {}
      })
    },
  }
}

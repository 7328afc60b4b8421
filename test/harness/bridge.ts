import { MessageChannel, type MessagePort } from 'node:worker_threads'
import {
  appContract,
  PortMessage,
  type AppClient,
  type CallingWindow,
  type ChangedEvent,
} from '#shared/contract/app-contract.ts'
import type { ErrorReport } from '#shared/kernel/app-error.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import { createClient } from '#shared/contract/client.ts'
import { channelsOf, type Answer } from '#shared/contract/define.ts'
import type { PortHub, ServedPort } from '#electron/core/router/port-hub.ts'
import type { Route } from '#electron/core/router/router.ts'

/** One window without its screen: the typed client over a real port, and what it was told of changes. */
export interface BridgedWindow {
  readonly client: AppClient
  /** Every change told so far, in order of arrival. */
  readonly changes: readonly ChangedEvent[]
  /** Everything told so far of plans under way. */
  readonly progress: readonly PlanProgress[]
  /** The next change that was not yet taken by this function. */
  nextChange(): Promise<ChangedEvent>
  close(): void
}

/**
 * Connects a window to the core in one process as the application does: calls pass the allow-list of the contract and
 * cross a message port, so that everything is structured-cloned both ways.
 */
export function connectWindow(hub: PortHub, route: Route<CallingWindow>, caller: CallingWindow): BridgedWindow {
  const { port1, port2 } = new MessageChannel()
  hub.serve(servedPort(port1), route, caller)
  const allowed = new Set(channelsOf(appContract))
  const waiting = new Map<number, (answer: Answer<unknown>) => void>()
  const changes: ChangedEvent[] = []
  const progress: PlanProgress[] = []
  const changeWaiters: (() => void)[] = []
  let lastId = 0
  let taken = 0

  port2.on('message', (data: unknown) => {
    const message = PortMessage.parse(data)
    if (message.kind === 'changed') {
      changes.push(message.event)
      changeWaiters.splice(0).forEach((wake) => {
        wake()
      })
      return
    }
    if (message.kind === 'progress') {
      progress.push(message.event)
      return
    }
    waiting.get(message.id)?.(readAnswer(message.answer))
    waiting.delete(message.id)
  })

  const client = createClient(appContract, (channel, input) => {
    if (!allowed.has(channel)) return Promise.reject(new Error(`channel ${channel} is not in the contract`))
    const id = (lastId += 1)
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      port2.postMessage({ id, channel, input })
    })
  })

  return {
    client,
    changes,
    progress,
    nextChange: async () => {
      while (changes[taken] === undefined) await new Promise<void>((wake) => changeWaiters.push(wake))
      const change = changes[taken]
      taken += 1
      if (change === undefined) throw new Error('a change that was there is gone')
      return change
    },
    close: () => {
      port2.close()
    },
  }
}

/** The value of an answer; an error answer fails the test with its message. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`${answer.error.code}: ${answer.error.message}`)
}

/** The error of an answer; a good answer fails the test. */
export function refusalOf(answer: Answer<unknown>): ErrorReport {
  if (!answer.ok) return answer.error
  throw new Error('a refusal was expected')
}

/** Node's port in the shape of Electron's. */
function servedPort(port: MessagePort): ServedPort {
  return {
    on: (event: 'message' | 'close', listener: (event: { data: unknown }) => void) =>
      event === 'message'
        ? port.on('message', (data: unknown) => {
            listener({ data })
          })
        : port.on('close', () => {
            listener({ data: null })
          }),
    postMessage: (message) => {
      port.postMessage(message)
    },
    start: () => {
      port.start()
    },
  }
}

function readAnswer(answer: unknown): Answer<unknown> {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new Error('not an answer')
  return answer as Answer<unknown> // made by the router, the only sender on this port
}

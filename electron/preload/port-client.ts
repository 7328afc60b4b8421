/** The part of a message port this client uses. */
export type PortLike = Pick<MessagePort, 'postMessage' | 'onmessage'>

type Listener = (event: unknown) => void

/** Calls over a port that may arrive later than the first call; calls wait in order until it does. */
export interface PortClient {
  attach(port: PortLike): void
  invoke(channel: string, input: unknown): Promise<unknown>
  subscribe(listener: Listener): () => void
}

/** Builds the page's end of its port. Channels outside the allow-list are refused here already. */
export function createPortClient(allowed: ReadonlySet<string>): PortClient {
  let port: PortLike | null = null
  let nextId = 1
  const waiting: unknown[] = []
  const pending = new Map<number, (answer: unknown) => void>()
  const listeners = new Set<Listener>()

  const receive = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('kind' in message)) return
    if (message.kind === 'answer' && 'id' in message && typeof message.id === 'number' && 'answer' in message) {
      pending.get(message.id)?.(message.answer)
      pending.delete(message.id)
    } else if (message.kind === 'changed' && 'event' in message) {
      for (const listener of listeners) listener(message.event)
    }
  }

  return {
    attach: (arrived) => {
      port = arrived
      arrived.onmessage = (event) => {
        receive(event.data)
      }
      for (const message of waiting.splice(0)) arrived.postMessage(message)
    },
    invoke: (channel, input) => {
      if (!allowed.has(channel)) {
        return Promise.resolve({
          ok: false,
          error: { code: 'unknown-channel', message: `没有名为“${channel}”的接口`, path: 'channel', value: channel },
        })
      }
      const id = nextId
      nextId += 1
      return new Promise((resolve) => {
        pending.set(id, resolve)
        const message = { id, channel, input }
        if (port) port.postMessage(message)
        else waiting.push(message)
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

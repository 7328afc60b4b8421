/** The part of a message port this client uses. */
export type PortLike = Pick<MessagePort, 'postMessage' | 'onmessage'>

type Listener = (event: unknown) => void

/** A call under way. */
interface Pending {
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: Error) => void
}

const LOST = '核心进程意外停止，正在自动重新启动。刚才的操作可能没有完成，请核对后再决定是否重做'

/** Calls over a port that may arrive later than the first call; calls wait in order until it does. */
export interface PortClient {
  /** Takes the port to the core. A later one belongs to a core that was started again: everything may have changed. */
  attach(port: PortLike): void
  /** The core is gone: calls under way are rejected, later ones wait for the next port. */
  lose(): void
  invoke(channel: string, input: unknown): Promise<unknown>
  subscribe(listener: Listener): () => void
  /** Tells how far plans under way are. */
  watchPlans(listener: Listener): () => void
}

/**
 * Builds the page's end of its port. Channels outside the allow-list are refused here already. `allChanged` is the event
 * that tells a page to fetch everything again.
 */
export function createPortClient(allowed: ReadonlySet<string>, allChanged: unknown): PortClient {
  let port: PortLike | null = null
  let hadPort = false
  let nextId = 1
  const waiting: unknown[] = []
  const pending = new Map<number, Pending>()
  const listeners = new Set<Listener>()
  const watchers = new Set<Listener>()

  const receive = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('kind' in message)) return
    if (message.kind === 'answer' && 'id' in message && typeof message.id === 'number' && 'answer' in message) {
      pending.get(message.id)?.resolve(message.answer)
      pending.delete(message.id)
    } else if (message.kind === 'changed' && 'event' in message) {
      for (const listener of listeners) listener(message.event)
    } else if (message.kind === 'progress' && 'event' in message) {
      for (const watcher of watchers) watcher(message.event)
    }
  }

  return {
    attach: (arrived) => {
      port = arrived
      arrived.onmessage = (event) => {
        receive(event.data)
      }
      for (const message of waiting.splice(0)) arrived.postMessage(message)
      if (hadPort) for (const listener of listeners) listener(allChanged)
      hadPort = true
    },
    lose: () => {
      port = null
      const lost = [...pending.values()]
      pending.clear()
      waiting.length = 0
      for (const { reject } of lost) reject(new Error(LOST))
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
      return new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject })
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
    watchPlans: (listener) => {
      watchers.add(listener)
      return () => {
        watchers.delete(listener)
      }
    },
  }
}

import { PortRequest, type CallingWindow } from '#shared/contract/app-contract.ts'
import type { PlanProgress } from '#shared/contract/plan-progress.ts'
import type { Topic } from '#shared/contract/define.ts'
import type { Route } from './router.ts'

/** The part of Electron's port that the hub uses, so that tests can use Node's. */
export interface ServedPort {
  on(event: 'message', listener: (event: { data: unknown }) => void): unknown
  on(event: 'close', listener: () => void): unknown
  postMessage(message: unknown): void
  start(): void
}

/** All windows' ports: answers their calls and tells them what changed. */
export interface PortHub {
  serve(port: ServedPort, route: Route<CallingWindow>, caller: CallingWindow): void
  publish(topics: readonly Topic[]): void
  /** Tells every window how far a plan is. A missed one is made up for by the next. */
  announce(progress: PlanProgress): void
}

/** Builds the hub. Each published change gets the next revision; a window that sees a gap fetches everything again. */
export function createPortHub(): PortHub {
  const ports = new Set<ServedPort>()
  let revision = 0
  return {
    serve: (port, route, caller) => {
      ports.add(port)
      port.on('close', () => {
        ports.delete(port)
      })
      port.on('message', ({ data }) => {
        const request = PortRequest.safeParse(data)
        if (!request.success) return // not from our preload: nothing to answer to
        const { id, channel, input } = request.data
        void route(channel, input, caller).then((answer) => {
          port.postMessage({ kind: 'answer', id, answer })
        })
      })
      port.start()
    },
    publish: (topics) => {
      if (topics.length === 0) return
      revision += 1
      for (const port of ports) port.postMessage({ kind: 'changed', event: { topics: [...topics], revision } })
    },
    announce: (progress) => {
      for (const port of ports) port.postMessage({ kind: 'progress', event: progress })
    },
  }
}

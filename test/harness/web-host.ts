import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { composeCore, type CoreOptions } from '#electron/core/compose-core.ts'
import { APP_ORIGIN } from '#electron/main/security.ts'
import { serveAppRequest } from '#electron/main/app-protocol.ts'
import type { ChangedEvent } from '#shared/contract/app-contract.ts'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { RESOURCES, TEST_NOW_MS } from './surroundings.ts'

/** The built windows over loopback, with a real core behind them: what a plain Chromium needs to show the screens. */
export interface WebHost {
  readonly origin: string
  /** Address of a headquarters' window. */
  urlOf(headquarters: Headquarters): string
  /** Script that gives a page the bridge the preload gives it in Electron; to run before the page's own. */
  bridgeScript(headquarters: Headquarters): string
  readonly bugs: readonly string[]
  close(): Promise<void>
}

/** Serves the windows of `rendererFolder` on a free port (or the given one) with a core on `databasePath`. */
export async function startWebHost(options: {
  rendererFolder: string
  databasePath: string
  port?: number
  core?: Partial<CoreOptions>
}): Promise<WebHost> {
  const bugs: string[] = []
  const listeners = new Set<ServerResponse>()
  const send = (kind: 'changed' | 'progress', event: unknown): void => {
    for (const listener of listeners) listener.write(`event: ${kind}\ndata: ${JSON.stringify(event)}\n\n`)
  }
  let revision = 0
  const core = composeCore({
    databasePath: options.databasePath,
    resourcesFolder: RESOURCES,
    runtimeName: 'web host',
    clock: () => TEST_NOW_MS,
    publish: (topics) => {
      const event: ChangedEvent = { topics: [...topics], revision: (revision += 1) }
      send('changed', event)
    },
    announce: (event) => send('progress', event),
    logBug: (where, error) => bugs.push(`${where}: ${String(error)}`),
    ...options.core,
  })
  const folders = { renderer: options.rendererFolder, map: `${RESOURCES}/map` }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    if (path === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(': open\n\n')
      listeners.add(response)
      request.on('close', () => listeners.delete(response))
      return
    }
    if (path === '/call' && request.method === 'POST') {
      const { headquarters, channel, input } = readCall(await bodyOf(request))
      const reply = await core.route(channel, input, { seat: 'local', role: headquarters })
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify(reply))
      return
    }
    const file = await serveAppRequest({ url: `${APP_ORIGIN}${path}`, method: request.method ?? 'GET' }, folders)
    response.writeHead(file.status, Object.fromEntries(file.headers))
    response.end(Buffer.from(await file.arrayBuffer()))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      bugs.push(`web host: ${String(error)}`)
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the web host has no port')
  const origin = `http://127.0.0.1:${address.port}`
  return {
    origin,
    urlOf: (headquarters) => `${origin}/windows/${headquarters}/index.html`,
    bridgeScript,
    bugs,
    close: async () => {
      for (const listener of listeners) listener.end()
      server.closeAllConnections()
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      })
      core.dispose()
    },
  }
}

/** The bridge of the preload script over HTTP: calls are posted, changes and progress come as server-sent events. */
function bridgeScript(headquarters: Headquarters): string {
  return `const hear = (kind, listener) => {
    const events = new EventSource('/events')
    events.addEventListener(kind, (message) => listener(JSON.parse(message.data)))
    return () => events.close()
  }
  window.commandConsole = Object.freeze({
    headquarters: ${JSON.stringify(headquarters)},
    invoke: async (channel, input) => {
      const body = JSON.stringify({ headquarters: ${JSON.stringify(headquarters)}, channel, input })
      return (await fetch('/call', { method: 'POST', body })).json()
    },
    subscribe: (listener) => hear('changed', listener),
    watchPlans: (listener) => hear('progress', listener),
  })`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) if (part instanceof Buffer) parts.push(part)
  return Buffer.concat(parts).toString('utf8')
}

function readCall(text: string): { headquarters: Headquarters; channel: string; input: unknown } {
  const call: unknown = JSON.parse(text)
  if (typeof call !== 'object' || call === null) throw new Error('a call is an object')
  const { headquarters, channel, input } = Object.fromEntries(Object.entries(call))
  const known = HEADQUARTERS.find((name) => name === headquarters)
  if (known === undefined || typeof channel !== 'string') throw new Error('a call names its headquarters and channel')
  return { headquarters: known, channel, input }
}

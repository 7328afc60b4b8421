import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { MessagePortMain, ParentPort } from 'electron'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { composeCore } from './compose-core.ts'
import { createPortHub } from './router/port-hub.ts'

/** Entry of the core utility process: composes the core and serves each window over its own port. */
function main(parent: ParentPort): void {
  const option = (name: string): string => {
    const found = process.argv.find((argument) => argument.startsWith(`--${name}=`))
    if (found === undefined) throw new Error(`core was started without --${name}`)
    return found.slice(name.length + 3)
  }
  const logPath = option('log')
  mkdirSync(dirname(logPath), { recursive: true })
  const logBug = (where: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    appendFileSync(logPath, `${new Date().toISOString()} ${where} ${text}\n`)
    process.stderr.write(`${where}: ${text}\n`)
  }

  // Set up before composing: a fault while composing must reach the log.
  const hub = createPortHub()
  const core = composeCore({
    databasePath: option('database'),
    resourcesFolder: option('resources'),
    runtimeName: option('runtime'),
    clock: () => Date.now(),
    publish: hub.publish,
    logBug,
  })
  parent.on('message', (event) => {
    const message: unknown = event.data
    const port: MessagePortMain | undefined = event.ports[0]
    const headquarters = port ? headquartersOf(message) : null
    if (port && headquarters) hub.serve(port, core.route, { seat: 'local', role: headquarters })
    else if (isStop(message)) {
      core.dispose()
      process.exit(0)
    }
  })
}

function headquartersOf(message: unknown): Headquarters | null {
  if (typeof message !== 'object' || message === null || !('headquarters' in message)) return null
  return HEADQUARTERS.find((name) => name === message.headquarters) ?? null
}

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop'
}

main(process.parentPort)

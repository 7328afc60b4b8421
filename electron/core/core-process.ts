import { appendFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { MessagePortMain, ParentPort } from 'electron'
import * as z from 'zod'
import { HEADQUARTERS, type Headquarters } from '#shared/domain/taxonomy.ts'
import { composeCore } from './compose-core.ts'
import { importOnWorker } from './imports/import-on-worker.ts'
import { createVouchedFiles } from './imports/vouched-files.ts'
import { createPortHub } from './router/port-hub.ts'
import { noticeOfRestart } from './start-notices.ts'
import { planOnWorker } from './solver/plan-on-worker.ts'

/** Entry of the core utility process: composes the core and serves each window over its own port. */
function main(parent: ParentPort): void {
  const given = (name: string): string | undefined =>
    process.argv.find((argument) => argument.startsWith(`--${name}=`))?.slice(name.length + 3)
  const option = (name: string): string => {
    const found = given(name)
    if (found === undefined) throw new Error(`core was started without --${name}`)
    return found
  }
  const logPath = option('log')
  const previousExit = given('previous-exit')
  mkdirSync(dirname(logPath), { recursive: true })
  const logBug = (where: string, error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(`${where}: ${text}\n`)
    try {
      appendFileSync(logPath, `${new Date().toISOString()} ${where} ${text}\n`)
    } catch (unwritten) {
      process.stderr.write(`${logPath}: ${String(unwritten)}\n`) // a full disk must not end the core
    }
  }

  // Set up before composing: a fault while composing must reach the log.
  const hub = createPortHub()
  const planning = planOnWorker(join(__dirname, 'planner.cjs'), logBug)
  // Its own worker, started when a stress run wants it: a plan of an incident never queues behind one of a run.
  const background = planOnWorker(join(__dirname, 'planner.cjs'), logBug)
  const vouchedFiles = createVouchedFiles()
  const core = composeCore({
    databasePath: option('database'),
    resourcesFolder: option('resources'),
    runtimeName: option('runtime'),
    version: option('console-version'),
    shellNotices: previousExit === undefined ? [] : [noticeOfRestart(previousExit, logPath)],
    clock: () => Date.now(),
    publish: hub.publish,
    announce: hub.announce,
    logBug,
    planDispatch: planning.planDispatch,
    background,
    openDesk: importOnWorker(join(__dirname, 'importer.cjs'), logBug),
    vouchedFiles,
    ballastBytes: BALLAST_BYTES,
  })
  // After the windows have asked for their first pages: nobody waits for it.
  setTimeout(() => {
    planning.warmUp()
    core.indexInBackground()
    core.watchHealth()
  }, WARM_UP_AFTER_MS)
  parent.on('message', (event) => {
    const message: unknown = event.data
    const port: MessagePortMain | undefined = event.ports[0]
    const headquarters = port ? headquartersOf(message) : null
    if (port && headquarters) hub.serve(port, core.route, { seat: 'local', role: headquarters })
    else if (isVouched(message)) vouchedFiles.vouch(message.ticket, message.paths)
    else if (isStop(message)) {
      core.dispose()
      void Promise.all([planning.dispose(), background.dispose()]).finally(() => process.exit(0))
    }
  })
}

const WARM_UP_AFTER_MS = 1500

/** Given up when the disk is full: room for days of entries. */
const BALLAST_BYTES = 64 * 1024 * 1024

function headquartersOf(message: unknown): Headquarters | null {
  if (typeof message !== 'object' || message === null || !('headquarters' in message)) return null
  return HEADQUARTERS.find((name) => name === message.headquarters) ?? null
}

/** The shell's word that the operator chose these paths. */
function isVouched(message: unknown): message is { readonly ticket: string; readonly paths: readonly string[] } {
  return Vouched.safeParse(message).success
}

const Vouched = z.strictObject({ kind: z.literal('files'), ticket: z.string(), paths: z.array(z.string()) })

function isStop(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'stop'
}

main(process.parentPort)

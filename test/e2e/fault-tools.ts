import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import * as z from 'zod'
import { IncidentSummary } from '#shared/contract/incident.contract.ts'
import { PlanVersion } from '#shared/contract/plan.contract.ts'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { copyData } from './kept-data.ts'

const folders: string[] = []

/** A new data folder; with `like` a copy of that one, without the browser profile that belongs to a running console. */
export function aDataFolder(like?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'console-faults-'))
  folders.push(folder)
  if (like !== undefined) copyData(like, folder)
  return folder
}

/** Removes every data folder that was made. */
export function removeDataFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** SHA-256 of a file's content. */
export function digestOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

const Incidents = z.object({ ok: z.literal(true), value: z.array(IncidentSummary) })
const Latest = z.object({ ok: z.literal(true), value: PlanVersion })
const Verified = z.object({ ok: z.literal(true), value: z.object({ ok: z.boolean(), problems: z.array(z.unknown()) }) })

/** The newest incident as the core keeps it. */
export interface KeptRecord {
  readonly count: number
  readonly incidentId: string
  readonly number: string
  readonly version: number
  readonly plan: string
  /** Whether the record verifies. */
  readonly sound: boolean
}

/** What the core keeps of the newest incident, as a page's bridge tells it. */
export async function readRecord(page: Page): Promise<KeptRecord> {
  const incidents = Incidents.parse(await callBridge(page, 'incident.list', {})).value
  const newest = incidents[0]
  if (newest === undefined) throw new Error('the console keeps no incident')
  const latest = Latest.parse(await callBridge(page, 'plan.latest', { incidentId: newest.incidentId })).value
  const verified = Verified.parse(await callBridge(page, 'system.verify', {})).value
  const { incidentId, number } = newest
  const plan = JSON.stringify(latest.plan)
  return { count: incidents.length, incidentId, number, version: latest.version, plan, sound: verified.ok }
}

/** Process id of the running core, as Electron itself tells it. */
export async function corePid(app: ElectronApplication): Promise<number> {
  const pid = await app.evaluate(
    ({ app: inside }) => inside.getAppMetrics().find(({ name }) => name === 'console-core')?.pid ?? 0,
  )
  if (pid === 0) return Promise.reject(new Error('the core is not among the processes'))
  return pid
}

/** Ends a process at once, as a power cut would, and waits until the console is gone. */
export async function killConsole(app: ElectronApplication): Promise<void> {
  const child = app.process()
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve()
    })
  })
  child.kill('SIGKILL')
  await gone
}

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import { storedOpOf, readRawOps } from '#electron/core/db/repositories/op-log.repo.ts'
import { verifyDatabase } from '#electron/core/services/verify/verify-database.ts'
import { readLedger } from './kill-ledger.ts'
import { openRecord } from './record-fixture.ts'

const CHILD = fileURLToPath(import.meta.resolve('./write-until-killed.ts'))
/** Killed this long after it was started, some writers die while they open or make the database. */
const START_MS = 150
/** Killed this long after they are ready, the others die while they write: of some 20 commands. */
const WRITING_MS = 40

/** What is left after writers were killed again and again. */
export interface KillReport {
  kills: number
  /** Kills that hit a writer before it was ready to write. */
  beforeReady: number
  acknowledged: number
  /** Entries in the record without an answer: written, killed before the word. */
  unanswered: number
  /** In words, everything that should not be; empty for a sound product. */
  readonly faults: string[]
}

/** Kills writers at random moments, `kills` times on one database after the other, and looks at the record after each. */
export async function killWriters(
  folder: string,
  plan: { readonly databases: readonly number[]; readonly kills: number; readonly chance: () => number },
): Promise<KillReport> {
  const report: KillReport = { kills: 0, beforeReady: 0, acknowledged: 0, unanswered: 0, faults: [] }
  for (const number of plan.databases) {
    const place = join(folder, String(number))
    mkdirSync(place)
    let seat: string | null = null
    for (let kill = 1; kill <= plan.kills; kill += 1) {
      const ready = await killWriter(place, plan.chance)
      report.kills += 1
      report.beforeReady += ready ? 0 : 1
      const found = lookAt(place, { seat, last: kill === plan.kills })
      seat = found.seat
      report.faults.push(...found.faults.map((fault) => `database ${number}, kill ${kill}: ${fault}`))
      if (kill < plan.kills) continue
      report.acknowledged += found.acknowledged
      report.unanswered += found.unanswered
    }
  }
  return report
}

/** Starts a writer and ends it as a power switch would, at a random moment; whether it was ready by then. */
function killWriter(folder: string, chance: () => number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', CHILD, folder], {
      env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const kill = (): boolean => child.kill('SIGKILL')
    const early = chance() < 0.2 ? setTimeout(kill, chance() * START_MS) : null
    let ready = false
    child.stdout.once('data', () => {
      ready = true
      if (early !== null) clearTimeout(early)
      setTimeout(kill, chance() * WRITING_MS)
    })
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === null) resolve(ready)
      else reject(new Error(`the writer ended by itself with ${code}`))
    })
  })
}

const Numbered = z.looseObject({ revision: z.number().int() })
/** Revisions of the writer's own first three entries; those after them carry the number of their command. */
const FIRST_REVISIONS = 2

function lookAt(
  folder: string,
  expected: { readonly seat: string | null; readonly last: boolean },
): { seat: string; acknowledged: number; unanswered: number; faults: string[] } {
  const ledgerPath = join(folder, 'ledger.txt')
  const answered = existsSync(ledgerPath) ? readLedger(ledgerPath).answered : new Map<number, number>()
  const record = openRecord(folder)
  const faults: string[] = []
  if (record.setAside !== null) faults.push(`set aside: ${record.damage}`)
  if (record.alarm !== null) faults.push(`false alarm: ${record.alarm}`)
  const seat = record.journal.seat
  if (expected.seat !== null && seat !== expected.seat) faults.push(`another seat: ${seat}`)
  const commands: number[] = []
  for (const row of readRawOps(record.db)) {
    const { op } = storedOpOf(row)
    const body = Numbered.safeParse(op.body)
    if (op.kind !== 'v1.incident.amended' || !body.success || body.data.revision <= FIRST_REVISIONS) continue
    const command = body.data.revision - FIRST_REVISIONS
    const place = answered.get(command)
    if (command !== commands.length + 1)
      faults.push(`command ${command} after ${commands.length}: lost, twice or out of order`)
    if (place !== undefined && place !== op.seq)
      faults.push(`command ${command} is entry ${op.seq}, answered as ${place}`)
    commands.push(command)
  }
  const kept = new Set(commands)
  for (const command of answered.keys()) if (!kept.has(command)) faults.push(`acknowledged command ${command} is lost`)
  if (expected.last) {
    const { problems } = verifyDatabase(record.db, record.path)
    faults.push(...problems.map(({ text }) => text))
  }
  record.close()
  return { seat, acknowledged: answered.size, unanswered: commands.length - answered.size, faults }
}

import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startNewConsole } from './new-console.ts'
import { temporaryFolder } from './surroundings.ts'

/** Where a test run keeps the database that a first start with the shipped resources leaves. */
const VARIABLE = 'TEST_TEMPLATE_DATABASE'

/** Before the tests of a run: makes the first start once, which takes longer than most tests. After them it is gone. */
export default function makeTemplate(): () => void {
  const folder = temporaryFolder()
  const path = join(folder.path, 'console.db')
  const console = startNewConsole(path)
  console.stop()
  if (console.bugs.length > 0 || existsSync(`${path}-wal`)) {
    rmSync(folder.path, { recursive: true, force: true })
    throw new Error(`no whole database to begin tests with: ${console.bugs.join('; ')}`)
  }
  process.env[VARIABLE] = path
  return folder.remove
}

/** Puts a copy of that database where there is none yet; outside a test run there stays none. */
export function copyTemplate(databasePath: string): void {
  const template = process.env[VARIABLE]
  if (template === undefined || existsSync(databasePath)) return
  mkdirSync(dirname(databasePath), { recursive: true })
  copyFileSync(template, databasePath)
}

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { resizeWindows, startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { beginWith, type Beginning } from './kept-data.ts'

/** Where screenshots of a test run are put. */
const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')

/** The console that all tests of a file share. */
export interface OneConsole {
  /** Its own folder, gone after the last test. */
  readonly folder: string
  /** The console under way; a test that restarts it puts the new one here. */
  running: RunningConsole
  readonly shoot: (page: Page, name: string) => Promise<void>
}

/**
 * Starts one console before the tests of a file, which run in order, and closes it after the last. It begins with the
 * library, or also with an incident and its plan on both screens.
 */
export function shareOneConsole(size: { width: number; height: number }, beginning: Beginning = 'library'): OneConsole {
  test.describe.configure({ mode: 'serial' })
  const folder = mkdtempSync(join(tmpdir(), 'console-'))
  let running: RunningConsole | null = null
  test.beforeAll(async () => {
    mkdirSync(SHOTS, { recursive: true })
    await beginWith(beginning, join(folder, 'data'))
    running = await startConsole(join(folder, 'data'))
    await resizeWindows(running.app, size)
    if (beginning === 'library') return
    for (const page of [running.administrative, running.tactical]) await page.getByTestId('plan-tab-force').waitFor()
  })
  test.afterAll(async () => {
    await running?.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return {
    folder,
    get running() {
      if (running === null) throw new Error('the console has not started')
      return running
    },
    set running(next) {
      running = next
    },
    shoot: async (page, name) => {
      await page.screenshot({ path: join(SHOTS, `${name}.png`) })
    },
  }
}

/** Nothing may stand beside the window: a duty officer does not scroll sideways. */
export async function expectNothingBeside(page: Page): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)
}

/** Drops a file of this computer on the page, as a hand would. */
export async function dropFile(page: Page, path: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
}

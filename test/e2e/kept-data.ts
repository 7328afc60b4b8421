import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { startConsole } from '#electron/launch/console-driver.ts'
import { enterAmmoniaTanker } from '#electron/launch/enter-incident.ts'

/** What a console begins with: the library as a first start leaves it, or that and the ammonia tanker with its plan. */
export type Beginning = 'library' | 'plan'

/** A run clears its output folder, so what is kept here is never older than the run; workers of one run share it. */
const KEPT = join(import.meta.dirname, '..', '..', 'test-results', 'kept-data')

/**
 * Fills a new data folder with what a console left that was driven by hand once in this run. Most tests have nothing to
 * say about a first start or about the intake; those that do go through them themselves.
 */
export async function beginWith(beginning: Beginning, folder: string): Promise<void> {
  const kept = join(KEPT, beginning)
  if (!existsSync(kept)) await keep(beginning, kept)
  copyData(kept, folder)
}

/** Copies a data folder, without the browser profile that belongs to a running console. */
export function copyData(from: string, to: string): void {
  cpSync(from, to, { recursive: true, filter: (source) => source !== join(from, 'profile') })
}

async function keep(beginning: Beginning, kept: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'console-kept-'))
  if (beginning === 'plan') await beginWith('library', folder)
  const running = await startConsole(folder)
  await expect(running.administrative.getByTestId('top-strip')).toContainText('核心已连接')
  if (beginning === 'plan') await enterAmmoniaTanker(running.administrative, () => Promise.resolve())
  await running.close()
  mkdirSync(dirname(kept), { recursive: true })
  // A copy that is broken off never stands under the name.
  copyData(folder, `${kept}.part`)
  renameSync(`${kept}.part`, kept)
  rmSync(folder, { recursive: true, force: true })
}

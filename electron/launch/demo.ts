import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { runToExit, say } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { runDemo } from './run-demo.ts'
import { prepareElectron } from './prepare-runtime.ts'
import { runInForeground } from './run-command.ts'
import { underVirtualDisplay } from './virtual-display.ts'

/** Set in the copy of this script that runs under the virtual display. */
const INSIDE = 'CONSOLE_DEMO_INSIDE'

/**
 * `npm run demo`: plays the ammonia tanker in the real console, both windows, and leaves screenshots and the three plans
 * in `demo-output`. Without a screen the whole script starts itself again under a virtual one.
 */
async function main(): Promise<number> {
  const electron = await prepareElectron()
  if (electron.needsVirtualDisplay && process.env[INSIDE] === undefined) {
    const self = underVirtualDisplay({ file: process.execPath, args: [join(import.meta.dirname, 'demo.ts')] })
    return runInForeground(self.file, self.args, { ...process.env, [INSIDE]: '1' })
  }
  const output = join(PROJECT_DIR, 'demo-output')
  await rm(output, { recursive: true, force: true })
  await runDemo(output)
  say(`演示完成，截图与三个方案在 demo-output / see demo-output`)
  return 0
}

await runToExit(main)

import { buildAppIfStale } from './build-app.ts'
import { runToExit } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { prepareElectron } from './prepare-runtime.ts'
import { runInForeground } from './run-command.ts'
import { underVirtualDisplay } from './virtual-display.ts'

/** `npm start -- [arguments]`: prepares the machine, builds when needed, runs the application, ends with its exit code. */
async function start(): Promise<number> {
  const electron = await prepareElectron()
  await buildAppIfStale()
  const command = {
    file: electron.executablePath,
    args: [...electron.args, PROJECT_DIR, ...process.argv.slice(2)],
  }
  const { file, args } = electron.needsVirtualDisplay ? underVirtualDisplay(command) : command
  return runInForeground(file, args, electron.env)
}

await runToExit(start)

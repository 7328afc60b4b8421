import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { _electron, type ElectronApplication, type Page } from 'playwright'
import { buildAppIfStale } from './build-app.ts'
import { LaunchError } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { prepareElectron } from './prepare-runtime.ts'

/** A running console with its two windows, driven from outside as a person would. */
export interface RunningConsole {
  readonly app: ElectronApplication
  readonly administrative: Page
  readonly tactical: Page
  close(): Promise<void>
}

/** Content size of a window in pixels. */
export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** The two sizes every screen is judged at. */
export const JUDGED_SIZES: readonly WindowSize[] = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
]

/**
 * Builds if needed and starts the console on a data folder in the real Electron. An empty folder makes it a first start,
 * which imports the embedded data set. `packaged` is the executable of a package instead of the checkout; `env` is added
 * to the environment.
 */
export async function startConsole(
  dataFolder: string,
  packaged?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<RunningConsole> {
  const app = await _electron.launch({ ...(await launchOptions(dataFolder, packaged, env)), cwd: PROJECT_DIR })
  const administrative = await windowOf(app, 'administrative')
  const tactical = await windowOf(app, 'tactical')
  return { app, administrative, tactical, close: () => app.close() }
}

/** How the console is started on a data folder: program, arguments and environment. */
export interface ConsoleLaunch {
  readonly executablePath: string
  readonly args: string[]
  readonly env: Record<string, string>
}

/** Builds if needed and answers how to start the console on a data folder, as `startConsole` does. */
export async function launchOptions(
  dataFolder: string,
  packaged?: string,
  env: Readonly<Record<string, string>> = {},
): Promise<ConsoleLaunch> {
  if (packaged === undefined) await buildAppIfStale()
  const electron = await prepareElectron()
  const switches = [...electron.args, `--user-data-dir=${join(dataFolder, 'profile')}`]
  return {
    executablePath: packaged ?? electron.executablePath,
    args: packaged === undefined ? [...switches, PROJECT_DIR] : switches,
    env: { ...electron.env, COMMAND_CONSOLE_DATA: dataFolder, ...env },
  }
}

/** How long a window may take to show its page. */
const WINDOW_LIMIT_MS = 60_000

/**
 * The window of one headquarters. Windows come in any order and start on a blank page, so all are looked at again and
 * again until one shows the address.
 */
async function windowOf(app: ElectronApplication, headquarters: string): Promise<Page> {
  const until = Date.now() + WINDOW_LIMIT_MS
  while (Date.now() < until) {
    const page = app.windows().find((candidate) => candidate.url().includes(`/windows/${headquarters}/`))
    if (page) {
      await page.waitForLoadState('domcontentloaded')
      return page
    }
    await setTimeout(100)
  }
  throw new LaunchError(`指挥台没有打开窗口“${headquarters}” / window did not open`)
}

/** Gives every window a content size. */
export async function resizeWindows(app: ElectronApplication, size: WindowSize): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      window.setMinimumSize(1, 1)
      window.setContentSize(width, height)
    }
  }, size)
}

import { existsSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { chooseSwitches, isDisplayMissing } from './chromium-switches.ts'
import type { GraphicsSurroundings } from './chromium-switches.ts'
import { LaunchError, say } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { linkNativeModules } from './native-modules.ts'
import { describeRuntime, resolveRuntime } from './resolve-runtime.ts'
import { runCommand } from './run-command.ts'
import type { RuntimeKind } from './runtime.ts'
import { ensureSystemPackages } from './system-packages.ts'

/** All that is needed to start an application directory with Electron on this machine. */
export interface PreparedElectron {
  readonly executablePath: string
  /** Chromium switches this machine needs; they come before the application directory. */
  readonly args: string[]
  /** The whole environment for the Electron process. */
  readonly env: Record<string, string>
  readonly kind: RuntimeKind
  /** Electron's version without a leading v. */
  readonly version: string
  /** Whether the start must be wrapped by `underVirtualDisplay`. */
  readonly needsVirtualDisplay: boolean
  /** What electron-builder calls `electronDist`. */
  readonly distDir: string
  /** A `node_modules` folder with native modules built for this Electron; null where the project's own fit. */
  readonly nativeModulesDir: string | null
}

const SANDBOX_CHECK_LIMIT_MS = 10_000

/**
 * Makes this machine ready for Electron and tells in a line each: which runtime was taken, that a virtual display
 * stands in, that the sandbox is off. Used by start, demo and the end-to-end tests. Throws LaunchError with a remedy.
 */
export async function prepareElectron(): Promise<PreparedElectron> {
  const runtime = await resolveRuntime()
  say(describeRuntime(runtime))
  const surroundings = readSurroundings()
  const needsVirtualDisplay = isDisplayMissing(surroundings)
  await ensureSystemPackages(runtime.executablePath, { virtualDisplay: needsVirtualDisplay })
  if (surroundings.platform === 'linux' && !surroundings.isRoot) await requireSandbox()
  await linkNativeModules(join(PROJECT_DIR, 'out'), runtime.nativeModulesDir)
  const switches = chooseSwitches(surroundings)
  for (const { because } of switches) if (because !== null) say(because)
  if (needsVirtualDisplay) say('没有显示器：将在虚拟显示 Xvfb 1920x1080 上运行 / no display, using a virtual one')
  const { executablePath, kind, version, distDir, nativeModulesDir } = runtime
  const args = switches.map(({ name }) => name)
  return {
    executablePath,
    args,
    env: electronEnvironment(process.env),
    kind,
    version,
    needsVirtualDisplay,
    distDir,
    nativeModulesDir,
  }
}

/** The environment for Electron: without the variable that would turn it into a plain Node. */
export function electronEnvironment(env: NodeJS.ProcessEnv): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && name !== 'ELECTRON_RUN_AS_NODE') kept[name] = value
  }
  return kept
}

function readSurroundings(): GraphicsSurroundings {
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    hasGpu: existsSync('/dev/dri') || existsSync('/dev/dxg'),
    hasXDisplay: isSet('DISPLAY'),
    hasWaylandDisplay: isSet('WAYLAND_DISPLAY'),
    sharedMemoryBytes: sharedMemoryBytes(),
  }
}

function isSet(name: string): boolean {
  return (process.env[name] ?? '') !== ''
}

function sharedMemoryBytes(): number | null {
  if (!existsSync('/dev/shm')) return null
  const { blocks, bsize } = statfsSync('/dev/shm')
  return blocks * bsize
}

/** Chromium's sandbox needs user namespaces; without them Electron aborts with a message few can read. */
async function requireSandbox(): Promise<void> {
  const result = await runCommand('unshare', ['--user', '--map-root-user', 'true'], {
    timeoutMs: SANDBOX_CHECK_LIMIT_MS,
  })
  if (result.code === 0) return
  throw new LaunchError(
    [
      `系统不允许普通用户建立用户命名空间，Chromium 沙箱无法启动 / user namespaces are off: ${result.stderr.trim()}`,
      '请由管理员运行以下命令之一后重试 / ask an administrator to run one of:',
      '  sudo sysctl -w kernel.unprivileged_userns_clone=1              （Debian、UOS、麒麟）',
      '  sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0  （Ubuntu 24.04 起）',
    ].join('\n'),
  )
}

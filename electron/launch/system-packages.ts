import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { installCommand, missingLibraries, neededPackages, notInstalled } from './debian-packages.ts'
import { LaunchError, say, secondsSince } from './launch-error.ts'
import { lastLines, runCommand } from './run-command.ts'

const QUERY_LIMIT_MS = 30_000
const APT_LIMIT_MS = 10 * 60_000
const DISPLAY_COMMANDS = ['Xvfb', 'xauth', 'xvfb-run'] as const
const APT_OPTIONS = ['-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'] as const

/** What the machine lacks: shared libraries by their file names, commands by theirs. */
interface Lack {
  readonly libraries: readonly string[]
  readonly commands: readonly string[]
}

/**
 * Makes sure that this Electron finds its shared libraries, and the virtual display its commands (Linux; elsewhere
 * nothing is needed). As root what is missing is installed with apt-get; otherwise a LaunchError prints the exact command.
 */
export async function ensureSystemPackages(executablePath: string, needs: { virtualDisplay: boolean }): Promise<void> {
  if (process.platform !== 'linux') return
  const lack = await findLack(executablePath, needs.virtualDisplay)
  if (isNothing(lack)) return
  const missing = [...lack.libraries, ...lack.commands].join(' ')
  if (findOnPath('dpkg-query') === null || findOnPath('apt-get') === null) {
    throw new LaunchError(
      `系统缺少：${missing}。请用本系统的软件包管理器安装后重试 / install these with your package manager.`,
    )
  }
  const packages = await missingPackages(needs.virtualDisplay)
  if (packages.length === 0) {
    throw new LaunchError(
      `系统缺少：${missing}，但所需软件包均已登记为已安装。请运行 apt-get install --reinstall 修复后重试。`,
    )
  }
  if (process.getuid?.() !== 0) {
    throw new LaunchError(
      `系统缺少：${missing}\n请运行以下命令后重试 / run this, then try again:\n\n  ${installCommand(packages, false)}\n`,
    )
  }
  await installWithApt(packages)
  const still = await findLack(executablePath, needs.virtualDisplay)
  if (!isNothing(still)) {
    throw new LaunchError(`安装后仍缺少：${[...still.libraries, ...still.commands].join(' ')}。请手动安装后重试。`)
  }
}

/** Path of a command, or null when it is not on the path. */
export function findOnPath(command: string): string | null {
  // Root's and services' paths may lack the folders of administration commands.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/sbin']
  return folders.map((folder) => join(folder, command)).find((path) => existsSync(path)) ?? null
}

async function findLack(executablePath: string, virtualDisplay: boolean): Promise<Lack> {
  const result = await runCommand('ldd', [executablePath], { timeoutMs: QUERY_LIMIT_MS })
  if (result.code !== 0) {
    throw new LaunchError(`无法检查 ${executablePath} 的共享库：${lastLines(result.stderr + result.stdout, 2)}`)
  }
  const commands = virtualDisplay ? DISPLAY_COMMANDS.filter((name) => findOnPath(name) === null) : []
  return { libraries: missingLibraries(result.stdout), commands }
}

function isNothing(lack: Lack): boolean {
  return lack.libraries.length === 0 && lack.commands.length === 0
}

async function missingPackages(virtualDisplay: boolean): Promise<readonly string[]> {
  const osRelease = existsSync('/etc/os-release') ? await readFile('/etc/os-release', 'utf8') : ''
  const names = neededPackages(osRelease, { virtualDisplay })
  // The exit code only tells that some name is unknown: those are the missing ones.
  const query = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    timeoutMs: QUERY_LIMIT_MS,
  })
  return notInstalled(names, query.stdout)
}

async function installWithApt(packages: readonly string[]): Promise<void> {
  const startMs = performance.now()
  say(`正在安装系统软件包：${packages.join(' ')} / installing system packages…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runCommand('apt-get', [...APT_OPTIONS, 'update'], { env, timeoutMs: APT_LIMIT_MS })
  if (update.code !== 0) say(`apt-get update 未成功，继续用现有的软件包列表：${lastLines(update.stderr, 2)}`)
  const install = await runCommand(
    'apt-get',
    [...APT_OPTIONS, 'install', '-y', '--no-install-recommends', ...packages],
    {
      env,
      timeoutMs: APT_LIMIT_MS,
    },
  )
  if (install.code !== 0) {
    throw new LaunchError(
      `安装系统软件包失败：${lastLines(install.stderr, 5)}\n请手动运行：\n\n  ${installCommand(packages, true)}\n`,
    )
  }
  say(`系统软件包已安装，用时 ${secondsSince(startMs)} 秒 / installed`)
}

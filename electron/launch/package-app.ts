import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { buildAppIfStale } from './build-app.ts'
import { LaunchError, say, secondsSince } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { configForRuntime, ReleaseConfig, type PackagePurpose } from './package-config.ts'
import { describeRuntime, resolveRuntime } from './resolve-runtime.ts'
import { lastLines, runCommand } from './run-command.ts'

const BUILDER = join(PROJECT_DIR, 'node_modules', 'electron-builder', 'cli.js')
const RELEASE_CONFIG = join(PROJECT_DIR, 'electron-builder.yml')
const EXECUTABLE = 'emergency-command-console'
const PACKAGE_LIMIT_MS = 5 * 60_000
const ERROR_LINES = 30

/**
 * Packs the console, unpacked (`electron-builder --dir`), for this platform with the Electron at hand and without
 * network. Answers the path of its executable. With the registry runtime the result is for tests only.
 */
export async function packageApp(purpose: PackagePurpose): Promise<string> {
  const runtime = await resolveRuntime()
  say(describeRuntime(runtime))
  if (runtime.kind === 'registry') {
    say('软件源运行时只供开发与测试：此包不得发布 / registry runtime: this package is for tests only')
  }
  await buildAppIfStale()
  const startMs = performance.now()
  const release = ReleaseConfig.parse(parse(await readFile(RELEASE_CONFIG, 'utf8')))
  const work = await mkdtemp(join(tmpdir(), 'console-package-'))
  try {
    const configFile = join(work, 'electron-builder.json')
    await writeFile(configFile, JSON.stringify(configForRuntime(release, runtime, purpose)))
    await runBuilder(configFile)
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  // The page that Electron shows without an application; with a runtime of one's own the packer leaves it in.
  const resources = join(dirname(executableIn(purpose.output)), 'resources')
  await rm(join(resources, 'default_app.asar'), { force: true })
  const executable = executableIn(purpose.output)
  if (!existsSync(executable)) throw new LaunchError(`打包没有产出 ${executable} / nothing was packed`)
  say(`打包完成，用时 ${secondsSince(startMs)} 秒：${executable} / packed`)
  return executable
}

/** Where electron-builder leaves the executable of an unpacked package. */
function executableIn(output: string): string {
  return process.platform === 'win32'
    ? join(output, 'win-unpacked', `${EXECUTABLE}.exe`)
    : join(output, process.arch === 'arm64' ? 'linux-arm64-unpacked' : 'linux-unpacked', EXECUTABLE)
}

async function runBuilder(configFile: string): Promise<void> {
  if (!existsSync(BUILDER)) throw new LaunchError('缺少打包工具：请先运行 npm ci / run npm ci first')
  const args = [BUILDER, '--dir', '--publish', 'never', '--config', configFile, '--projectDir', PROJECT_DIR]
  const result = await runCommand(process.execPath, args, { cwd: PROJECT_DIR, timeoutMs: PACKAGE_LIMIT_MS })
  if (result.code === 0) return
  const why = result.timedOut ? '超过 5 分钟' : lastLines(`${result.stdout}\n${result.stderr}`, ERROR_LINES)
  throw new LaunchError(`打包失败 / packaging failed:\n${why}`)
}

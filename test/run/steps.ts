import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildAppIfStale } from '#electron/launch/build-app.ts'
import { LaunchError } from '#electron/launch/launch-error.ts'
import { PROJECT_DIR } from '#electron/launch/launch-paths.ts'
import { npmCommand } from '#electron/launch/npm-command.ts'
import { prepareElectron } from '#electron/launch/prepare-runtime.ts'
import { runCommand } from '#electron/launch/run-command.ts'
import { underVirtualDisplay } from '#electron/launch/virtual-display.ts'
import type { Command } from '#electron/launch/virtual-display.ts'
import { countPlaywright, countVitest } from './count-results.ts'
import { oneCheck } from './step.ts'
import type { Step, StepCount, StepOutcome } from './step.ts'

const CHECK_LIMIT_MS = 5 * 60_000
const RUNNER_LIMIT_MS = 20 * 60_000
const MODULES = join(PROJECT_DIR, 'node_modules')

/**
 * All steps in groups: the groups run one after the other, the steps of a group two at a time, in the order of the list.
 * The runtime is fetched and the application built while the static checks compute.
 */
export const STEP_GROUPS: readonly (readonly Step[])[] = [
  [
    { name: 'lint', title: '代码规则', run: () => npmScript('lint') },
    { name: 'runtime', title: 'Electron 运行时与系统软件包', run: () => inProcess(prepareElectron) },
    { name: 'build', title: '构建', run: () => inProcess(buildAppIfStale) },
    { name: 'format', title: '格式', run: () => npmScript('format:check') },
    { name: 'types', title: '类型', run: () => npmScript('types') },
    { name: 'layers', title: '分层', run: () => npmScript('layers') },
    { name: 'dead-code', title: '无用代码', run: () => npmScript('dead-code') },
  ],
  [{ name: 'vitest', title: '单元、数据库、集成、场景测试', run: runVitest }],
  [{ name: 'electron', title: '真实 Electron 中的测试', run: runPlaywright }],
]

async function npmScript(script: string): Promise<StepOutcome> {
  const [command, ...npm] = npmCommand()
  const args = [...npm, 'run', '--silent', script]
  const result = await runCommand(command, args, { cwd: PROJECT_DIR, timeoutMs: CHECK_LIMIT_MS })
  const ending = result.timedOut ? '\n超过 5 分钟，已终止 / timed out' : ''
  return oneCheck(result.code === 0, result.stdout + result.stderr + ending)
}

/** Runs a set-up function of the launcher as a step; an expected failure is shown by its message alone. */
async function inProcess(work: () => Promise<unknown>): Promise<StepOutcome> {
  try {
    await work()
    return oneCheck(true, '')
  } catch (error) {
    if (error instanceof LaunchError) return oneCheck(false, error.message)
    return oneCheck(false, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
}

function runVitest(): Promise<StepOutcome> {
  return runRunner(countVitest, (reportFile) => ({
    file: process.execPath,
    args: [
      join(MODULES, 'vitest', 'vitest.mjs'),
      ...['run', '--config', join('test', 'vitest.config.ts')],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`],
    ],
  }))
}

async function runPlaywright(): Promise<StepOutcome> {
  const hasDisplay = (process.env['DISPLAY'] ?? '') !== '' || process.platform !== 'linux'
  return runRunner(countPlaywright, () => {
    const cli = join(MODULES, '@playwright', 'test', 'cli.js')
    const args = [cli, 'test', '--config', join('test', 'playwright.config.ts'), '--reporter=list,json']
    const command = { file: process.execPath, args }
    return hasDisplay ? command : underVirtualDisplay(command)
  })
}

/** Runs a test runner, shows its output as it comes, and counts by the JSON report it leaves. */
async function runRunner(
  count: (report: string, exitCode: number | null) => StepCount,
  commandFor: (reportFile: string) => Command,
): Promise<StepOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'ecc-test-report-'))
  try {
    const reportFile = join(folder, 'report.json')
    const { file, args } = commandFor(reportFile)
    const result = await runCommand(file, args, {
      cwd: PROJECT_DIR,
      env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile },
      timeoutMs: RUNNER_LIMIT_MS,
      onOutput: (text) => process.stdout.write(text),
    })
    const report = existsSync(reportFile) ? await readFile(reportFile, 'utf8') : ''
    const problem = result.code === null ? result.stderr : ''
    const ending = result.timedOut ? '超过 20 分钟，已终止 / timed out' : problem
    return { ...count(report, result.code), output: ending }
  } catch (error) {
    if (error instanceof LaunchError) return oneCheck(false, error.message)
    throw error
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

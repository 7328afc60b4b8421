import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError, exitCodeOf, type ErrorReport } from '#shared/kernel/app-error.ts'
import { PLANNER_VERSION } from '#shared/planner/planner-version.ts'
import type { Surroundings } from './command.ts'
import { helpText } from './help-text.ts'
import { readArguments } from './read-arguments.ts'

/** What the program leaves behind. */
export interface Ending {
  readonly exitCode: 0 | 2 | 3 | 4 | 70
  readonly stdout: string
  readonly stderr: string
}

/** Runs one command from arguments to ending; never throws. */
export async function runCommandLine(argv: readonly string[], surroundings: Surroundings): Promise<Ending> {
  try {
    const request = readArguments(argv)
    if (request.kind === 'help') return { exitCode: 0, stdout: helpText(request.command), stderr: '' }
    if (request.kind === 'version')
      return { exitCode: 0, stdout: documentText(versions(surroundings), request.pretty), stderr: '' }
    const run = await request.command.load()
    const { exitCode, document, error } = await run(request.given, surroundings)
    return {
      exitCode,
      stdout: documentText(document, request.pretty),
      stderr: error === undefined ? '' : errorLine(error),
    }
  } catch (error) {
    if (error instanceof AppError)
      return { exitCode: exitCodeOf(error.code), stdout: '', stderr: errorLine(error.toReport()) }
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    const report = new AppError('internal', '程序内部错误，没有写入任何内容。请把上面的信息交给维护人员。', {
      value: error instanceof Error ? error.message : String(error),
    })
    return { exitCode: 70, stdout: '', stderr: `${trace}\n${errorLine(report.toReport())}` }
  }
}

function documentText(document: unknown, pretty: boolean): string {
  return `${JSON.stringify(document, null, pretty ? 2 : undefined)}\n`
}

function errorLine({ code, message, path, value }: ErrorReport): string {
  return `${JSON.stringify({ code, message, path, value: value ?? null })}\n`
}

function versions({ resourcesFolder }: Surroundings): { version: string; planner: string } {
  const text = readFileSync(join(dirname(resourcesFolder), 'package.json'), 'utf8')
  const found: unknown = JSON.parse(text)
  const version = typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : ''
  return { version, planner: PLANNER_VERSION }
}

import { parseArgs } from 'node:util'
import { addCounts, closingLine, exitCodeFor } from './run/count-results.ts'
import { runGroup, selectSteps, unknownNames } from './run/run-steps.ts'
import { STEP_GROUPS } from './run/steps.ts'
import type { StepOutcome } from './run/step.ts'

const STEPS_AT_ONCE = 2

/**
 * `npm test`: runs every check, also after one has failed, and ends with the line `N passed, N failed`.
 * `npm test -- --only vitest,lint` runs the named steps only.
 */
async function runAll(): Promise<number> {
  // Not strict: a value that is no option is reported below, with the names that are known.
  const { values, positionals } = parseArgs({ options: { only: { type: 'string', multiple: true } }, strict: false })
  const given = (values.only ?? []).map(String).flatMap((value) => value.split(','))
  const names = [...given.filter((name) => name !== ''), ...positionals]
  const unknown = unknownNames(STEP_GROUPS, names)
  if (unknown.length > 0) {
    const known = STEP_GROUPS.flat().map((step) => step.name)
    process.stderr.write(`--only：没有名为 ${unknown.join('、')} 的步骤。可选：${known.join(' ')}\n`)
    return 2
  }
  const outcomes: StepOutcome[] = []
  for (const group of selectSteps(STEP_GROUPS, names)) {
    outcomes.push(...(await runGroup(group, STEPS_AT_ONCE, print)))
  }
  const sum = addCounts(outcomes)
  print(closingLine(sum))
  return exitCodeFor(sum)
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

process.exitCode = await runAll()

import { secondsSince } from '#electron/launch/launch-error.ts'
import { lastLines } from '#electron/launch/run-command.ts'
import type { Step, StepOutcome } from './step.ts'

const SHOWN_LINES = 200

/** Writes one line to the person who watches. */
export type Print = (line: string) => void

/** Keeps of each group the steps that are named; all of them when no name is given. */
export function selectSteps(
  groups: readonly (readonly Step[])[],
  names: readonly string[],
): readonly (readonly Step[])[] {
  return groups.map((group) => group.filter((step) => names.length === 0 || names.includes(step.name)))
}

/** Names among `names` that no step has. */
export function unknownNames(groups: readonly (readonly Step[])[], names: readonly string[]): readonly string[] {
  const known = new Set(groups.flat().map((step) => step.name))
  return names.filter((name) => !known.has(name))
}

/** Runs the steps of a group, `width` at a time, all of them even when one fails; answers every outcome. */
export async function runGroup(steps: readonly Step[], width: number, print: Print): Promise<readonly StepOutcome[]> {
  const outcomes: StepOutcome[] = []
  const waiting = [...steps]
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      outcomes.push(await runStep(step, print))
    }
  }
  await Promise.all(Array.from({ length: width }, work))
  return outcomes
}

async function runStep(step: Step, print: Print): Promise<StepOutcome> {
  const startMs = performance.now()
  print(`▶ ${step.name}（${step.title}）`)
  const outcome = await step.run()
  const { passed, failed, skipped } = outcome
  const counts = `${String(passed)} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`
  print(`${failed === 0 ? '✓' : '✗'} ${step.name} ${secondsSince(startMs)} s：${counts}`)
  if (failed > 0 && outcome.output !== '') print(lastLines(outcome.output, SHOWN_LINES))
  return outcome
}

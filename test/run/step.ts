/** What one step of the test run found. */
export interface StepCount {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** A finished step: its counts and what it has to show; `output` is printed only when something failed. */
export interface StepOutcome extends StepCount {
  readonly output: string
}

/** One step of the test run. Names are what `--only` takes. */
export interface Step {
  readonly name: string
  readonly title: string
  readonly run: () => Promise<StepOutcome>
}

/** The outcome of a step that is one check, such as lint. */
export function oneCheck(isPassed: boolean, output: string): StepOutcome {
  return { passed: isPassed ? 1 : 0, failed: isPassed ? 0 : 1, skipped: 0, output }
}

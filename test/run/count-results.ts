import { z } from 'zod'
import type { StepCount } from './step.ts'

const VitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) })),
})

const PlaywrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
  errors: z.array(z.unknown()),
})

/** Counts of Vitest's JSON report (its text; empty when none was written) and its exit code. */
export function countVitest(report: string, exitCode: number | null): StepCount {
  const parsed = VitestReport.safeParse(parseJson(report))
  if (!parsed.success) return withExitCode({ passed: 0, failed: 0, skipped: 0 }, 1)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = parsed.data
  // A file that cannot be loaded fails without a failed test of its own.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = numFailedTests + brokenFiles.length
  return withExitCode({ passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }, exitCode)
}

/** Counts of Playwright's JSON report. A test that passes only when repeated counts as failed. */
export function countPlaywright(report: string, exitCode: number | null): StepCount {
  const parsed = PlaywrightReport.safeParse(parseJson(report))
  if (!parsed.success) return withExitCode({ passed: 0, failed: 0, skipped: 0 }, 1)
  const { expected, unexpected, flaky, skipped } = parsed.data.stats
  const failed = unexpected + flaky + parsed.data.errors.length
  return withExitCode({ passed: expected, failed, skipped }, exitCode)
}

/** Sum of the counts of all steps. */
export function addCounts(counts: readonly StepCount[]): StepCount {
  return counts.reduce(
    (sum, count) => ({
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      skipped: sum.skipped + count.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** The last line of a test run, read by programs. */
export function closingLine({ passed, failed }: StepCount): string {
  return `${String(passed)} passed, ${String(failed)} failed`
}

/** Exit code of a test run: 1 when something failed and also when nothing ran. */
export function exitCodeFor({ passed, failed }: StepCount): 0 | 1 {
  return failed === 0 && passed > 0 ? 0 : 1
}

/** A runner that ends badly, or that ran nothing, failed even where no single test did. */
function withExitCode(count: StepCount, exitCode: number | null): StepCount {
  const isSilentFailure = count.failed === 0 && (exitCode !== 0 || count.passed === 0)
  return isSilentFailure ? { ...count, failed: 1 } : count
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A report cut short, or none at all, is counted as a failure by the caller.
    return null
  }
}

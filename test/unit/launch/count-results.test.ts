import { describe, expect, it } from 'vitest'
import { addCounts, closingLine, countPlaywright, countVitest, exitCodeFor } from '#test/run/count-results.ts'

interface VitestCounts {
  readonly passed: number
  readonly failed: number
  readonly files?: readonly { status: string; assertionResults: readonly { status: string }[] }[]
}
const vitest = ({ passed, failed, files = [] }: VitestCounts): string =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: files,
  })
const playwright = (stats: { expected: number; unexpected: number; flaky: number }, errors: unknown[] = []): string =>
  JSON.stringify({ stats: { ...stats, skipped: 0 }, errors })

describe('counts of Vitest', () => {
  it('are those of the report', () => {
    expect(countVitest(vitest({ passed: 3, failed: 0 }), 0)).toEqual({ passed: 3, failed: 0, skipped: 2 })
    expect(countVitest(vitest({ passed: 3, failed: 2 }), 1)).toEqual({ passed: 3, failed: 2, skipped: 2 })
  })

  it('count a file that cannot be loaded once', () => {
    const files = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
    ]
    expect(countVitest(vitest({ passed: 1, failed: 1, files }), 1).failed).toBe(2)
  })

  it('fail without a report, with a bad exit, after a time-out, and when nothing ran', () => {
    expect(countVitest('', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
    expect(countVitest('{"numPassed', 0).failed).toBe(1)
    expect(countVitest(vitest({ passed: 3, failed: 0 }), 1).failed).toBe(1)
    expect(countVitest(vitest({ passed: 3, failed: 0 }), null).failed).toBe(1)
    expect(countVitest(vitest({ passed: 0, failed: 0 }), 0).failed).toBe(1)
  })
})

describe('counts of Playwright', () => {
  it('count a flaky test and an error outside tests as failed', () => {
    expect(countPlaywright(playwright({ expected: 4, unexpected: 0, flaky: 0 }), 0).failed).toBe(0)
    expect(countPlaywright(playwright({ expected: 4, unexpected: 1, flaky: 1 }), 1).failed).toBe(2)
    expect(countPlaywright(playwright({ expected: 4, unexpected: 0, flaky: 0 }, [{}]), 1).failed).toBe(1)
    expect(countPlaywright('', 0).failed).toBe(1)
  })
})

describe('closing line', () => {
  it('sums all steps', () => {
    const sum = addCounts([
      { passed: 1, failed: 0, skipped: 0 },
      { passed: 40, failed: 2, skipped: 3 },
    ])
    expect(closingLine(sum)).toBe('41 passed, 2 failed')
    expect(exitCodeFor(sum)).toBe(1)
  })

  it('is success only when something ran and nothing failed', () => {
    expect(exitCodeFor({ passed: 1, failed: 0, skipped: 0 })).toBe(0)
    expect(exitCodeFor(addCounts([]))).toBe(1)
    expect(closingLine(addCounts([]))).toBe('0 passed, 0 failed')
  })
})

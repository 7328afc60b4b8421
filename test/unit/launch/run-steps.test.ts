import { describe, expect, it } from 'vitest'
import { runGroup, selectSteps, unknownNames } from '#test/run/run-steps.ts'
import { oneCheck } from '#test/run/step.ts'
import type { Step } from '#test/run/step.ts'

function aStep(name: string, isPassed: boolean): Step {
  return { name, title: name, run: () => Promise.resolve(oneCheck(isPassed, `output of ${name}`)) }
}
const groups = [[aStep('lint', false), aStep('types', true)], [aStep('vitest', true)]]

describe('steps', () => {
  it('all run although the first failed, and only the failed one shows its output', async () => {
    const lines: string[] = []
    const outcomes = await runGroup(groups[0] ?? [], 1, (line) => lines.push(line))
    expect(outcomes.map(({ failed }) => failed)).toEqual([1, 0])
    const text = lines.join('\n')
    expect(text).toMatch(/✗ lint [\d.]+ s：0 passed, 1 failed/)
    expect(text).toMatch(/✓ types [\d.]+ s：1 passed, 0 failed/)
    expect(text).toContain('output of lint')
    expect(text).not.toContain('output of types')
  })

  it('are chosen by name, and an unknown name is told', () => {
    expect(selectSteps(groups, ['vitest']).flat()).toHaveLength(1)
    expect(selectSteps(groups, []).flat()).toHaveLength(3)
    expect(unknownNames(groups, ['vitest', 'vitests'])).toEqual(['vitests'])
  })
})

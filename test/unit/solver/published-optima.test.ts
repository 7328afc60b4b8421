import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { fiveMedians, generalisedAssignments } from '#test/builders/published-problems.ts'

const solver = await createHighsSolver()

describe('the solver behind the port', () => {
  it.each(generalisedAssignments())('proves the published optimum of $name ($optimum)', ({ model, optimum }) => {
    const { stop, values, bound } = solver.solve(model)
    const objective = model.costs.reduce((sum, cost, column) => sum + cost * (values?.[column] ?? 0), 0)
    expect(objective).toBeCloseTo(optimum, 6)
    expect(stop).toBe('gap')
    expect(bound).toBeGreaterThan(optimum - 1)
  })

  it('proves the published optimum of a p-median problem (pmed1: 5819)', () => {
    const { model, optimum } = fiveMedians()
    const { stop, values, bound } = solver.solve(model)
    const objective = model.costs.reduce((sum, cost, column) => sum + cost * (values?.[column] ?? 0), 0)
    expect(objective).toBeCloseTo(optimum, 6)
    expect(stop).toBe('gap')
    expect(bound).toBeGreaterThan(optimum - 1)
  })
})

import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { coveringProblem, cubeSquares, steinerTriples } from '#test/bench/covering.ts'

const solve = solveExactly(await createHighsSolver())

describe('covering problems with published optima', () => {
  it.each([steinerTriples(2), cubeSquares(3), cubeSquares(4)])(
    'are solved to the published optimum: $name',
    (covering) => {
      const problem = coveringProblem(covering)
      expect(solve(problem)).toMatchObject({ objective: covering.optimum, status: 'optimal', gap: 0 })
      expect(solveGreedily(problem).objective).toBeGreaterThanOrEqual(covering.optimum)
      expect(solveGreedily(problem).bound).toBeLessThanOrEqual(covering.optimum)
    },
  )

  it('have the published sizes: 117 triples on 27 points, 240 squares on 192 edges', () => {
    expect(steinerTriples(3).rows).toHaveLength(117)
    expect(cubeSquares(6)).toMatchObject({ columns: 192 })
    expect(cubeSquares(6).rows).toHaveLength(240)
  })
})

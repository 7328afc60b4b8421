import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { buildAssignmentModel } from '#shared/planner/forces/assignment-model.ts'
import { evaluateTeams } from '#shared/planner/forces/evaluate-assignment.ts'
import { findLowerBound } from '#shared/planner/forces/lower-bound.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { anyProblem } from '#test/builders/assignment-cases.ts'

const solver = await createHighsSolver()
const small = anyProblem({ demands: 5, teams: 8, vehicles: 3 })

describe('the bound of a draft', () => {
  it('is never above the optimum, whatever choice it starts from', () => {
    fc.assert(
      fc.property(small, (problem) => {
        const model = buildAssignmentModel(problem).model
        const optimum = solver.solve(model)
        expect(optimum.stop).toBe('gap')
        const cheapest = Math.round(model.costs.reduce((sum, cost, at) => sum + cost * (optimum.values?.[at] ?? 0), 0))
        const draft = solveGreedily(problem)
        for (const known of [draft, evaluateTeams(problem, new Set(problem.teams.map(({ id }) => id)))]) {
          const bound = findLowerBound(problem, known)
          expect(bound).toBeLessThanOrEqual(Math.min(known.objective, cheapest + model.offset))
        }
      }),
      { seed: 20_261_122, numRuns: 250 },
    )
  })

  it('stands in the draft with its gap, and closes most of the way to the optimum', () => {
    const gaps: number[] = []
    const proven: boolean[] = []
    fc.assert(
      fc.property(small, (problem) => {
        const draft = solveGreedily(problem)
        const exact = solveExactly(solver)(problem)
        const gap = 1 - (draft.bound ?? 0) / Math.max(1, draft.objective)
        expect(draft.gap).toBeCloseTo(Math.max(0, gap), 5)
        expect(draft.status).toBe(draft.gap === 0 ? 'optimal' : 'feasible')
        if (draft.status === 'optimal') expect(draft.objective).toBe(exact.objective)
        proven.push(draft.status === 'optimal')
        gaps.push(exact.objective === 0 ? 0 : 1 - (draft.bound ?? 0) / exact.objective)
      }),
      { seed: 3, numRuns: 100 },
    )
    const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length
    expect(mean).toBeLessThan(0.15)
    expect(proven.filter(Boolean).length).toBeGreaterThan(10)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { chooseNearest } from '#shared/planner/forces/choose-nearest.ts'
import { evaluateTeams } from '#shared/planner/forces/evaluate-assignment.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { anyProblem } from '#test/builders/assignment-cases.ts'

const solve = solveExactly(await createHighsSolver())

describe('the choice of teams over thousands of small cases', () => {
  it('never costs more because one more team may be sent', () => {
    fc.assert(
      fc.property(anyProblem({ demands: 4, teams: 7, vehicles: 2 }), fc.nat(), (problem, pick) => {
        const spare = problem.teams.filter(({ id }) => !problem.forced.has(id) && !problem.inForce?.teamIds.has(id))
        const extra = spare[pick % Math.max(1, spare.length)]
        if (extra === undefined) return
        const without = { ...problem, teams: problem.teams.filter((team) => team !== extra) }
        const [more, fewer] = [solve(problem), solve(without)]
        expect([more.stop, fewer.stop]).toEqual(['proven', 'proven'])
        expect(more.objective).toBeLessThanOrEqual(fewer.objective)
      }),
      { seed: 20_261_122, numRuns: 120 },
    )
  })

  it('is never dearer as a draft than sending the nearest teams', () => {
    let cheaper = 0
    fc.assert(
      fc.property(anyProblem({ demands: 5, teams: 9, vehicles: 3 }), (problem) => {
        const able = problem.teams.filter(({ mayFill }) => mayFill.size > 0)
        const nearest = evaluateTeams(problem, chooseNearest(problem, able)).objective
        const draft = solveGreedily(problem).objective
        expect(draft).toBeLessThanOrEqual(nearest)
        if (draft < nearest) cheaper += 1
      }),
      { seed: 20_261_122, numRuns: 2000 },
    )
    // Else the comparison would say nothing.
    expect(cheaper).toBeGreaterThan(100)
  })
})

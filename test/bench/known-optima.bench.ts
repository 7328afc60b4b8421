import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { solveExactly } from '#shared/planner/forces/solve-exactly.ts'
import { solveGreedily } from '#shared/planner/forces/solve-greedy.ts'
import { round, type Bench } from './bench-row.ts'
import { coveringProblem, cubeSquares, steinerTriples } from './covering.ts'
import { processorTimeOf } from './measure.ts'

/** G10: covering problems with published optima, solved through the planner's own choice of teams. */
export const bench: Bench = {
  goals: ['G10'],
  run: async ({ quick, say }) => {
    const solver = await createHighsSolver()
    const small = [steinerTriples(2), cubeSquares(3), cubeSquares(4)]
    const all = quick ? small : [...small, steinerTriples(3), cubeSquares(5)]
    return all.map((covering) => {
      say(covering.name)
      const problem = coveringProblem(covering)
      const draft = solveGreedily(problem)
      let solution = draft
      const ms = processorTimeOf(() => (solution = solveExactly(solver)(problem)))
      const proof = solution.gap === 0 ? 'proven' : `not proven, gap ${round((solution.gap ?? 1) * 100)} %`
      return {
        name: `G10 ${covering.name} reaches its published optimum`,
        size: `${covering.columns} columns, ${covering.rows.length} rows`,
        ours: solution.objective,
        baseline: covering.optimum,
        baselineName: 'published optimum',
        ratio: round(solution.objective / covering.optimum, 4),
        unit: 'columns',
        runs: 1,
        note: `${proof}; ${round(ms, 0)} CPU ms; draft ${draft.objective}`,
      }
    })
  },
}

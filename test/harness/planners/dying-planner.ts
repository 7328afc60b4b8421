import { parentPort } from 'node:worker_threads'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { servePlanner } from '#electron/core/solver/serve-planner.ts'

// A planner worker that ends in the middle of the exact choice, as one that runs out of memory does.
if (parentPort !== null) {
  servePlanner(parentPort, async () => {
    const highs = await createHighsSolver()
    return {
      name: highs.name,
      solve: (model) => (model.costs.length === 1 ? highs.solve(model) : process.exit(9)),
    }
  })
}

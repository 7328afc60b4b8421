import { parentPort } from 'node:worker_threads'
import { createHighsSolver } from '#electron/core/solver/highs-solver.ts'
import { servePlanner } from '#electron/core/solver/serve-planner.ts'

/** How long the exact solver of this worker holds its thread before it answers. */
const HOLD_MS = 1500

// A planner worker whose exact solver is slow: it blocks the worker's thread as a hard model would.
if (parentPort !== null) {
  servePlanner(parentPort, async () => {
    const highs = await createHighsSolver()
    return {
      name: highs.name,
      solve: (model) => {
        const isWarmUp = model.costs.length === 1
        if (!isWarmUp) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, HOLD_MS)
        return highs.solve(model)
      },
    }
  })
}

import { parentPort } from 'node:worker_threads'
import { servePlanner } from './serve-planner.ts'

/** Entry of the planner's worker thread; a bundle of its own beside the core's. */
function main(): void {
  if (parentPort === null) throw new Error('the planner worker was started without a port')
  servePlanner(parentPort)
}

main()

import { parentPort, workerData } from 'node:worker_threads'
import { serveImport } from './serve-import.ts'

/** Entry of the worker thread of an import; a bundle of its own beside the core's. */
function main(): void {
  if (parentPort === null) throw new Error('the import worker was started without a port')
  serveImport(parentPort, workerData)
}

main()

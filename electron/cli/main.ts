import { readFileSync } from 'node:fs'
import { enableCompileCache } from 'node:module'

// Stripping types costs a third of the start; the cache (in the system's temporary folder) pays it once a version.
enableCompileCache()

// A reader that stops early (`| head`) is no fault of ours: end in silence with the code of the command.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

// Loaded after the cache is on, so that it serves them too.
const { findResourcesFolder } = await import('#electron/core/planning/resources-folder.ts')
const { runCommandLine } = await import('./run-command-line.ts')
const ending = await runCommandLine(process.argv.slice(2), {
  resourcesFolder: findResourcesFolder(import.meta.dirname),
  readStdin: () => readFileSync(0),
  nowMs: () => Date.now(),
  steadyMs: () => performance.now(),
})
process.exitCode = ending.exitCode
process.stdout.write(ending.stdout)
process.stderr.write(ending.stderr)

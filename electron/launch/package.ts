import { join } from 'node:path'
import { runToExit } from './launch-error.ts'
import { PROJECT_DIR } from './launch-paths.ts'
import { packageApp } from './package-app.ts'

/** `npm run package`: leaves the unpacked application in `dist`. */
await runToExit(async () => {
  await packageApp({ output: join(PROJECT_DIR, 'dist'), inspectable: false })
  return 0
})

import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** Programs of the core by build mode: its process, the worker threads it plans and imports on. */
const ENTRIES = new Map<string, Record<string, string>>([
  ['production', { core: resolve(root, 'electron/core/core-process.ts') }],
  ['planner', { planner: resolve(root, 'electron/core/solver/planner-worker.ts') }],
  ['importer', { importer: resolve(root, 'electron/core/imports/import-worker.ts') }],
])

/**
 * The core process and its workers (`--mode planner`, `--mode importer`), one CommonJS file each. They are built apart from the shell
 * and from each other: in one build the bundler may put what two entries use into one of them, and one program would then
 * be started by loading the other.
 */
export default defineConfig(({ mode }) => ({
  root,
  publicDir: false,
  ssr: { noExternal: true, external: ['better-sqlite3', 'highs'] },
  build: {
    ssr: true,
    target: 'node20.18',
    outDir: resolve(root, 'out/main'),
    emptyOutDir: false,
    sourcemap: true,
    minify: false,
    rolldownOptions: {
      external: ['electron', 'better-sqlite3', 'highs', /^node:/],
      input: ENTRIES.get(mode) ?? {},
      output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
    },
  },
}))

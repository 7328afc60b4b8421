import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

/**
 * The core process, one CommonJS file. It is built apart from the shell: in one build the bundler may put what both use
 * into one of the two entries, and the shell would then start the core's program by loading it.
 */
export default defineConfig({
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
      input: { core: resolve(root, 'electron/core/core-process.ts') },
      output: { format: 'cjs', entryFileNames: '[name].cjs', inlineDynamicImports: true },
    },
  },
})

import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests of pure code: values in, values out. */
const PURE = ['test/{property,scenarios}/**/*.test.ts', 'test/unit/planner/**/*.test.ts']
/** Tests about processes: programs started and killed, worker threads, tools run over the tree. */
const PROCESSES = ['test/unit/{launch,solver}/**/*.test.ts', 'test/architecture/**/*.test.ts']

const shared = {
  environment: 'node' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TZ: 'UTC' },
}

/**
 * One runner for everything but the real-Electron tests; the product's clock zone is set where a test needs one.
 *
 * Loading modules anew for each file took more than half of a run, so files share what is loaded (`isolate: false`). A
 * test may therefore leave nothing behind in modules, globals or the environment; those that must are among PROCESSES.
 */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    // The default leaves one processor idle, which is half of a machine that has two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { ...shared, name: 'pure', include: PURE, isolate: false } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'wired',
          globalSetup: [resolve(import.meta.dirname, 'harness/template-database.ts')],
          include: ['test/{unit,db,integration}/**/*.test.{ts,tsx}'],
          exclude: [...PURE, ...PROCESSES],
          isolate: false,
        },
      },
      { extends: true, test: { ...shared, name: 'processes', include: PROCESSES } },
    ],
  },
})

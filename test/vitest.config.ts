import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Tests of pure code: values in, values out. They share loaded modules and data sets, which saves half of their time. */
const PURE = ['test/{property,scenarios}/**/*.test.ts', 'test/unit/planner/**/*.test.ts']

const shared = {
  environment: 'node' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  env: { TZ: 'UTC' },
}

/** One runner for everything but the real-Electron tests; the product's clock zone is set where a test needs one. */
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
          name: 'apart',
          globalSetup: [resolve(import.meta.dirname, 'harness/template-database.ts')],
          include: ['test/{unit,db,property,integration,scenarios,architecture}/**/*.test.{ts,tsx}'],
          exclude: PURE,
        },
      },
    ],
  },
})

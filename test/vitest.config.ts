import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

/** One runner for everything but the real-Electron tests; the product's clock zone is set where a test needs one. */
export default defineConfig({
  root: resolve(import.meta.dirname, '..'),
  test: {
    include: ['test/{unit,db,property,integration,scenarios,architecture}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 60_000,
    env: { TZ: 'UTC' },
  },
})

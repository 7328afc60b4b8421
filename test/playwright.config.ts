import { defineConfig } from '@playwright/test'

/** Tests in the real Electron; one at a time, because each starts the whole console. */
export default defineConfig({
  testDir: './e2e',
  testMatch: '**/*.spec.ts',
  // Fontconfig decides about fonts on Linux only; elsewhere there is nothing to take away.
  testIgnore: process.platform === 'linux' ? [] : ['**/fonts.spec.ts'],
  outputDir: '../test-results',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
})

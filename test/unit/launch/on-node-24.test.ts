import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { PROJECT_DIR } from '#electron/launch/launch-paths.ts'
import { runCommand } from '#electron/launch/run-command.ts'

const ENTRY = join(PROJECT_DIR, 'electron', 'launch', 'on-node-24.mjs')
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'on-node-24-'))
  await writeFile(
    join(folder, 'script.ts'),
    'const text: string = process.argv.slice(2).join(); process.stdout.write(text); process.exitCode = 3',
  )
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

it('runs a TypeScript script with its arguments and its exit code', async () => {
  const result = await runCommand(process.execPath, [ENTRY, join(folder, 'script.ts'), 'a', '--b'], {
    timeoutMs: 10_000,
  })
  expect(result).toMatchObject({ code: 3, stdout: 'a,--b' })
})

it('explains itself without a script', async () => {
  const result = await runCommand(process.execPath, [ENTRY], { timeoutMs: 10_000 })
  expect(result.code).toBe(2)
  expect(result.stderr).toContain('usage')
})

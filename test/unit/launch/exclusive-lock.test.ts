import { existsSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { withLock } from '#electron/launch/exclusive-lock.ts'

/** Above the largest process id that Linux gives out (2^22). */
const NO_PROCESS = 2 ** 22 + 1
let lockFile = ''
beforeEach(async () => {
  lockFile = join(await mkdtemp(join(tmpdir(), 'exclusive-lock-')), 'x.lock')
})
afterEach(async () => {
  await rm(join(lockFile, '..'), { recursive: true })
})

it('lets one in at a time and is released after a failure', async () => {
  const order: string[] = []
  const first = withLock(lockFile, async () => {
    order.push('first in')
    await Promise.resolve()
    order.push('first out')
    throw new Error('failed')
  })
  const second = withLock(lockFile, () => Promise.resolve(order.push('second')))
  await expect(first).rejects.toThrow('failed')
  await second
  expect(order.join()).toMatch(/first in,first out/)
  expect(order).toContain('second')
  expect(existsSync(lockFile)).toBe(false)
})

it('takes over a lock whose process is gone', async () => {
  await writeFile(lockFile, String(NO_PROCESS))
  await expect(withLock(lockFile, () => Promise.resolve('done'))).resolves.toBe('done')
})

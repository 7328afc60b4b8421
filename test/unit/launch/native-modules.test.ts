import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readlink, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { linkNativeModules } from '#electron/launch/native-modules.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'native-modules-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})
const link = (): string => join(folder, 'out', 'node_modules', 'better-sqlite3')

describe('links to native modules', () => {
  it('are made, follow a moved runtime, and are taken away under the pinned Electron', async () => {
    await linkNativeModules(join(folder, 'out'), join(folder, 'first'))
    expect(await readlink(link())).toBe(join(folder, 'first', 'better-sqlite3'))
    await linkNativeModules(join(folder, 'out'), join(folder, 'second'))
    expect(await readlink(link())).toBe(join(folder, 'second', 'better-sqlite3'))
    await linkNativeModules(join(folder, 'out'), null)
    expect(existsSync(link())).toBe(false)
    await expect(readlink(link())).rejects.toThrow(/ENOENT/)
  })

  it('need nothing where there is no output yet', async () => {
    await linkNativeModules(join(folder, 'out'), null)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  it('never replace a real folder', async () => {
    await mkdir(link(), { recursive: true })
    await expect(linkNativeModules(join(folder, 'out'), join(folder, 'first'))).rejects.toThrow(/不是链接/)
  })
})

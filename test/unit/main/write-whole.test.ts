import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { plainFileName, writeWhole } from '#electron/main/write-whole.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'

describe('a file handed out by the shell', () => {
  const folder = temporaryFolder()
  afterAll(() => {
    folder.remove()
  })

  it('is written whole and takes the place of an older one, with nothing left beside it', async () => {
    const path = join(folder.path, '预案.yaml')
    await writeWhole(path, '旧')
    await writeWhole(path, 'title: 新')
    expect(readFileSync(path, 'utf8')).toBe('title: 新')
    expect(readdirSync(folder.path)).toEqual(['预案.yaml'])
  })

  it('is refused with place and remedy where nothing can be written', async () => {
    const path = join(folder.path, 'no-such-folder', 'a.yaml')
    await expect(writeWhole(path, 'x')).rejects.toMatchObject({
      code: 'target-not-writable',
      path,
      message: expect.stringContaining('请换一个文件夹') as string,
    })
    expect(existsSync(path)).toBe(false)
  })

  it('has a name that every system takes', () => {
    expect(plainFileName('a/b:c*?"<>|.yaml ')).toBe('a b c      .yaml')
  })
})

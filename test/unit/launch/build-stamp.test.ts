import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { digestSources, formatStamp, isStale, parseStamp } from '#electron/launch/build-stamp.ts'

const A = 'a'.repeat(64)
const B = 'b'.repeat(64)

describe('stamp', () => {
  it('is fresh only when sources and output are those that were stamped', () => {
    expect(isStale({ sources: A, output: B }, { sources: A, output: B })).toBe(false)
    expect(isStale({ sources: A, output: B }, { sources: B, output: B })).toBe(true)
    expect(isStale({ sources: A, output: B }, { sources: A, output: A })).toBe(true)
    expect(isStale({ sources: A, output: B }, { sources: A, output: '' })).toBe(true)
    expect(isStale(null, { sources: A, output: B })).toBe(true)
  })

  it('is read back as written, and anything else is no stamp', () => {
    expect(parseStamp(formatStamp({ sources: A, output: B }))).toEqual({ sources: A, output: B })
    expect(parseStamp('')).toBeNull()
    expect(parseStamp(`sources ${A}\n`)).toBeNull()
  })
})

describe('digest of the sources', () => {
  let project = ''
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(project, path)), { recursive: true })
    await writeFile(join(project, path), text)
  }
  beforeEach(async () => {
    project = await mkdtemp(join(tmpdir(), 'build-stamp-'))
    await put('shared/a.ts', '1')
    await put('electron/main/index.ts', '2')
    await put('package.json', '{}')
  })
  afterEach(async () => {
    await rm(project, { recursive: true })
  })

  it('changes with a content, a name and a new file, not with a time', async () => {
    const first = await digestSources(project)
    await utimes(join(project, 'shared/a.ts'), 1, 1)
    expect(await digestSources(project)).toBe(first)
    await put('shared/a.ts', '2')
    const second = await digestSources(project)
    expect(second).not.toBe(first)
    await put('renderer/new.tsx', '')
    expect(await digestSources(project)).not.toBe(second)
  })

  it('does not change with what is not built in', async () => {
    const first = await digestSources(project)
    await put('electron/launch/start.ts', 'x')
    await put('electron/cli/main.ts', 'x')
    await put('resources/datasets/build/build-datasets.ts', 'x')
    await put('test/unit/x.test.ts', 'x')
    await put('out/main/index.cjs', 'x')
    expect(await digestSources(project)).toBe(first)
  })
})

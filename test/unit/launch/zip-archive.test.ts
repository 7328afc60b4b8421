import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { extractZipEntry, pathInside, readZipEntries } from '#electron/launch/zip-archive.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zip-archive-'))
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const LONG = '应急'.repeat(5_000)

async function writeArchive(change: (bytes: Uint8Array) => void = () => undefined): Promise<string> {
  const unix = { os: 3 }
  const bytes = zipSync({
    'a/run': [strToU8(LONG), { ...unix, attrs: 0o100755 << 16 }],
    'a/stored': [strToU8('plain'), { ...unix, level: 0, attrs: 0o100644 << 16 }],
    'a/empty': [new Uint8Array(0), { ...unix, attrs: 0o100644 << 16 }],
    'a/link': [strToU8('/etc/passwd'), { ...unix, level: 0, attrs: 0o120777 << 16 }],
  })
  change(bytes)
  const path = join(folder, 'x.zip')
  await writeFile(path, bytes)
  return path
}

async function extract(path: string, name: string): Promise<string> {
  const entry = (await readZipEntries(path)).find((candidate) => candidate.name === name)
  if (entry === undefined) throw new Error(`no ${name}`)
  const target = join(folder, 'out', name)
  await extractZipEntry(path, entry, target)
  return target
}

describe('archive', () => {
  it('gives back contents and the right to execute', async () => {
    const path = await writeArchive()
    const run = await extract(path, 'a/run')
    expect(await readFile(run, 'utf8')).toBe(LONG)
    expect((await stat(run)).mode & 0o111).toBe(0o111)
    const stored = await extract(path, 'a/stored')
    expect(await readFile(stored, 'utf8')).toBe('plain')
    expect((await stat(stored)).mode & 0o111).toBe(0)
    expect(await readFile(await extract(path, 'a/empty'), 'utf8')).toBe('')
  })

  it('refuses a damaged file, a symbolic link, and what is no archive', async () => {
    const path = await writeArchive((bytes) => {
      const at = Buffer.from(bytes.buffer).indexOf('plain')
      bytes[at] = 0x58
    })
    await expect(extract(path, 'a/stored')).rejects.toThrow(/damaged/)
    await expect(extract(path, 'a/link')).rejects.toThrow(/symbolic link/)
    await writeFile(path, 'not an archive, but long enough to be one')
    await expect(readZipEntries(path)).rejects.toThrow(/not a ZIP archive/)
  })

  it('never leads out of the target folder', () => {
    expect(pathInside('/t', 'a/b')).toBe(join('/t', 'a/b'))
    expect(() => pathInside('/t', '../etc/passwd')).toThrow(/leaves/)
    expect(() => pathInside('/t', 'a/../../x')).toThrow(/leaves/)
  })
})

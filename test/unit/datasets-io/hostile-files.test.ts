import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { readAllSources, type ReadSources } from '#electron/core/datasets/read-sources.ts'
import { listSourceFiles } from '#electron/core/datasets/source-files.ts'

const HEAD = 'id,name,kind,lng,lat,people\n'
const row = (id: string, name: string, people = '5'): string => `${id},${name},school,121.8,29.9,${people}\n`

function folderWith(content: string | Uint8Array | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'ecc-hostile-'))
  if (content !== null) writeFileSync(join(folder, 'targets.csv'), content)
  return folder
}
const read = (content: string | Uint8Array): Promise<ReadSources> =>
  readAllSources(listSourceFiles([folderWith(content)]))

describe('hostile files', () => {
  it('counts what zips inside a zip unpack to as one sum, before memory is full', () => {
    const inner = zipSync({ 'targets.csv': new Uint8Array(200 * 1024 * 1024) }, { level: 1 })
    const path = join(folderWith(null), 'bombs.zip')
    writeFileSync(path, zipSync(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`${name}.zip`, inner]))))
    expect(() => listSourceFiles([path])).toThrow(/“c.zip”解开后过大/)
  })

  it.each([
    ['an endless device', (path: string) => symlinkSync('/dev/zero', path)],
    ['a link to itself', (path: string) => symlinkSync('targets.csv', path)],
    ['a folder', (path: string) => mkdirSync(path)],
  ])('refuses %s named like a table at once, saying which', async (_, make) => {
    const folder = folderWith(null)
    make(join(folder, 'targets.csv'))
    const found = await Promise.resolve()
      .then(() => readAllSources(listSourceFiles([folder])))
      .then(({ broken }) => broken[0]?.error)
      .catch((error: unknown) => error)
    expect(found).toMatchObject({ code: 'file-unreadable', path: join(folder, 'targets.csv') })
  })

  it('does not take UTF-8 with a few wrong bytes for GB18030 and garble every name', async () => {
    const start = Buffer.from(HEAD + row('T-1', '新碶中学') + 'T-2,')
    const mixed = Buffer.concat([start, iconv.encode('大碶', 'gb18030'), Buffer.from(',school,121.8,29.9,5\n')])
    expect((await read(mixed)).broken[0]?.error).toMatchObject({ code: 'file-broken', value: 3 })
    const chinese = iconv.encode(HEAD + row('T-1', '新碶中学联通大楼'), 'gb18030')
    expect((await read(chinese)).files[0]?.records[0]?.value).toMatchObject({ name: '新碶中学联通大楼' })
  })

  it('refuses keys that differ only by case, width or space', async () => {
    const file = (await read(HEAD + row('T-1', '甲') + row('Ｔ-1', '乙') + row('t－1', '丙') + row('T-2', '丁')))
      .files[0]
    expect(file?.records.map(({ key }) => key)).toEqual(['T-1', 'T-2'])
    expect(file?.problems).toMatchObject([
      { line: 3, value: 'Ｔ-1', code: 'duplicate-id' },
      { line: 4, value: 't－1', code: 'duplicate-id' },
    ])
  })
})

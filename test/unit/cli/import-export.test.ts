import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { SMALL_FILES, withLine, writeFiles } from '../datasets-io/small-dataset.ts'
import { osmFile } from '../datasets-io/osm-file.ts'
import { PROJECT, run } from './run-cli.ts'

let folder = ''
let db = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-cli-'))
  db = join(folder, 'console.db')
})

const BAD_TEAM = withLine(
  'teams.csv',
  3,
  'T2,大碶站,GOV_FT,district,大碶街道,29.89,121.81,20,8,60,1,FIRE_BLDG:1,1,,演示,',
)

describe('import', () => {
  it('creates the database and reports each file', async () => {
    const { exitCode, document } = await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({ ok: true })
    expect(filesOf(document)['teams']).toEqual({
      file: 'teams.csv',
      kind: 'teams',
      read: 2,
      new: 2,
      changed: 0,
      unchanged: 0,
      refused: 0,
      problems: [],
    })
    expect(filesOf(document)['roads']).toMatchObject({ read: 2, new: 2, bbox: [121.8, 29.9, 121.82, 29.9] })
    expect((await run(['verify', '--db', db])).document).toEqual({ ok: true, problems: [] })
  })

  it('counts new, changed and unchanged rows the second time and keeps what it does not name', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    const teams = `${(SMALL_FILES['teams.csv'] ?? '').replace(',12,60,', ',13,60,')}T3,霞浦站,GOV_FT,district,霞浦街道,121.86,29.9,10,4,60,1,,1,,,\n`
    const second = writeFiles({ 'teams.csv': teams })
    const { document } = await run(['import', '--db', db, join(second, 'teams.csv')])
    expect(filesOf(document)['teams']).toMatchObject({ read: 3, new: 1, changed: 1, unchanged: 1, refused: 0 })
    await run(['export', '--db', db, '--to', join(folder, 'out')])
    expect(readFileSync(join(folder, 'out', 'vehicles.csv'), 'utf8')).toContain('V1,T1')
    expect(readFileSync(join(folder, 'out', 'teams.csv'), 'utf8')).toContain('T3')
  })

  it('writes nothing when one row is refused, and says where', async () => {
    const ending = await run(['import', '--db', db, writeFiles(BAD_TEAM)])
    expect(ending).toMatchObject({
      exitCode: 2,
      document: { ok: false },
      error: { code: 'rows-refused', path: 'teams.csv:3:lng,lat' },
    })
    expect(filesOf(ending.document)['teams']).toMatchObject({
      read: 2,
      refused: 1,
      problems: [{ line: 3, code: 'coordinates-swapped' }],
    })
    expect(readdirSync(folder)).toEqual([])
  })

  it('leaves a filled database as it was when a row is refused', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    const before = readFileSync(db)
    expect((await run(['import', '--db', db, writeFiles(BAD_TEAM)])).exitCode).toBe(2)
    expect(readFileSync(db).equals(before)).toBe(true)
  })

  it('writes the rest with --skip-bad-rows', async () => {
    const ending = await run(['import', '--skip-bad-rows', '--db', db, writeFiles(BAD_TEAM)])
    expect(ending).toMatchObject({ exitCode: 0, document: { ok: true } })
    expect(filesOf(ending.document)['teams']).toMatchObject({ new: 1, refused: 1 })
  })

  it('replaces all roads by those of an OSM file', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    const nodes = [
      { id: 1, lng: 121.8, lat: 29.9 },
      { id: 2, lng: 121.9, lat: 29.95 },
    ]
    const osm = osmFile({ nodes, ways: [{ id: 5, refs: [1, 2], tags: { highway: 'primary' } }] })
    const pbf = join(writeFiles({ 'city.osm.pbf': osm }), 'city.osm.pbf')
    const { document } = await run(['import', '--db', db, pbf])
    expect(filesOf(document)['roads']).toMatchObject({
      file: 'city.osm.pbf',
      read: 1,
      new: 1,
      bbox: [121.8, 29.9, 121.9, 29.95],
    })
    await run(['export', '--db', db, '--to', join(folder, 'out')])
    const roads: unknown = JSON.parse(readFileSync(join(folder, 'out', 'roads.geojson'), 'utf8'))
    expect(roads).toMatchObject({ schematic: false, features: [{ id: 'w5' }] })
  })

  it('refuses broken, missing, foreign and unknown files with a remedy, and writes nothing', async () => {
    const files = writeFiles({
      'cut.osm.pbf': osmFile({ nodes: [{ id: 1, lng: 1, lat: 1 }], ways: [] }).subarray(0, 60),
      'teams.xlsx': 'x',
      'strange.csv': 'a,b\n1,2\n',
      'bad.zip': 'not a zip',
      'dataset.json': '{"schema":',
    })
    for (const [name, code] of [
      ['cut.osm.pbf', 'file-broken'],
      ['teams.xlsx', 'file-broken'],
      ['strange.csv', 'bad-input'],
      ['bad.zip', 'file-broken'],
      ['dataset.json', 'bad-json'],
      ['none.csv', 'file-missing'],
    ]) {
      const ending = await run(['import', '--db', db, join(files, name ?? '')])
      expect(ending, name).toMatchObject({ exitCode: 2, error: { code } })
    }
    expect(existsSync(db)).toBe(false)
  })

  it('refuses a second data set in the same database, and a file that is no database', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    const other = { ...SMALL_FILES, 'dataset.json': (SMALL_FILES['dataset.json'] ?? '').replace('"small"', '"other"') }
    expect(await run(['import', '--db', db, writeFiles(other)])).toMatchObject({
      exitCode: 2,
      stdout: '',
      error: { code: 'conflict' },
    })
    const text = join(folder, 'text.db')
    writeFileSync(text, 'this is a text file and no database at all')
    expect(await run(['import', '--db', text, writeFiles(SMALL_FILES)])).toMatchObject({
      exitCode: 4,
      stdout: '',
      error: { code: 'database-damaged' },
    })
    expect(readFileSync(text, 'utf8')).toMatch(/^this is/)
  })
})

describe('export', () => {
  it('writes the shipped Beilun set through a database and back, row for row', async () => {
    await run(['import', '--db', db, join(PROJECT, 'resources/datasets/beilun')])
    expect((await run(['export', '--db', db, '--to', join(folder, 'out')])).exitCode).toBe(0)
    const { document } = await run(['import', '--db', db, join(folder, 'out')])
    for (const file of Object.values(filesOf(document)))
      expect(file).toMatchObject({ new: 0, changed: 0, refused: 0, problems: [] })
    const shipped = loadDatasetFolder(join(PROJECT, 'resources/datasets/beilun')).dataset
    expect(loadDatasetFolder(join(folder, 'out')).dataset).toEqual(shipped)
    const again = join(folder, 'again.db')
    await run(['import', '--db', again, join(folder, 'out')])
    await run(['export', '--db', again, '--to', join(folder, 'out2')])
    for (const name of readdirSync(join(folder, 'out'))) {
      expect(readFileSync(join(folder, 'out2', name)).equals(readFileSync(join(folder, 'out', name))), name).toBe(true)
    }
  })

  it('does not touch a folder with anything in it', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    expect(await run(['export', '--db', db, '--to', folder])).toMatchObject({
      exitCode: 4,
      stdout: '',
      error: { code: 'target-not-writable' },
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.csv'))).toEqual([])
  })
})

interface FileEntry {
  readonly kind: string
}

function filesOf(document: unknown): Record<string, FileEntry> {
  const files: unknown = typeof document === 'object' && document !== null ? Reflect.get(document, 'files') : []
  const entries = Array.isArray(files)
    ? files.filter((file): file is FileEntry => typeof file === 'object' && file !== null && 'kind' in file)
    : []
  return Object.fromEntries(entries.map((file) => [file.kind, file]))
}

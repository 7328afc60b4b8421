import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fromWgs84 } from '#electron/core/datasets/coordinates/coordinate-system.ts'
import { PROJECT, run } from './run-cli.ts'

/** The hospitals of Beilun with every position moved into GCJ-02. */
function shiftedHospitals(): string {
  const text = readFileSync(join(PROJECT, 'resources/datasets/beilun/hospitals.csv'), 'utf8')
  const lines = text.split('\n').map((line) => {
    const cells = line.split(',')
    const [lng, lat] = [Number(cells[3]), Number(cells[4])]
    if (!(lng > 0)) return line
    const shifted = fromWgs84({ lng, lat }, 'gcj02')
    return cells.with(3, shifted.lng.toFixed(6)).with(4, shifted.lat.toFixed(6)).join(',')
  })
  const file = join(mkdtempSync(join(tmpdir(), 'ecc-crs-')), 'hospitals.csv')
  writeFileSync(file, lines.join('\n'))
  return file
}

describe('import of positions in another system', () => {
  it('refuses shifted hospitals with the evidence, writes nothing, and converts them when told', async () => {
    const file = shiftedHospitals()
    const db = join(mkdtempSync(join(tmpdir(), 'ecc-crs-')), 'a.db')
    const refused = await run(['import', '--db', db, file])
    expect(refused).toMatchObject({
      exitCode: 2,
      error: { code: 'coordinates-shifted', path: 'hospitals.csv', value: 'gcj02' },
      document: { ok: false, crs: { evidence: { system: 'gcj02', hospitals: 10 }, question: { proposal: 'gcj02' } } },
    })
    expect(existsSync(db)).toBe(false)

    const told = await run(['import', '--db', db, '--crs', 'gcj02', file])
    expect(told).toMatchObject({ exitCode: 0, document: { crs: { files: [{ system: 'gcj02', by: 'user' }] } } })
    const sound = await run(['import', '--db', db, join(PROJECT, 'resources/datasets/beilun/hospitals.csv')])
    expect(sound.document).toMatchObject({
      ok: true,
      crs: { evidence: { system: 'wgs84', shiftM: 0 }, question: null },
    })
  })

  it('takes the declaration of dataset.json, and says WGS84 of what it stores', async () => {
    const folder = dirname(shiftedHospitals())
    const head = { schema: 'dataset/1', id: 'x', name: 'x', region: '', asOf: '2026-07-01', isDemo: true, sources: [] }
    writeFileSync(join(folder, 'dataset.json'), JSON.stringify({ ...head, crs: 'gcj02' }))
    const db = join(folder, 'a.db')
    const declared = await run(['import', '--db', db, folder])
    expect(declared).toMatchObject({ exitCode: 0, document: { crs: { files: [{ system: 'gcj02', by: 'file' }] } } })
    await run(['export', '--db', db, '--to', join(folder, 'out')])
    expect(readFileSync(join(folder, 'out', 'dataset.json'), 'utf8')).toContain('"crs": "wgs84"')
    expect(readFileSync(join(folder, 'out', 'hospitals.csv'), 'utf8')).toContain(',121.83859')
  })

  it('names the systems it knows when it is told another', async () => {
    const ending = await run(['import', '--db', '/nowhere/x.db', '--crs', 'xian80', 'x.csv'])
    expect(ending).toMatchObject({ exitCode: 2, error: { code: 'bad-option', path: '--crs', value: 'xian80' } })
  })
})

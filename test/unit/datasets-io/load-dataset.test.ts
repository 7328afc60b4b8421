import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { formatDataset } from '#electron/core/datasets/format-dataset.ts'
import { loadDatasetFolder, openDatasetZip } from '#electron/core/datasets/load-dataset.ts'
import { SMALL_FILES, withLine, writeFiles } from './small-dataset.ts'

const RESOURCES = join(import.meta.dirname, '../../../resources')

function errorOf(work: () => unknown): AppError {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('did not throw')
}

describe('loading a data set folder', () => {
  it('reads tables, roads and areas as values, and keeps unknown columns as notes', () => {
    const { dataset, report } = loadDatasetFolder(writeFiles(SMALL_FILES))
    expect(report.ok).toBe(true)
    expect(dataset.teams[0]).toMatchObject({
      id: 'T1',
      turnoutS: 60,
      isDemo: 1,
      note: '甲,"乙"',
      extras: { class: 'first' },
      capabilities: [
        { capability: 'HAZ_PLUG', quantity: 2 },
        { capability: 'FOAM', quantity: 1 },
      ],
    })
    expect(dataset.teams[1]).not.toHaveProperty('extras')
    expect(dataset.people[0]).toMatchObject({ specialties: ['化工', '环保'], lng: null })
    expect(dataset.roads[0]).toMatchObject({ fromNode: 'A', toNode: 'B', altNames: ['老路', '旧路'], isDemo: true })
    expect(dataset.roads[0]?.lengthM).toBeCloseTo(963.9, 0)
    expect(dataset.roadsSchematic).toBe(true)
    expect(dataset.areas[0]?.polygons[0]?.[0]).toHaveLength(5)
  })

  it('reads the same data set from GB18030, with a BOM and from a zip', async () => {
    const plain = loadDatasetFolder(writeFiles(SMALL_FILES)).dataset
    const teams = SMALL_FILES['teams.csv'] ?? ''
    const people = SMALL_FILES['people.csv'] ?? ''
    const encoded = {
      ...SMALL_FILES,
      'teams.csv': iconv.encode(teams, 'gb18030'),
      'people.csv': `\uFEFF${people.replaceAll('\n', '\r\n')}`,
    }
    expect(loadDatasetFolder(writeFiles(encoded)).dataset).toEqual(plain)
    const members = Object.fromEntries(
      Object.entries(SMALL_FILES).map(([name, text]) => [`small/${name}`, strToU8(text)]),
    )
    const folder = writeFiles({ 'small.zip': zipSync(members) })
    expect((await openDatasetZip(join(folder, 'small.zip'))).dataset).toEqual(plain)
  })

  it('gives the same version whatever the order of rows, and another one for other content', () => {
    const version = loadDatasetFolder(writeFiles(SMALL_FILES)).dataset.version
    const [header = '', first = '', second = ''] = (SMALL_FILES['teams.csv'] ?? '').split('\n')
    const turned = { ...SMALL_FILES, 'teams.csv': `${header}\n${second}\n${first}\n` }
    expect(loadDatasetFolder(writeFiles(turned)).dataset.version).toBe(version)
    const other = withLine('vehicles.csv', 2, 'V1,T1,HAZMAT,抢险车,浙B0001,7,80,3.5,18,HAZ_PLUG:1,在位')
    expect(loadDatasetFolder(writeFiles(other)).dataset.version).not.toBe(version)
    expect(version).toMatch(/^sha256:[0-9a-f]{64}$/)
  })

  it('names file, line, column and value of the first fault', () => {
    const folder = writeFiles(withLine('vehicles.csv', 2, 'V1,T9,HAZMAT,抢险车,浙B0001,6,80,3.5,18,,在位'))
    const error = errorOf(() => loadDatasetFolder(folder))
    expect(error).toMatchObject({ code: 'dataset-damaged', value: 'T9' })
    expect(error.path).toContain('vehicles.csv:2:team_id')
    expect(error.message).toContain('T9')
  })

  it('refuses a folder without dataset.json and a broken GeoJSON', () => {
    expect(errorOf(() => loadDatasetFolder(writeFiles({})))).toMatchObject({ code: 'dataset-missing' })
    const cut = { ...SMALL_FILES, 'roads.geojson': (SMALL_FILES['roads.geojson'] ?? '').slice(0, 200) }
    expect(errorOf(() => loadDatasetFolder(writeFiles(cut)))).toMatchObject({ code: 'dataset-damaged' })
  })

  it.each(['beilun', 'cixi'])('writes the shipped set %s back without losing anything', (name) => {
    const { dataset } = loadDatasetFolder(join(RESOURCES, 'datasets', name))
    const files = formatDataset(dataset)
    const again = loadDatasetFolder(writeFiles(Object.fromEntries(files))).dataset
    expect(again.version).toBe(dataset.version)
    expect(again).toEqual(dataset)
    expect(formatDataset(again)).toEqual(files)
  })
})

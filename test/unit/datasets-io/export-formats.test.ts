import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { ExportFormat } from '#shared/contract/exports.contract.ts'
import { exportLibrary, type ExportFiles } from '#electron/core/datasets/export/export-library.ts'
import { loadDatasetFolder, openDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { readAllSources } from '#electron/core/datasets/read-sources.ts'
import { listSourceFiles } from '#electron/core/datasets/source-files.ts'
import { writeFolder } from '#electron/core/datasets/write-folder.ts'
import { SMALL_FILES, writeFiles } from './small-dataset.ts'

const SHIPPED = join(import.meta.dirname, '../../../resources/datasets')

function written(files: ExportFiles): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'ecc-export-')), 'out')
  writeFolder(folder, files)
  return folder
}

async function roundTrip(dataset: Dataset, format: ExportFormat): Promise<Dataset> {
  return (await openDatasetFolder(written(await exportLibrary(dataset, format)))).dataset
}

const small = (changes: Readonly<Record<string, string>> = {}): Dataset =>
  loadDatasetFolder(writeFiles({ ...SMALL_FILES, ...changes })).dataset

const LONG = `${'很长的备注，'.repeat(40)}完`
const TEAMS = [
  'id,name,type,tier,town,lng,lat,personnel,on_duty,turnout_s,phone,capabilities,is_demo,负责领域,负责领域二,source,note',
  `T1,"=cmd|' /C calc'!A1",GOV_FT,district,"新碶 & <街道>",121.8300001,29.91,30,12,60,+8657486880001,HAZ_PLUG:2,1,甲,乙,"a ""b"" \n c",${LONG}`,
  'T2,大碶站,GOV_FT,district,大碶街道,121.81,29.89,20,8,60,0574-86880002,FIRE_BLDG:1,1,,丙,演示,',
  '',
].join('\n')

describe('export and import', () => {
  it.each(['beilun', 'cixi'])('brings %s back unchanged through GeoJSON, KML and shapefiles', async (name) => {
    const { dataset } = loadDatasetFolder(join(SHIPPED, name))
    for (const format of ['geojson', 'kml', 'shp'] as const) {
      const back = await roundTrip(dataset, format)
      expect(back.version, format).toBe(dataset.version)
    }
  })

  it.each(['csv', 'xlsx', 'geojson', 'kml', 'shp'] as const)(
    'keeps long texts, odd characters and columns of Chinese names in %s',
    async (format) => {
      const dataset = small({ 'teams.csv': TEAMS })
      const back = await roundTrip(dataset, format)
      expect(back.teams).toEqual(dataset.teams)
      expect(back.version).toBe(dataset.version)
      expect(back.teams[0]?.note).toBe(LONG)
    },
  )

  it('gives the same bytes for the same library in every format', async () => {
    const dataset = small()
    for (const format of ['csv', 'xlsx', 'geojson', 'kml', 'shp'] as const) {
      const [first, second] = [await exportLibrary(dataset, format), await exportLibrary(dataset, format)]
      expect([...second], format).toEqual([...first])
    }
  })

  it('leaves tables without position as CSV beside the layers', async () => {
    const files = [...(await exportLibrary(small(), 'kml')).keys()]
    expect(files).toEqual(
      expect.arrayContaining(['dataset.json', 'teams.kml', 'roads.kml', 'vehicles.csv', 'rosters.csv']),
    )
    expect(files).not.toContain('teams.csv')
  })

  it('does not take a text that a shapefile cut short for the whole one', async () => {
    const files = await exportLibrary(small({ 'teams.csv': TEAMS }), 'shp')
    const zip = files.get('teams.zip')
    if (zip === undefined || typeof zip === 'string') throw new Error('no teams.zip')
    const parts = unzipSync(zip)
    delete parts['teams.columns']
    const folder = written(new Map([['teams.zip', zipSync(parts)]]))
    const { files: read } = await readAllSources(listSourceFiles([join(folder, 'teams.zip')]))
    expect(read[0]).toMatchObject({ kind: 'teams', read: 2, refused: 1, declaredSystem: 'wgs84' })
    expect(read[0]?.problems).toMatchObject([{ line: 1, column: 'note', code: 'text-cut' }])
    // Without the sidecar the ten letters of a column still mean the column.
    expect(read[0]?.records[0]?.value).toMatchObject({
      id: 'T2',
      turnoutS: 60,
      capabilities: [{ capability: 'FIRE_BLDG' }],
    })
  })

  it('refuses a control character that KML cannot hold, naming the table', async () => {
    const dataset = small({ 'teams.csv': (SMALL_FILES['teams.csv'] ?? '').replace('大碶站', '大碶\u0001站') })
    await expect(exportLibrary(dataset, 'kml')).rejects.toThrow(/teams.*控制字符/)
  })
})

import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { AppError } from '#shared/kernel/app-error.ts'
import { readAllSources } from '#electron/core/datasets/read-sources.ts'
import type { ReadFile } from '#electron/core/datasets/record-kind.ts'
import { listSourceFiles } from '#electron/core/datasets/source-files.ts'
import { dbfOf, geoJson, shpOf, sourceOf } from './gis-file.ts'

const PAD = { id: 'H1', name: '体育场', kind: 'field', surface: '草地' }
const POINT = { type: 'Point', coordinates: [121.83, 29.9] }

/** Reads one file; a fault of the whole file comes back as its error. */
async function read(name: string, content: string | Uint8Array): Promise<readonly ReadFile[] | AppError> {
  const { files, broken } = await readAllSources([sourceOf(name, content)])
  return broken[0]?.error ?? files
}

async function readOne(name: string, content: string | Uint8Array): Promise<ReadFile> {
  const files = await read(name, content)
  if (files instanceof AppError) throw files
  const [file] = files
  if (file === undefined) throw new Error('nothing read')
  return file
}

describe('GeoJSON of a table', () => {
  it('takes properties as columns and the geometry as position, whatever the file is called', async () => {
    for (const name of ['helipads.geojson', '导出.json']) {
      const file = await readOne(name, geoJson([[PAD, POINT]]))
      expect(file).toMatchObject({ kind: name === 'helipads.geojson' ? 'helipads' : file.kind, read: 1, refused: 0 })
      expect(file.records[0]?.value).toMatchObject({ id: 'H1', lng: 121.83, lat: 29.9, surface: '草地' })
    }
    expect((await readOne('导出.json', geoJson([[PAD, POINT]]))).kind).toBe('helipads')
  })

  it('puts an area at a point inside it, drops altitudes, and notes both', async () => {
    // A hook: neither its middle nor the mean of its corners lies inside.
    const ring = [
      [121, 29],
      [121.09, 29],
      [121.09, 29.01],
      [121.01, 29.01],
      [121.01, 29.09],
      [121, 29.09],
      [121, 29],
    ]
    const area = { type: 'Polygon', coordinates: [ring] }
    const high = { type: 'Point', coordinates: [121.83, 29.9, 12.5] }
    const file = await readOne(
      'helipads.geojson',
      geoJson([
        [PAD, area],
        [{ ...PAD, id: 'H2' }, high],
      ]),
    )
    const { lng, lat } = { lng: 0, lat: 0, ...file.records[0]?.value }
    expect((lng > 121 && lng < 121.01) || (lat > 29 && lat < 29.01)).toBe(true)
    expect(file.notes?.map(({ code, value }) => `${code}:${value}`)).toEqual(['altitude-dropped:1', 'area-to-point:1'])
    expect(file.records[1]?.value).toMatchObject({ lng: 121.83, lat: 29.9 })
  })

  it('refuses a feature by its number, with one fault for one cause', async () => {
    const deep = JSON.parse('['.repeat(2000) + ']'.repeat(2000)) as unknown
    const file = await readOne(
      'helipads.geojson',
      geoJson([
        [PAD, POINT],
        [PAD, POINT],
        [{ ...PAD, id: 'H3' }, null],
        [
          { ...PAD, id: 'H4' },
          {
            type: 'LineString',
            coordinates: [
              [121, 29],
              [121, 30],
            ],
          },
        ],
        [
          { ...PAD, id: 'H5' },
          { type: 'Point', coordinates: [29.9, 121.83] },
        ],
        [
          { ...PAD, id: 'H6' },
          { type: 'Point', coordinates: [500_000, 3_320_113] },
        ],
        [{ ...PAD, id: 'H7', note: 'x'.repeat(10_000_000) }, POINT],
        [{ ...PAD, id: 'H8', note: deep }, POINT],
        [
          { ...PAD, id: 'H9' },
          { type: 'Point', coordinates: deep },
        ],
      ]),
    )
    expect(file).toMatchObject({ read: 9, refused: 8 })
    expect(file.problems.map(({ line, code }) => `${line}:${code}`)).toEqual([
      '2:duplicate-id',
      '3:value-missing',
      '3:value-missing',
      '4:bad-geometry',
      '5:coordinates-swapped',
      '6:place-out-of-area',
      '7:cell-too-long',
      '8:bad-value',
      '9:bad-geometry',
    ])
    expect(JSON.stringify(file.problems).length).toBeLessThan(3000)
  })

  it('converts a projected collection: Web Mercator puts 30° N at 3 503 549.84 m', async () => {
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3857' } }
    const place = { type: 'Point', coordinates: [13_562_053.66, 3_503_549.84] } // 121.83 E, 30 N
    const file = await readOne('helipads.geojson', geoJson([[PAD, place]], { crs }))
    const { lng, lat } = { lng: 0, lat: 0, ...file.records[0]?.value }
    expect([lng, lat].map((value) => value.toFixed(4))).toEqual(['121.8300', '30.0000'])
  })
})

const kml = (inside: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="x"><Document>${inside}</Document></kml>`
const data = (columns: object): string =>
  `<ExtendedData>${Object.entries(columns)
    .map(([name, value]) => `<Data name="${name}"><value>${String(value)}</value></Data>`)
    .join('')}</ExtendedData>`
const PIN = `<Placemark><name>体育场</name>${data({ id: 'H1', kind: 'field' })}<Point><coordinates> 121.83,29.9,0 </coordinates></Point></Placemark>`

describe('KML', () => {
  it('reads each folder named as a table, roads from lines, and schema data', async () => {
    const pin = PIN.replace(
      '<Data name="kind"><value>field</value></Data>',
      '<SchemaData><SimpleData name="kind">field</SimpleData></SchemaData>',
    )
    const road = `<Placemark>${data({ id: 'R1', class: 'primary' })}<LineString><coordinates>121.8,29.9 121.81,29.9</coordinates></LineString></Placemark>`
    const files = await read(
      'x.kml',
      kml(`<Folder><name>临时起降点</name>${pin}</Folder><Folder><name>roads</name>${road}</Folder>`),
    )
    expect(files).toMatchObject([
      { file: 'x.kml[临时起降点]', kind: 'helipads', read: 1, refused: 0 },
      { file: 'x.kml[roads]', kind: 'roads', read: 1, refused: 0 },
    ])
    expect(await readOne('helipads.kmz', zipSync({ 'doc.kml': strToU8(kml(PIN)) }))).toMatchObject({
      kind: 'helipads',
      records: [{ value: { id: 'H1', name: '体育场', kind: 'field', lng: 121.83, lat: 29.9 } }],
    })
  })

  it.each([
    ['entities that unfold without end', `<!DOCTYPE k [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${kml(PIN)}`, /DOCTYPE/],
    ['a file that was cut', kml(PIN).slice(0, -40), /不是完整的 KML/],
    ['nesting without end', kml('<Folder>'.repeat(5000) + '</Folder>'.repeat(5000)), /不是完整的 KML/],
    ['another kind of XML', '<gpx></gpx>', /没有 <kml>/],
    ['a KMZ without KML', zipSync({ 'a.txt': strToU8('x') }), /没有 .kml/],
  ])('refuses %s', async (_, content, message) => {
    const error = await read(typeof content === 'string' ? 'helipads.kml' : 'helipads.kmz', content)
    expect(error).toMatchObject({ code: 'file-broken', message: expect.stringMatching(message) as unknown })
  })
})

describe('bombs', () => {
  it('are refused before a tree or a list is built of them', async () => {
    expect(await read('x.kml', `<kml>${'<a/>'.repeat(6_000_001)}</kml>`)).toMatchObject({ code: 'file-too-large' })
    const bomb = Buffer.from(zipSync({ 'doc.kml': strToU8(kml(PIN)) }))
    bomb.writeUInt32LE(140 * 1024 * 1024, bomb.lastIndexOf('PK\u0001\u0002') + 24) // the size that the directory declares
    expect(await read('x.kmz', bomb)).toMatchObject({ code: 'file-too-large' })
    const path = join(mkdtempSync(join(tmpdir(), 'ecc-zip-')), 'x.zip')
    writeFileSync(path, zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'teams.csv': strToU8('id') }) }) }))
    expect(() => listSourceFiles([path])).toThrow(/套了太多层/)
  })
})

const COLUMNS = ['ID', 'NAME', 'KIND', 'SURFACE']
const ROWS = [['0007', '体育场', '场地', '草地']]

function shapefile(parts: Readonly<Record<string, Uint8Array | string>> = {}): Uint8Array {
  const all = { shp: shpOf([[121.83, 29.9]]), dbf: dbfOf(COLUMNS, ROWS, 'gb18030'), ...parts }
  const files = Object.entries(all).flatMap(([ending, content]) =>
    content.length === 0 ? [] : [[`临时/HELIPADS.${ending}`, typeof content === 'string' ? strToU8(content) : content]],
  )
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>)
}

async function readZip(parts?: Parameters<typeof shapefile>[0]): Promise<ReadFile | AppError> {
  const path = join(mkdtempSync(join(tmpdir(), 'ecc-shp-')), 'x.zip')
  writeFileSync(path, shapefile(parts))
  const { files, broken } = await readAllSources(listSourceFiles([path]))
  return broken[0]?.error ?? files[0] ?? new AppError('internal', 'nothing read')
}

const GEOGCS = (name: string): string =>
  `GEOGCS["${name}",DATUM["D_${name}",SPHEROID["S",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]`
const PROJCS = `PROJCS["CGCS2000_3_Degree_GK_Zone_40",${GEOGCS('China_2000')},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",40500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",120.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`

describe('zipped shapefile', () => {
  it.each([
    ['gb18030', ''],
    ['utf8', ''],
    ['gb18030', 'GBK'],
    ['gb18030', '936'],
    ['utf8', 'UTF-8'],
  ])('reads Chinese in %s with .cpg “%s”, capitals as columns, and keeps leading zeros', async (encoding, cpg) => {
    const file = await readZip({ dbf: dbfOf(COLUMNS, ROWS, encoding), cpg })
    expect(file).toMatchObject({
      file: 'HELIPADS.shp',
      kind: 'helipads',
      records: [{ value: { id: '0007', name: '体育场', kind: '场地', surface: '草地', lng: 121.83, lat: 29.9 } }],
    })
  })

  it('converts Gauss-Krüger metres: the meridian arc to 30° N is 3 320 113.4 m', async () => {
    const file = await readZip({ shp: shpOf([[40_500_000, 3_320_113.398]]), prj: PROJCS })
    expect(file).toMatchObject({ declaredSystem: 'wgs84', records: [{ value: { id: '0007' } }] })
    const { lng, lat } = { lng: 0, lat: 0, ...('records' in file ? file.records[0]?.value : {}) }
    expect([lng, lat].map((value) => value.toFixed(7))).toEqual(['120.0000000', '30.0000000'])
  })

  it('takes CGCS2000 degrees as WGS84, and refuses a datum whose shift it does not know', async () => {
    expect(await readZip({ prj: GEOGCS('China_Geodetic_Coordinate_System_2000') })).toMatchObject({
      declaredSystem: 'wgs84',
    })
    expect(await readZip({ prj: GEOGCS('Beijing_1954') })).toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(/Beijing_1954.*EPSG:4326/) as unknown,
    })
  })

  it.each([
    ['a cut .shp', { shp: shpOf([[121.83, 29.9]]).subarray(0, 120) }, /没有传完/],
    ['a .shp whose record is longer than the file', { shp: withLength(5000) }, /记录不完整/],
    ['a .dbf that lies about its records', { dbf: withCount(4_000_000_000) }, /4000000000 条记录，实际只有 1 条/],
    ['fewer shapes than rows', { shp: shpOf([]) }, /0 个图形，属性表却有 1 条/],
    ['no .dbf', { dbf: '' }, /缺少同名的 .dbf/],
    ['an unknown encoding', { cpg: 'KLINGON' }, /KLINGON/],
  ])('refuses %s', async (_, parts, message) => {
    expect(await readZip(parts)).toMatchObject({
      code: 'file-broken',
      message: expect.stringMatching(message) as unknown,
    })
  })

  it('refuses a row whose position is no number', async () => {
    expect(await readZip({ shp: shpOf([[Number.NaN, Infinity]]) })).toMatchObject({
      refused: 1,
      problems: [{ line: 1, code: 'bad-geometry' }],
    })
  })
})

function withLength(bytes: number): Buffer {
  const shp = shpOf([[121.83, 29.9]])
  shp.writeInt32BE(bytes / 2, 104)
  return shp
}

function withCount(count: number): Buffer {
  const dbf = dbfOf(COLUMNS, ROWS)
  dbf.writeUInt32LE(count, 4)
  return dbf
}

import { describe, expect, it } from 'vitest'
import { distanceM } from '#shared/kernel/geo.ts'
import { assessCoordinates } from '#electron/core/datasets/coordinates/assess-coordinates.ts'
import { convertFile } from '#electron/core/datasets/coordinates/convert-file.ts'
import {
  fromWgs84,
  systemNamed,
  toWgs84,
  type CoordinateSystem,
} from '#electron/core/datasets/coordinates/coordinate-system.ts'
import { detectShift } from '#electron/core/datasets/coordinates/detect-shift.ts'
import {
  knownPlacesOf,
  normaliseName,
  placesOfRecords,
  type NamedPlace,
} from '#electron/core/datasets/coordinates/known-places.ts'
import { readRoads } from '#electron/core/datasets/read-roads.ts'
import { readTable } from '#electron/core/datasets/read-table.ts'
import type { ReadFile } from '#electron/core/datasets/record-kind.ts'

const HOSPITALS: readonly NamedPlace[] = [
  ['北仑区人民医院', 121.83859, 29.89029],
  ['小港医院', 121.7523, 29.9412],
  ['大碶医院', 121.8012, 29.8931],
  ['柴桥医院', 121.9071, 29.8602],
  ['白峰卫生院', 121.9563, 29.8733],
].map(([name, lng, lat]) => ({ name: String(name), lng: Number(lng), lat: Number(lat), isHospital: true }))
const KNOWN = knownPlacesOf([HOSPITALS])

/** The hospitals as a file in a system writes them, each `noiseM` off in its own direction. */
function written(system: CoordinateSystem, noiseM = 0, places = HOSPITALS): NamedPlace[] {
  return places.map((place, index) => {
    const { lng, lat } = fromWgs84(place, system)
    const angle = index * 2.4
    const offset = noiseM / 111_195
    return { ...place, lng: lng + Math.cos(angle) * offset, lat: lat + Math.sin(angle) * offset }
  })
}

const tableOf = (places: readonly NamedPlace[], changes: Partial<ReadFile> = {}): ReadFile => {
  const rows = places.map(({ name, lng, lat }, index) => `H${index},${name},,${lng},${lat},,,0,0,0,`)
  const header = 'id,name,town,lng,lat,beds,free_beds,toxicology,burns,decontamination,phone'
  return { ...readTable('hospitals', [header, ...rows].join('\n'), 'hospitals.csv'), ...changes }
}

const given = { chosen: null, declared: null }

describe('coordinate systems', () => {
  it('meets the check value of GCJ-02 and comes back from both systems within a centimetre', () => {
    const gcj = fromWgs84({ lng: 121.83, lat: 29.9 }, 'gcj02')
    expect(Math.abs(gcj.lng - 121.834127)).toBeLessThan(1e-5)
    expect(Math.abs(gcj.lat - 29.897459)).toBeLessThan(1e-5)
    for (const system of ['gcj02', 'bd09'] as const) {
      for (const place of [...HOSPITALS, { lng: 73.6, lat: 39.5 }, { lng: 134.7, lat: 48.4 }]) {
        const back = toWgs84(fromWgs84(place, system), system)
        expect(Math.abs(back.lng - place.lng)).toBeLessThan(1.1e-7)
        expect(Math.abs(back.lat - place.lat)).toBeLessThan(1.1e-7)
      }
    }
  })

  it.each([
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'wgs84'],
    ['EPSG:4490', 'wgs84'],
    ['CGCS2000', 'wgs84'],
    ['GCJ-02', 'gcj02'],
    ['BD09', 'bd09'],
    ['urn:ogc:def:crs:EPSG::3857', null],
    ['EPSG:14326', null],
  ])('reads the name %s as %s', (name, system) => {
    expect(systemNamed(name)).toBe(system)
  })

  it('takes names of one place for the same, and keeps short names whole', () => {
    expect(normaliseName('宁波市北仑区人民医院（新大楼）')).toBe(normaliseName('人民医院 (新大楼)'))
    expect(normaliseName('北仑中学')).toBe('北仑中学')
  })
})

describe('the shift of named places', () => {
  it.each(['wgs84', 'gcj02', 'bd09'] as const)('finds %s by five hospitals that are 120 m off each', (system) => {
    const evidence = detectShift(written(system, 120), KNOWN)
    expect(evidence).toMatchObject({ system, matched: 5, hospitals: 5, elsewhere: 0 })
    expect(evidence.residualM[system]).toBeLessThan(100)
  })

  it('gives the shift in metres: 398 m east and 282 m south at the check value', () => {
    const place = (index: number): NamedPlace => ({
      name: `医院${index}号院`,
      lng: 121.83,
      lat: 29.9,
      isHospital: true,
    })
    const places = [1, 2, 3].map(place)
    const evidence = detectShift(written('gcj02', 0, places), knownPlacesOf([places]))
    expect(evidence).toMatchObject({ shiftEastM: 398, shiftNorthM: -283, shiftM: 488, spreadM: 0 })
    expect(evidence.residualM).toMatchObject({ gcj02: 0, wgs84: 488 })
  })

  it('knows nothing from two hospitals, and turns to other places when hospitals are too few', () => {
    expect(detectShift(written('gcj02').slice(0, 2), KNOWN)).toMatchObject({
      system: 'unknown',
      why: 'too-few',
      matched: 2,
    })
    const schools = HOSPITALS.slice(2).map((place) => ({ ...place, isHospital: false }))
    const mixedKinds = knownPlacesOf([[...HOSPITALS.slice(0, 2), ...schools]])
    expect(detectShift(written('gcj02'), mixedKinds)).toMatchObject({ system: 'gcj02', matched: 5, hospitals: 2 })
  })

  it('calls a file mixed when two hospitals are shifted and three are not', () => {
    const places = [...written('gcj02').slice(0, 2), ...written('wgs84').slice(2)]
    expect(detectShift(places, KNOWN)).toMatchObject({ system: 'unknown', why: 'mixed', votes: { wgs84: 3, gcj02: 2 } })
  })

  it('is not misled by one misplaced hospital, nor by one of the same name in another county', () => {
    const places = written('gcj02')
    const [first, second] = places
    if (first !== undefined) places[0] = { ...first, lng: first.lng + 0.3 }
    if (second !== undefined) places[1] = { ...second, lat: second.lat + 0.006 }
    expect(detectShift(places, KNOWN)).toMatchObject({ system: 'gcj02', elsewhere: 1, matched: 4 })
  })

  it('does not take a shift of another kind for one of the three', () => {
    const places = HOSPITALS.map((place) => ({ ...place, lng: place.lng - 0.008 }))
    expect(detectShift(places, KNOWN)).toMatchObject({ system: 'unknown', why: 'no-fit' })
  })
})

describe('the question of an import', () => {
  it('asks when the teams of the library come back shifted together, though their positions are made up and have no hospital by', () => {
    const teamsIn = (system: CoordinateSystem): ReadFile => {
      const rows = written(system).map(({ lng, lat }, at) => `T${at},队${at},PRO,street,,${lng},${lat},20,5,60,,,1`)
      const header = 'id,name,type,tier,town,lng,lat,personnel,on_duty,turnout_s,phone,capabilities,is_demo'
      return readTable('teams', [header, ...rows].join('\n'), 'teams.csv')
    }
    const library = teamsIn('wgs84').records.map(({ value }) => value)
    const known = knownPlacesOf([HOSPITALS, placesOfRecords('teams', library)])
    const asked = assessCoordinates([teamsIn('gcj02')], known, given)
    expect(asked.question).toMatchObject({ code: 'shifted', proposal: 'gcj02', files: ['teams.csv'] })
    expect(asked.question?.message).toContain('5 个已知地点（其中医院 0 家）')
    const same = assessCoordinates([teamsIn('wgs84')], known, given)
    expect(same).toMatchObject({ question: null, files: [{ system: 'wgs84', by: 'places' }] })
    expect(assessCoordinates([teamsIn('gcj02')], knownPlacesOf([HOSPITALS]), given).question).toBeNull()
  })

  it('asks with a proposal when hospitals are shifted, and takes the word of the user', () => {
    const file = tableOf(written('gcj02'))
    const asked = assessCoordinates([file], KNOWN, given)
    expect(asked.question).toMatchObject({ code: 'shifted', proposal: 'gcj02', files: ['hospitals.csv'] })
    expect(asked.question?.message).toContain('5 个已知地点（其中医院 5 家）')
    const told = assessCoordinates([file], KNOWN, { ...given, chosen: 'gcj02' })
    expect(told).toMatchObject({ question: null, files: [{ system: 'gcj02', by: 'user' }] })
    const [place] = convertFile(file, 'gcj02').records
    expect(place?.value).toMatchObject({ lng: 121.83859, lat: 29.89029 })
  })

  it('asks when a declared system and the places contradict each other', () => {
    const declared = assessCoordinates([tableOf(written('gcj02'), { declaredSystem: 'wgs84' })], KNOWN, given)
    expect(declared.question).toMatchObject({ code: 'contradicts', proposal: 'gcj02' })
    const sound = assessCoordinates([tableOf(written('bd09'))], KNOWN, { chosen: null, declared: 'bd09' })
    expect(sound).toMatchObject({ question: null, files: [{ system: 'bd09', by: 'file' }] })
  })

  it('names the files when each is in a system of its own', () => {
    const other = { ...tableOf(written('wgs84')), file: 'b.csv' }
    const report = assessCoordinates([tableOf(written('gcj02')), other], KNOWN, given)
    expect(report.question).toMatchObject({ code: 'mixed', proposal: null })
    expect(report.question?.message).toContain('b.csv 像 WGS84')
  })

  it('proves nothing from invented positions', () => {
    const file = tableOf(written('gcj02'))
    const demo = {
      ...file,
      records: file.records.map((record) => ({ ...record, value: { ...record.value, isDemo: 1 } })),
    }
    const report = assessCoordinates([demo], KNOWN, given)
    expect(report).toMatchObject({ question: null, files: [{ system: 'wgs84', by: 'assumed' }] })
    expect(report.evidence).toMatchObject({ why: 'too-few', matched: 0 })
  })

  it('never shifts an OSM file, whatever is said', () => {
    const osm = tableOf(written('wgs84'), { declaredSystem: 'wgs84', isSystemFixed: true })
    expect(assessCoordinates([osm], KNOWN, { ...given, chosen: 'gcj02' }).files).toMatchObject([{ system: 'wgs84' }])
  })

  it('brings lines to WGS84 with their length and the nodes named after their ends', () => {
    const ends = [
      { lng: 121.8, lat: 29.9 },
      { lng: 121.81, lat: 29.9 },
    ]
    const coordinates = ends.map((end) => fromWgs84(end, 'gcj02')).map(({ lng, lat }) => [lng, lat])
    const feature = { type: 'Feature', properties: { id: 'R1' }, geometry: { type: 'LineString', coordinates } }
    const file = readRoads(JSON.stringify({ type: 'FeatureCollection', features: [feature] }), 'roads.geojson')
    const [road] = convertFile(file, 'gcj02').records
    expect(road?.value).toMatchObject({
      coordinates: ends.map(({ lng, lat }) => [lng, lat]),
      fromNode: '@121.800000,29.900000',
      toNode: '@121.810000,29.900000',
    })
    const [a, b] = ends
    const length = a === undefined || b === undefined ? 0 : distanceM(a, b)
    expect(Reflect.get(road?.value ?? {}, 'lengthM')).toBeCloseTo(length, 0)
  })

  it('reads the system a GeoJSON file declares, and refuses one it cannot read with the remedy', () => {
    const text = (name: string): string =>
      JSON.stringify({ type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [] })
    expect(readRoads(text('GCJ02'), 'r.geojson').declaredSystem).toBe('gcj02')
    expect(() => readRoads(text('EPSG:9999'), 'r.geojson')).toThrow(/EPSG:9999.*EPSG:4326/)
  })
})

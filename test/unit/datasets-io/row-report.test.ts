import { describe, expect, it } from 'vitest'
import { crossCheck } from '#electron/core/datasets/cross-check.ts'
import { kindByFeatures } from '#electron/core/datasets/gis/layer-kind.ts'
import { readGeoJson } from '#electron/core/datasets/gis/read-geojson.ts'
import { kindByHeader } from '#electron/core/datasets/kind-of-file.ts'
import { readAreaLayer, readRiskAreaLayer } from '#electron/core/datasets/read-areas.ts'
import { readRoads } from '#electron/core/datasets/read-roads.ts'
import { readTable } from '#electron/core/datasets/read-table.ts'
import { SMALL_FILES } from './small-dataset.ts'

const HEADER = 'id,name,type,tier,town,lng,lat,personnel,on_duty,turnout_s,phone,capabilities'
const SOUND = 'T1,站,GOV_FT,district,新碶街道,121.83,29.91,30,12,60,1,FOAM:1'

function teamFaults(row: string): string[] {
  return readTable('teams', `${HEADER}\n${SOUND}\n${row}\n`, 'teams.csv').problems.map(
    ({ line, column, code }) => `${line}:${column}:${code}`,
  )
}

describe('row-by-row report of a table', () => {
  it.each([
    ['T2,站,GOV_FT,district,,29.91,121.83,30,12,60,1,', ['3:lng,lat:coordinates-swapped']],
    ['T2,站,GOV_FT,district,,0,0,30,12,60,1,', ['3:lng,lat:place-out-of-area']],
    ['T2,站,GOV_FT,district,,121.8,29.9,-3,12,60,1,', ['3:personnel:negative-count']],
    ['T2,站,GOV_FT,district,,121.8,29.9,3.5,12,60,1,', ['3:personnel:bad-value']],
    ['T2,,GOV_FT,district,,121.8,29.9,30,12,60,1,', ['3:name:value-missing']],
    ['T2,站,FIRE,district,,121.8,29.9,30,12,60,1,', ['3:type:bad-value']],
    ['T2,站,GOV_FT,district,,121.8,29.9,30,12,60,1,FOAM', ['3:capabilities:bad-value']],
    ['T1,站,GOV_FT,district,,121.8,29.9,30,12,60,1,', ['3:id:duplicate-id']],
    ['T2,站,GOV_FT,district,,121.8,29.9,30,12,60,1,,a,b', ['3::column-count']],
    ['T2,站,GOV_FT,district,,x,29.9,-1,12,60,1,', ['3:lng:bad-value', '3:personnel:negative-count']],
  ])('%s', (row, faults) => {
    expect(teamFaults(row)).toEqual(faults)
  })

  it('counts rows read and refused, and says which line stands in the way', () => {
    const file = readTable('teams', `${HEADER}\n${SOUND}\n\n${SOUND}\n`, 'teams.csv')
    expect(file).toMatchObject({ read: 2, refused: 1 })
    expect(file.problems[0]).toMatchObject({ line: 4, value: 'T1' })
    expect(file.problems[0]?.message).toMatch(/第 2 行重复/)
  })

  it('refuses dates that do not exist and unknown roster days', () => {
    const stock = readTable(
      'stock',
      'lot_id,store_id,item_code,item,quantity,unit,expires_on,status\nL1,S1,W,水,1,箱,2026-02-30,在库\n',
      'stock.csv',
    )
    expect(stock.problems).toMatchObject([{ line: 2, column: 'expires_on', value: '2026-02-30', code: 'bad-time' }])
    const roster = readTable('rosters', 'date,shift,post,person_id\nmonday,day,A,P1\n', 'rosters.csv')
    expect(roster.problems).toMatchObject([{ column: 'date', code: 'bad-time' }])
  })

  it('refuses the whole table when a column it needs is missing', () => {
    const file = readTable('teams', 'id,name\nT1,站\nT2,站\n', 'teams.csv')
    expect(file).toMatchObject({ read: 2, refused: 2, records: [] })
    expect(file.problems.map(({ column }) => column)).toContain('lng')
  })

  it('refuses an unclosed quote as a broken file', () => {
    expect(() => readTable('teams', `${HEADER}\n"T1,站`, 'teams.csv')).toThrow(/不是完整的 CSV/)
  })
})

describe('references over several files', () => {
  const teams = readTable('teams', `${HEADER}\n${SOUND}\n`, 'teams.csv')
  const vehicles = readTable('vehicles', 'id,team_id,kind,crew\nV1,T1,HAZMAT,6\nV2,T9,HAZMAT,6\n', 'vehicles.csv')

  it('finds what is there already and refuses what is nowhere', () => {
    const [, checked] = crossCheck([teams, vehicles], () => new Set())
    expect(checked).toMatchObject({ read: 2, refused: 1 })
    expect(checked?.problems[0]).toMatchObject({ line: 3, column: 'team_id', value: 'T9', code: 'unknown-reference' })
    expect(crossCheck([vehicles], (kind) => new Set(kind === 'teams' ? ['T1', 'T9'] : []))[0]?.refused).toBe(0)
  })

  it('refuses rows that point to a refused row, however long the chain', () => {
    const organisations = readTable(
      'organisations',
      'id,name,kind,parent_id\nA,甲,x,B\nB,乙,x,C\nC,丙,x,D\n',
      'organisations.csv',
    )
    expect(crossCheck([organisations], () => new Set())[0]).toMatchObject({ refused: 3, records: [] })
  })

  it('refuses organisations in a circle, also one closed by the library, and keeps those beside it', () => {
    const header = 'id,name,kind,parent_id'
    const file = readTable('organisations', `${header}\nA,甲,x,B\nB,乙,x,C\nC,丙,x,A\nE,戊,x,\n`, 'organisations.csv')
    const [checked] = crossCheck([file], () => new Set())
    expect(checked?.records.map(({ key }) => key)).toEqual(['E'])
    expect(checked?.problems.map(({ line, code }) => `${line}:${code}`)).toEqual(
      [2, 3, 4].map((line) => `${line}:cyclic-reference`),
    )

    const moved = readTable('organisations', `${header}\nA,甲,x,B\n`, 'organisations.csv')
    const library = (id: string): string => (id === 'B' ? 'A' : '')
    expect(crossCheck([moved], () => new Set(['B']), library)[0]?.problems[0]).toMatchObject({
      code: 'cyclic-reference',
    })
    expect(crossCheck([moved], () => new Set(['B']))[0]?.problems).toEqual([])
  })

  it('refuses the second of two files with the same id', () => {
    const [, again] = crossCheck([teams, { ...teams, file: '队伍.csv' }], () => new Set())
    expect(again?.problems[0]).toMatchObject({ code: 'duplicate-id' })
  })
})

describe('map layers', () => {
  const feature = (properties: object, geometry: object): string =>
    JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties, geometry }] })
  const line = {
    type: 'LineString',
    coordinates: [
      [121.8, 29.9],
      [121.81, 29.9],
    ],
  }

  it('counts lines and names the faults of a road', () => {
    const text = feature({ id: '', speed_kmh: 900, oneway: 'maybe' }, line)
    expect(readRoads(text, 'roads.geojson').problems.map(({ column }) => column)).toEqual(['id', 'oneway', 'speed_kmh'])
    const point = feature({ id: 'R1' }, { type: 'Point', coordinates: [121.8, 29.9] })
    expect(readRoads(point, 'roads.geojson')).toMatchObject({
      read: 1,
      refused: 1,
      problems: [{ code: 'bad-geometry' }],
    })
  })

  it('joins lines without node names where their ends meet', () => {
    const [record] = readRoads(feature({ id: 'R1' }, line), 'roads.geojson').records
    expect(record?.value).toMatchObject({ fromNode: '@121.800000,29.900000', toNode: '@121.810000,29.900000' })
  })

  it('finds swapped coordinates inside a geometry', () => {
    const swapped = feature(
      { id: 'R1' },
      {
        type: 'LineString',
        coordinates: [
          [29.9, 121.8],
          [29.9, 121.81],
        ],
      },
    )
    expect(readRoads(swapped, 'roads.geojson').problems[0]?.code).toBe('coordinates-swapped')
  })

  it('reads areas and risk areas, and refuses what is neither polygon nor point', () => {
    const ring = [
      [121, 29],
      [122, 29],
      [122, 30],
      [121, 29],
    ]
    expect(
      readAreaLayer(
        readGeoJson(feature({ code: '1', name: '甲', level: 'town' }, { type: 'Polygon', coordinates: [ring] }), 'a'),
      ).records,
    ).toHaveLength(1)
    expect(readAreaLayer(readGeoJson(feature({ code: '1' }, line), 'a')).refused).toBe(1)
    expect(
      readRiskAreaLayer(readGeoJson(feature({ id: 'K1', people: 12 }, { type: 'Point', coordinates: [121, 29] }), 'r'))
        .records[0]?.value,
    ).toMatchObject({
      people: 12,
      point: [121, 29],
      rings: null,
    })
    expect(
      readRiskAreaLayer(readGeoJson(feature({ id: 'K1', people: -1 }, { type: 'Point', coordinates: [121, 29] }), 'r'))
        .problems[0]?.code,
    ).toBe('negative-count')
  })
})

describe('kind of a file', () => {
  it('is found by the header when the name does not say', () => {
    for (const table of ['teams', 'vehicles', 'people', 'rosters'] as const) {
      expect(kindByHeader(SMALL_FILES[`${table}.csv`] ?? '', '导出.csv')).toBe(table)
    }
    expect(kindByHeader('a,b,c\n', '导出.csv')).toBeNull()
    expect(kindByFeatures(readGeoJson(SMALL_FILES['roads.geojson'] ?? '', 'x'))).toBe('roads')
    expect(kindByFeatures(readGeoJson(SMALL_FILES['areas.geojson'] ?? '', 'x'))).toBe('areas')
  })
})

import { describe, expect, it } from 'vitest'
import { readProperties, readRows, sumOf } from './read-dataset.ts'

const teams = readRows('beilun', 'teams.csv')
const vehicles = readRows('beilun', 'vehicles.csv')
const shelters = readRows('beilun', 'shelters.csv')
const points = readRows('beilun', 'population_points.csv')
const kindsOf = (teamId: string): string[] =>
  vehicles.filter((row) => row['team_id'] === teamId).map((row) => row['kind'] ?? '')

describe('Beilun keeps the figures of the 2021 plan', () => {
  it('has 157 shelters, 94 standardised, 50 with video, over ten streets', () => {
    expect(shelters).toHaveLength(157)
    expect(shelters.filter((row) => row['standardised'] === '1')).toHaveLength(94)
    expect(shelters.filter((row) => row['video'] === '1')).toHaveLength(50)
    expect(new Set(shelters.map((row) => row['town'])).size).toBe(10)
  })

  it('has 3148 people on the transfer list: 587, 2497 and 64', () => {
    const list = points.filter((row) => row['list'] === 'transfer')
    const people = (hazard: string): number =>
      sumOf(
        list.filter((row) => row['hazard'] === hazard),
        'people',
      )
    expect(sumOf(list, 'people')).toBe(3148)
    expect([people('geo_hazard'), people('flash_flood'), people('unspecified')]).toEqual([587, 2497, 64])
    expect(points.filter((row) => row['list'] !== 'transfer' && row['hazard'] !== '')).toEqual([])
  })

  it('has 31 flood teams, 7 social teams, 14 brigades, 6 named government stations', () => {
    const count = (type: string): number => teams.filter((row) => row['type'] === type).length
    expect([count('FLOOD'), count('SOCIAL'), count('ENT_FT')]).toEqual([31, 7, 14])
    const stations = teams.filter((row) => row['type'] === 'GOV_FT' && row['tier'] === 'district')
    expect(stations.map((row) => row['name'])).toEqual([
      '新碶消防救援站',
      '大碶消防救援站',
      '戚家山消防救援站',
      '柴桥消防救援站',
      '春晓消防救援站',
      '小港临时消防执勤点',
    ])
  })

  it('has 40 geological areas and 29 low points', () => {
    const kinds = readProperties('beilun', 'risk_areas.geojson').map((row) => row['kind'])
    expect(kinds.filter((kind) => kind === 'geo_hazard')).toHaveLength(40)
    expect(kinds.filter((kind) => kind === 'low_point')).toHaveLength(29)
  })

  it('has at least 30 experts, each with incident types and a phone', () => {
    const experts = readRows('beilun', 'people.csv').filter((row) => row['is_expert'] === '1')
    expect(experts.length).toBeGreaterThanOrEqual(30)
    expect(experts.filter((row) => row['hazards'] === '' || row['phone'] === '')).toEqual([])
  })

  it('gives stations of different class different vehicles', () => {
    expect(kindsOf('gov-xinqi')).toEqual(expect.arrayContaining(['LADDER', 'HAZMAT', 'DECON']))
    expect(kindsOf('gov-xiaogang')).toEqual(['TANKER'])
    expect(vehicles.find((row) => row['kind'] === 'LADDER' && row['team_id'] === 'gov-xinqi')?.['reach_m']).toBe('53')
  })

  it('keeps the planned 霞浦 station and the unnamed seventh station out of the teams', () => {
    expect(teams.filter((row) => row['name']?.includes('霞浦消防'))).toEqual([])
  })

  it('holds drinking water for three days of the whole transfer list', () => {
    const water = readRows('beilun', 'stock.csv').filter((row) => row['item_code'] === 'LIFE_WATER_L')
    expect(sumOf(water, 'quantity')).toBeGreaterThan(28_332)
  })
})

describe('what a forest-fire and a tanker exercise need', () => {
  it('has two hamlets of 140 people and 300 visitors near the slope, outside the transfer list', () => {
    const near = points.filter(
      (row) => Math.hypot((Number(row['lng']) - 121.89) * 96_500, (Number(row['lat']) - 29.815) * 111_195) < 1300,
    )
    expect(
      sumOf(
        near.filter((row) => row['id']?.startsWith('pop-hamlet')),
        'people',
      ),
    ).toBe(140)
    expect(
      sumOf(
        near.filter((row) => row['list'] === 'visitor'),
        'people',
      ),
    ).toBe(300)
  })

  it('has residents inside the 500 m square south-west of the expressway point', () => {
    const inside = points.filter((row) => {
      const east = (Number(row['lng']) - 121.885) * 96_500
      const north = (Number(row['lat']) - 29.88) * 111_195
      const along = -(east + north) / Math.SQRT2
      const across = (east - north) / Math.SQRT2
      return along > 0 && along < 500 && Math.abs(across) < 250
    })
    expect(sumOf(inside, 'people')).toBeGreaterThan(0)
  })
})

import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MAP_LAYERS } from '#shared/contract/reference.contract.ts'
import type { AppClient } from '#shared/contract/app-contract.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole, type Console } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

describe('looking things up', () => {
  const folder = temporaryFolder()
  let console: Console
  let reference: AppClient['reference']
  beforeAll(() => {
    console = startConsole(join(folder.path, 'console.db'), { planDispatch: stubPlan })
    reference = console.administrative.client.reference
  })
  afterAll(() => {
    console.stop()
    folder.remove()
  })

  it.each([
    ['柴桥街道', '柴桥街道'],
    ['柴桥', '柴桥街道'],
    ['cqjd', '柴桥街道'],
    ['chaiqiaojiedao', '柴桥街道'],
    ['chai qiao', '柴桥街道'],
    ['xpjd', '霞浦街道'],
    ['XIAPU', '霞浦街道'],
  ])('finds by "%s" first %s', async (text, name) => {
    const hits = valueOf(await reference.searchPlaces({ text }))
    expect(hits.map((hit) => hit.name).slice(0, 2)).toContain(name)
    expect(hits.length).toBeLessThanOrEqual(12)
  })

  it.each([
    ['xp', '霞浦街道'],
    ['cq', '柴桥街道'],
    ['xg', '小港街道'],
    ['霞', '霞浦街道'],
  ])('puts a town of the own district before neighbours: "%s"', async (text, name) => {
    expect(valueOf(await reference.searchPlaces({ text }))[0]?.name).toBe(name)
  })

  it('puts every match of the own district before an equally good one of a neighbour', async () => {
    const { features } = valueOf(await reference.mapLayer({ layer: 'areas' }))
    const home = new Set(
      features.filter(({ properties }) => properties['level'] === 'town').map(({ properties }) => properties['name']),
    )
    const begins = valueOf(await reference.searchPlaces({ text: '大', limit: 50 })).filter((hit) =>
      hit.name.startsWith('大'),
    )
    const own = begins.map((hit) => home.has(hit.town))
    expect(own).toContain(false)
    expect(own.indexOf(false)).toBe(own.lastIndexOf(true) + 1)
  })

  it('offers a place that several tables name once, and nothing for nothing', async () => {
    const hits = valueOf(await reference.searchPlaces({ text: '柴桥医院' }))
    expect(hits.filter((hit) => hit.name === '柴桥医院')).toHaveLength(1)
    expect(valueOf(await reference.searchPlaces({ text: '  ' }))).toEqual([])
    expect(valueOf(await reference.searchPlaces({ text: '查无此地' }))).toEqual([])
  })

  it.each([
    ['1005', '1005'],
    ['UN1005', '1005'],
    ['un 1005', '1005'],
    ['7664-41-7', '1005'],
    ['ye an', '1005'],
    ['1017', '1017'],
    ['chlorine', '1017'],
  ])('finds the substance by "%s": UN%s', async (text, un) => {
    expect(
      valueOf(await reference.searchSubstances({ text }))
        .map((hit) => hit.un)
        .slice(0, 3),
    ).toContain(un)
  })

  it.each(MAP_LAYERS)('gives map layer %s with a name or code on every feature', async (layer) => {
    const { features } = valueOf(await reference.mapLayer({ layer }))
    expect(features.length).toBeGreaterThan(0)
    const isPlain = (value: unknown): boolean =>
      value === null || typeof value !== 'object' || layer === 'roads' || layer === 'riskAreas'
    for (const { geometry, properties } of features) {
      expect(['Point', 'LineString', 'Polygon', 'MultiPolygon']).toContain(geometry.type)
      expect('name' in properties).toBe(true)
      expect(Object.values(properties).every(isPlain)).toBe(true)
    }
  })

  it('lists rows as the files write them, filtered and by pages', async () => {
    const all = valueOf(await reference.rows({ table: 'shelters' }))
    expect(all.total).toBe(157)
    expect(all.rows).toHaveLength(100)
    expect(all.columns.slice(0, 3)).toEqual(['id', 'name', 'tier'])
    const rest = valueOf(await reference.rows({ table: 'shelters', offset: 100 }))
    expect(rest.rows).toHaveLength(57)
    const teams = valueOf(await reference.rows({ table: 'teams', text: 'haz_plug' }))
    expect(teams.total).toBeGreaterThan(0)
    const column = teams.columns.indexOf('capabilities')
    expect(teams.rows.every((row) => row[column]?.includes('HAZ_PLUG:'))).toBe(true)
  })
})

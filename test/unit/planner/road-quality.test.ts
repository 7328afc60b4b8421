import { describe, expect, it } from 'vitest'
import { readOsmRoads } from '#electron/core/datasets/osm/read-osm-roads.ts'
import type { Dataset, Road } from '#shared/domain/dataset/dataset.ts'
import type { RoadQuality } from '#shared/domain/road-quality.ts'
import { measureRoadQuality } from '#shared/planner/roads/measure-road-quality.ts'
import { aTeam } from '#test/builders/force-builders.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { aSituation, aSituationDataset, anIncident } from '#test/builders/situation-builders.ts'
import { osmFile } from '../datasets-io/osm-file.ts'

const { travel } = aSituation(anIncident('fire_building')).parameters
const LAT = 29.9

/** A road along one parallel; 0.01° are 965 m. */
function line(id: string, from: number, to: number, more: Partial<Road> = {}): Road {
  const coordinates = [
    [from, LAT],
    [to, LAT],
  ]
  return aRoad({ id, fromNode: `n${from}`, toNode: `n${to}`, coordinates, ...more })
}

function qualityOf(roads: readonly Road[], tables: Partial<Dataset> = {}): RoadQuality {
  return measureRoadQuality(aSituationDataset({ roads, roadsSchematic: false, ...tables }), travel)
}

const MAIN = [line('a', 121.8, 121.81), line('b', 121.81, 121.82), line('c', 121.82, 121.83)]

describe('the quality of a road network', () => {
  it('names the pieces that are not joined, the largest by length first', () => {
    const quality = qualityOf([...MAIN, line('x', 121.9, 121.905), line('y', 121.95, 121.96)])
    expect(quality).toMatchObject({ roads: 5, components: 3, islands: [{ name: '路y' }, { name: '路x', roads: 1 }] })
    expect(quality.largestShare).toBeCloseTo(3 / 4.5, 2)
  })

  it('finds the end that lies 19 m beside a line it is not joined to, and not the one at 97 m', () => {
    const near = qualityOf([...MAIN, line('d', 121.8302, 121.84)])
    expect(near).toMatchObject({ components: 2, deadEnds: 4, unjoinedEnds: 2 })
    expect(near.unjoined.map(({ roadId, besideId, gapM }) => [roadId, besideId, gapM])).toEqual([
      ['c', 'd', 19],
      ['d', 'c', 19],
    ])
    expect(qualityOf([...MAIN, line('d', 121.831, 121.84)]).unjoinedEnds).toBe(0)
  })

  it('finds the road that leads in only, by the way it is drawn', () => {
    const quality = qualityOf([...MAIN, line('in', 121.83, 121.84, { oneway: 'yes' })])
    expect(quality).toMatchObject({ components: 1, oneWayTraps: 1, traps: [{ roadId: 'in', name: '路in' }] })
  })

  it('names who is not served: on another piece, far from all roads, beside a trap', () => {
    const at = (id: string, lng: number, lat = LAT): Dataset['teams'][number] => aTeam({ id, name: id, lng, lat })
    const teams = [at('home', 121.815), at('island', 121.9), at('far', 121.815, 29.95), at('trap', 121.846)]
    const roads = [...MAIN, line('x', 121.9, 121.905), line('in', 121.83, 121.85, { oneway: 'yes' })]
    expect(qualityOf(roads, { teams }).offRoad.map(({ id, reason }) => [id, reason])).toEqual([
      ['far', 'far'],
      ['island', 'island'],
      ['trap', 'trap'],
    ])
  })

  it('gives shares of the length without a value, names repeated ids, and does not divide by no roads', () => {
    const bare = { name: '', speedKmh: null, class: '' }
    const quality = qualityOf([line('a', 121.8, 121.81), line('a', 121.81, 121.82), line('b', 121.82, 121.84, bare)])
    expect(quality).toMatchObject({ duplicateIds: 1, duplicates: ['a'] })
    expect([quality.withoutName, quality.withoutSpeed, quality.withoutClass]).toEqual([0.5, 0.5, 0.5])
    expect(qualityOf([])).toMatchObject({ roads: 0, components: 0, largestShare: null, withoutSpeed: null })
  })

  it('calls a network schematic only while its file does', () => {
    const nodes = [
      { id: 1, lng: 121.8, lat: LAT },
      { id: 2, lng: 121.81, lat: LAT },
    ]
    const schematicOf = (note: string): boolean => {
      const ways = [{ id: 1, refs: [1, 2], tags: { highway: 'primary', ...(note === '' ? {} : { note }) } }]
      const { schematic, records } = readOsmRoads(osmFile({ nodes, ways }), 'x.osm.pbf')
      const roads = records.flatMap(({ value }) => ('coordinates' in value ? [line('a', 121.8, 121.81)] : []))
      return qualityOf(roads, { roadsSchematic: schematic }).schematic
    }
    expect([schematicOf('示意路网'), schematicOf('')]).toEqual([true, false])
  })
})

import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { RoadCover } from '#shared/domain/readiness.ts'
import { firstEngines, isFireStation } from '#shared/planner/forces/fire-stations.ts'
import { measureRoadCover } from '#shared/planner/readiness/measure-road-cover.ts'
import { openTravel, readyTeams } from '#shared/planner/readiness/measure-street-cover.ts'
import { aTeam, aVehicle, BEILUN } from '#test/builders/force-builders.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { aSituation, aSituationDataset, anIncident } from '#test/builders/situation-builders.ts'

const { parameters } = aSituation(anIncident('fire_building'))
const DAY = '2026-07-14'

function coverOf(dataset: Dataset): RoadCover {
  const steps = measureRoadCover(dataset, parameters, DAY)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

describe('the cover of the roads', () => {
  const start = { lng: 121.88, lat: 29.89 }
  const at = (lng: number): number[] => [lng, start.lat]
  const roads = [
    aRoad({ id: 'near', fromNode: 'a', toNode: 'b', coordinates: [at(start.lng), at(121.89)] }),
    aRoad({ id: 'away', fromNode: 'x', toNode: 'y', coordinates: [at(121.95), at(121.96)] }),
  ]
  const station = aTeam({ id: 's', tier: 'street', ...start, turnoutS: 60 })
  const tables = { roads, teams: [station], vehicles: [aVehicle({ id: 'v', teamId: 's' })] }

  it('is handling, turnout and the drive to the farther end at the speed of the night, and null where no road leads', () => {
    const [away, near] = coverOf(aSituationDataset(tables)).roads
    const driveS = (roads[0]?.lengthM ?? 0) / ((36 / 3.6) * parameters.travel.nightFactor.value)
    expect(near).toMatchObject({ id: 'near' })
    expect(Math.abs((near?.engineS ?? 0) - (60 + 60 + driveS))).toBeLessThanOrEqual(1)
    expect(away).toEqual({ id: 'away', engineS: null, firstS: null })
  })

  it('counts nobody who is lent out', () => {
    const teams = [{ ...station, awayUntil: DAY, awayWhere: '象山' }]
    expect(coverOf(aSituationDataset({ ...tables, teams })).roads.map(({ engineS }) => engineS)).toEqual([null, null])
  })

  it('agrees with the times a plan reckons for the nearest engine, at the ends of the roads of Beilun', () => {
    const travel = openTravel(BEILUN, parameters, parameters.travel.nightFactor.value)
    const stations = readyTeams(BEILUN, parameters, DAY)
      .filter(({ team, vehicles }) => isFireStation(team, vehicles, parameters.assignment))
      .map(({ team }) => team)
    const times = new Map(coverOf(BEILUN).roads.map(({ id, engineS }) => [id, engineS]))
    // A place on a node may be put on a one-way road that only leads to it; between two-way roads both mean the same.
    const oneWay = new Set(BEILUN.roads.flatMap((road) => (road.oneway === 'no' ? [] : [road.fromNode, road.toNode])))
    const twoWay = BEILUN.roads.filter(({ fromNode, toNode }) => !oneWay.has(fromNode) && !oneWay.has(toNode))
    const some = twoWay.filter((_, index) => index % 12 === 0)
    expect(some.length).toBeGreaterThan(5)
    for (const { id, coordinates } of some) {
      const ends = [coordinates[0], coordinates.at(-1)].map((end) => {
        const place = { lng: end?.[0] ?? 0, lat: end?.[1] ?? 0 }
        return firstEngines(stations, place, travel, parameters.assignment.callHandlingS.value)[0]?.etaS ?? 0
      })
      expect(Math.abs((times.get(id) ?? -99) - Math.max(...ends))).toBeLessThanOrEqual(1)
    }
  })
})

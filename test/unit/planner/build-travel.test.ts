import { describe, expect, it } from 'vitest'
import { buildTravel } from '#shared/planner/stages/build-travel.ts'
import { distanceM, type Polygon } from '#shared/kernel/geo.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { RoadTravel } from '#shared/planner/travel/road-travel.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { inOpenCountry } from '#test/builders/force-builders.ts'
import { anIncident, factsOf } from '#test/builders/situation-builders.ts'

/** A direct road A–B of about 1.9 km and a way round over C of about 3.1 km, all 36 km/h. */
const A = { lng: 121.88, lat: 29.88 }
const B = { lng: 121.9, lat: 29.88 }
const direct = aRoad({
  id: 'r1',
  name: '泰山路',
  altNames: ['老街'],
  ref: 'X1',
  fromNode: 'A',
  toNode: 'B',
  coordinates: [
    [121.88, 29.88],
    [121.9, 29.88],
  ],
})
const round = [
  aRoad({
    id: 'r2',
    name: '绕行一路',
    fromNode: 'A',
    toNode: 'C',
    coordinates: [
      [121.88, 29.88],
      [121.89, 29.89],
    ],
  }),
  aRoad({
    id: 'r3',
    name: '绕行二路',
    fromNode: 'C',
    toNode: 'B',
    coordinates: [
      [121.89, 29.89],
      [121.9, 29.88],
    ],
  }),
]

function travelWith(
  given: Readonly<Record<string, unknown>>,
  roads: Dataset['roads'] = [direct, ...round],
): ReturnType<typeof buildTravel> {
  const problem = inOpenCountry(anIncident('fire_building', given), { roads })
  return buildTravel(problem, { facts: factsOf(problem) })
}

function driveS(travel: RoadTravel, profile = travel.profileOf('engine')): number | null {
  return travel.reachTo(B, profile).durationS(A)
}

describe('travel over the roads of one incident', () => {
  it('drives at the smaller of road and vehicle speed', () => {
    const travel = travelWith({}).value
    expect(driveS(travel)).toBe(Math.round(direct.lengthM / 10))
    expect(driveS(travel, { ...travel.profileOf('engine'), speedKmh: 18 })).toBe(Math.round(direct.lengthM / 5))
  })

  it('slows down by 0.9 at night and by 0.7 in an orange rain signal', () => {
    const day = direct.lengthM / 10
    const night = travelWith({ occurredAt: '2026-07-14T23:20:00+08:00' }).value
    const rain = travelWith({ weather: { signal: 'orange', signalKind: 'rain' } }).value
    expect(driveS(night)).toBe(Math.round(day / 0.9))
    expect(driveS(rain)).toBe(Math.round(day / 0.7))
  })

  it.each([
    { road: '泰山路' },
    { road: '老街' },
    { road: 'X1' },
    { lng: 121.89, lat: 29.88, radiusM: 60 },
    {
      geometry: {
        type: 'LineString',
        coordinates: [
          [121.889, 29.879],
          [121.889, 29.881],
        ],
      },
    },
  ])('goes round a closure given as %j', (closure) => {
    const { value, findings } = travelWith({ closures: [{ ...closure, reason: '积水' }] })
    expect(value.closures[0]?.roadIds).toEqual(['r1'])
    expect(value.reachTo(B, value.profileOf('engine')).route(A)?.roadIds).toEqual(['r2', 'r3'])
    expect(findings).toEqual([])
  })

  it('says so when a closed road is not in the network, and closes nothing', () => {
    const { value, findings } = travelWith({ closures: [{ road: '泰山' }] })
    expect(findings.map((finding) => [finding.code, finding.where])).toEqual([
      ['closure-not-found', 'incident.closures[0]'],
    ])
    expect(driveS(value)).toBe(Math.round(direct.lengthM / 10))
  })

  it('ignores a closure that is over before planner time', () => {
    const { value } = travelWith({ closures: [{ road: '泰山路', to: '2026-07-14T09:00:00+08:00' }] })
    expect(value.closures).toEqual([])
  })

  it('bars a vehicle that is too high, too heavy or carries dangerous goods', () => {
    const low = [{ ...direct, maxHeightM: 4.5, maxWeightT: 30, hazmat: 'no' }, ...round]
    const travel = travelWith({}, low).value
    const engine = travel.profileOf('engine')
    expect(travel.reachTo(B, engine).route(A)?.roadIds).toEqual(['r1'])
    for (const barred of [
      { ...engine, heightM: 4.6 },
      { ...engine, weightT: 42 },
      { ...engine, carriesHazmat: true },
    ]) {
      expect(travel.reachTo(B, barred).route(A)?.roadIds).toEqual(['r2', 'r3'])
    }
  })

  it('closes roads that flood in a red rain signal only', () => {
    const wet = [{ ...direct, floods: true }, ...round]
    expect(driveS(travelWith({}, wet).value)).toBe(Math.round(direct.lengthM / 10))
    const red = travelWith({ weather: { signal: 'red', signalKind: 'rain' } }, wet).value
    expect(red.reachTo(B, red.profileOf('engine')).route(A)?.roadIds).toEqual(['r2', 'r3'])
  })

  it('respects one-way streets in both search directions', () => {
    const travel = travelWith({}, [{ ...direct, oneway: 'yes' }, ...round]).value
    const engine = travel.profileOf('engine')
    expect(travel.reachFrom(B, engine).route(A)?.roadIds).toEqual(['r3', 'r2'])
    expect(travel.reachTo(A, engine).durationS(B)).toBe(travel.reachFrom(B, engine).durationS(A))
  })

  it('is unreachable, not zero, when every road is closed', () => {
    const travel = travelWith({ closures: [{ road: '泰山路' }, { road: '绕行一路' }] }).value
    expect(
      travel
        .without(new Set(['r3']))
        .reachTo(B, travel.profileOf('engine'))
        .durationS(A),
    ).toBeNull()
  })

  it('does not drive through an avoided shape', () => {
    const shape: Polygon = {
      type: 'Polygon',
      coordinates: [
        [
          [121.888, 29.879],
          [121.892, 29.879],
          [121.892, 29.881],
          [121.888, 29.881],
          [121.888, 29.879],
        ],
      ],
    }
    const travel = travelWith({}).value.avoiding([shape])
    expect(travel.reachTo(B, travel.profileOf('engine')).route(A)?.roadIds).toEqual(['r2', 'r3'])
  })

  it('takes straight lines times 1.3 where there are no roads, and says approximate', () => {
    const { value, findings } = travelWith({}, [])
    const route = value.reachTo(B, value.profileOf('engine')).route(A)
    expect(route?.approximate).toBe(true)
    expect(route?.distanceM).toBe(Math.round(distanceM(A, B) * 1.3))
    expect(findings.map((finding) => finding.code)).toEqual(['no-road-data'])
  })

  it('counts the way from a place to its road, and calls it approximate beyond 1500 m', () => {
    const travel = travelWith({}).value
    const reach = travel.reachTo(B, travel.profileOf('engine'))
    const near = reach.route({ lng: 121.88, lat: 29.875 })
    const far = reach.route({ lng: 121.88, lat: 29.86 })
    expect(near?.distanceM).toBeGreaterThan(direct.lengthM + 500)
    expect(near?.approximate).toBe(false)
    expect(far?.approximate).toBe(true)
  })

  it('does not let anybody join an expressway from the side', () => {
    const express = aRoad({
      id: 'm1',
      class: 'motorway',
      speedKmh: 100,
      fromNode: 'A',
      toNode: 'B',
      coordinates: [
        [121.88, 29.8803],
        [121.9, 29.8803],
      ],
    })
    const travel = travelWith({}, [express, ...round]).value
    expect(
      travel.reachTo({ lng: 121.895, lat: 29.8806 }, travel.profileOf('engine')).route({ lng: 121.885, lat: 29.8807 })
        ?.roadIds,
    ).not.toEqual(['m1'])
  })
})

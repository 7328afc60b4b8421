import { describe, expect, it } from 'vitest'
import type { Dataset, Road } from '#shared/domain/dataset/dataset.ts'
import { buildTravel } from '#shared/planner/stages/build-travel.ts'
import type { RoadTravel } from '#shared/planner/travel/road-travel.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { aDemand, aTeam, aVehicle, inOpenCountry, planForces, type Planned } from '#test/builders/force-builders.ts'
import { anIncident, factsOf } from '#test/builders/situation-builders.ts'

/** Mainland road A–B, a crossing B–C of about 1 km, island road C–D. 36 km/h on land. */
const HOME = { lng: 121.86, lat: 29.88 }
const SCENE = { lng: 121.9, lat: 29.88 }
const line = (id: string, fromNode: string, toNode: string, from: number, to: number): Road =>
  aRoad({
    id,
    fromNode,
    toNode,
    class: 'residential',
    coordinates: [
      [from, 29.88],
      [to, 29.88],
    ],
  })
const mainland = line('r1', 'A', 'B', 121.86, 121.88)
const crossing = { ...line('r2', 'B', 'C', 121.88, 121.89), name: '白峰渡' }
const island = line('r3', 'C', 'D', 121.89, 121.9)

function crossedBy(change: Partial<Road>): Road[] {
  return [mainland, { ...crossing, ...change }, island]
}

function travelOver(roads: Dataset['roads'], given: Readonly<Record<string, unknown>> = {}): RoadTravel {
  const problem = inOpenCountry(anIncident('fire_building', given), { roads })
  return buildTravel(problem, { facts: factsOf(problem) }).value
}

function driveS(travel: RoadTravel, profile = travel.profileOf('engine')): number | null {
  return travel.reachTo(SCENE, profile).durationS(HOME)
}

function planOver(
  roads: Dataset['roads'],
  type: 'fire_building' | 'earthquake' = 'fire_building',
  given: Readonly<Record<string, unknown>> = {},
): Planned {
  const able = [{ capability: 'FIRE_BLDG' as const, quantity: 1 }]
  const problem = inOpenCountry(anIncident(type, { location: SCENE, ...given }), {
    roads,
    teams: [aTeam({ id: 't1', ...HOME, capabilities: able })],
    vehicles: [aVehicle({ id: 'v1', teamId: 't1', capabilities: able })],
  })
  return planForces(problem, [aDemand({ id: 'fire', capability: 'FIRE_BLDG' })])
}

const remarksOf = (planned: Planned): string[] =>
  planned.value.movement.movements.flatMap((movement) => movement.remarks.map((reason) => reason.code))

describe('a ferry', () => {
  const ferry = { class: 'ferry', speedKmh: null }
  const landS = Math.round((mainland.lengthM + island.lengthM) / 10)

  it('runs at its own speed of 15 km/h whatever the vehicle, after 20 minutes of waiting', () => {
    const travel = travelOver(crossedBy(ferry))
    const sailS = Math.round((crossing.lengthM * 3.6) / 15)
    expect(driveS(travel)).toBeCloseTo(landS + 1200 + sailS, -1)
    expect(driveS(travel, travel.profileOf('walk'))).toBeGreaterThan(1200)
  })

  it('waits as long as the data say', () => {
    const known = driveS(travelOver(crossedBy({ ...ferry, extras: { wait_s: '300' } })))
    const standard = driveS(travelOver(crossedBy(ferry)))
    expect((standard ?? 0) - (known ?? 0)).toBe(900)
  })

  it('does not run from 17.2 m/s of wind on, and runs below', () => {
    expect(driveS(travelOver(crossedBy(ferry), { weather: { windFromDeg: 0, windSpeedMs: 17.2 } }))).toBeNull()
    expect(driveS(travelOver(crossedBy(ferry), { weather: { windFromDeg: 0, windSpeedMs: 17 } }))).not.toBeNull()
  })

  it('is told to the driver, with the wind as a condition, and more urgently when the wind is unknown', () => {
    expect(
      remarksOf(planOver(crossedBy(ferry), 'fire_building', { weather: { windFromDeg: 0, windSpeedMs: 3 } })),
    ).toEqual(['way-ferry'])
    expect(remarksOf(planOver(crossedBy(ferry), 'fire_building', { weather: {} }))).toEqual(['way-ferry-wind-unknown'])
  })

  it('names the ferry that does not run as what cuts the team off', () => {
    const planned = planOver(crossedBy(ferry), 'fire_building', { weather: { windFromDeg: 0, windSpeedMs: 20 } })
    expect(planned.value.force.shortfalls[0]?.reasons[0]?.code).toBe('shortfall-team-road-blocked')
  })
})

describe('a gate', () => {
  it('that is locked costs two minutes and names who has the key', () => {
    const open = driveS(travelOver(crossedBy({})))
    const locked = crossedBy({ extras: { gate: 'locked', gate_key: '青峙园区门卫 0574-86010000' } })
    expect((driveS(travelOver(locked)) ?? 0) - (open ?? 0)).toBe(120)
    const planned = planOver(locked)
    expect(remarksOf(planned)).toEqual(['way-gate'])
    expect(planned.value.movement.movements[0]?.remarks[0]?.text).toContain('青峙园区门卫')
  })

  it('of which nobody knows the key says so', () => {
    expect(remarksOf(planOver(crossedBy({ extras: { gate: 'unknown' } })))).toEqual(['way-gate-key-unknown'])
  })

  it('that stays shut bars the road', () => {
    expect(driveS(travelOver(crossedBy({ extras: { gate: 'closed' } })))).toBeNull()
  })
})

describe('water on a road that floods', () => {
  it('stops each vehicle at its own wading depth: 25 cm lets an engine through and no ambulance', () => {
    const problem = inOpenCountry(anIncident('waterlogging', { facts: { floodDepthCm: 25 } }), {
      roads: crossedBy({ floods: true }),
    })
    const travel = buildTravel(problem, { facts: factsOf(problem) }).value
    expect(driveS(travel, travel.profileOf('engine'))).not.toBeNull()
    expect(driveS(travel, travel.profileOf('ambulance'))).toBeNull()
  })
})

describe('dangerous goods', () => {
  it('go through a tunnel only when it says that they may', () => {
    const silent = travelOver(crossedBy({ tunnel: true }))
    const allowed = travelOver(crossedBy({ tunnel: true, hazmat: 'yes' }))
    expect(driveS(silent, silent.profileOf('tanker'))).toBeNull()
    expect(driveS(allowed, allowed.profileOf('tanker'))).not.toBeNull()
    expect(driveS(silent, silent.profileOf('lorry'))).not.toBeNull()
  })
})

describe('bridges after an earthquake', () => {
  const bridge = { bridge: true, name: '穿山大桥' }
  const around = (lat: number): Road[] => [
    aRoad({
      id: 'r8',
      name: '绕行路',
      class: 'residential',
      fromNode: 'B',
      toNode: 'C',
      coordinates: [
        [121.88, 29.88],
        [121.885, lat],
        [121.89, 29.88],
      ],
    }),
  ]
  const roadsOf = (planned: Planned): string[] =>
    planned.value.movement.movements.flatMap((movement) => movement.roads.map((road) => road.name))

  it('are kept off while the way round costs less than 20 minutes, and named as avoided', () => {
    const planned = planOver([...crossedBy(bridge), ...around(29.9)], 'earthquake', { facts: { magnitude: 5.5 } })
    expect(roadsOf(planned)).toContain('绕行路')
    expect(planned.value.movement.movements[0]?.avoided.map((entry) => entry.what)).toContain('穿山大桥')
    expect(remarksOf(planned)).toEqual([])
  })

  it('are used when there is no other way, only after a check or behind a light vehicle', () => {
    const planned = planOver(crossedBy(bridge), 'earthquake', { facts: { magnitude: 5.5 } })
    expect(roadsOf(planned)).toContain('穿山大桥')
    expect(remarksOf(planned)).toEqual(['way-unchecked-structures'])
  })

  it('are driven as usual for a fire', () => {
    const planned = planOver([...crossedBy(bridge), ...around(29.9)])
    expect(roadsOf(planned)).toContain('穿山大桥')
    expect(remarksOf(planned)).toEqual([])
  })
})

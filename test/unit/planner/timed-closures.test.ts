import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Movement } from '#shared/domain/plan/movement-plan.ts'
import { aRoad } from '#test/builders/force-roads.ts'
import { aDemand, aTeam, aVehicle, inOpenCountry, planForces, type Planned } from '#test/builders/force-builders.ts'
import { anIncident } from '#test/builders/situation-builders.ts'

/** A direct road of about 4 km, a way round of about 6 km; a spur at the scene. All 36 km/h: 10 m/s. */
const HOME = { lng: 121.86, lat: 29.88 }
const SCENE = { lng: 121.9, lat: 29.88 }
const direct = aRoad({
  id: 'r1',
  name: '泰山路',
  class: 'residential',
  fromNode: 'A',
  toNode: 'B',
  coordinates: [
    [121.86, 29.88],
    [121.9, 29.88],
  ],
})
const firstHalf = aRoad({
  id: 'r2',
  name: '绕行一路',
  class: 'residential',
  fromNode: 'A',
  toNode: 'C',
  coordinates: [
    [121.86, 29.88],
    [121.88, 29.9],
  ],
})
const secondHalf = aRoad({
  id: 'r3',
  name: '绕行二路',
  class: 'residential',
  fromNode: 'C',
  toNode: 'B',
  coordinates: [
    [121.88, 29.9],
    [121.9, 29.88],
  ],
})
const ROADS = [direct, firstHalf, secondHalf]
const NOW = '2026-07-14T10:00:00+08:00'

function planWith(given: Readonly<Record<string, unknown>>, tables: Partial<Dataset> = {}): Planned {
  const incident = anIncident('fire_building', {
    occurredAt: NOW,
    receivedAt: NOW,
    asOf: NOW,
    location: SCENE,
    ...given,
  })
  const problem = inOpenCountry(incident, {
    roads: ROADS,
    teams: [aTeam({ id: 't1', ...HOME, capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] })],
    vehicles: [aVehicle({ id: 'v1', teamId: 't1', capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] })],
    ...tables,
  })
  return planForces(problem, [aDemand({ id: 'fire', capability: 'FIRE_BLDG' })])
}

function wayOf(planned: Planned): Movement {
  const [movement] = planned.value.movement.movements
  if (movement === undefined) throw new Error('the team has no way')
  return movement
}

const names = (movement: Movement): string[] => movement.roads.map((road) => road.name)

describe('a closure with a time window', () => {
  // Call 60 s and turnout 60 s: the team leaves at 10:02 and is at the end of the direct road at about 10:08.
  it('that covers the drive is driven round, and named as avoided', () => {
    const movement = wayOf(
      planWith({ closures: [{ road: '泰山路', reason: '积水', from: NOW, to: '2026-07-14T12:00:00+08:00' }] }),
    )
    expect(names(movement)).toEqual(['绕行一路', '绕行二路'])
    expect(movement.avoided).toEqual([{ what: '泰山路', reason: '积水' }])
    expect(movement.remarks).toEqual([])
  })

  it('that begins after the team has left the road leaves the road open, with the clock it depends on', () => {
    const movement = wayOf(
      planWith({ closures: [{ road: '泰山路', reason: '吊装', from: '2026-07-14T10:30:00+08:00' }] }),
    )
    expect(names(movement)).toEqual(['泰山路'])
    expect(movement.avoided).toEqual([])
    expect(movement.remarks.map((reason) => reason.code)).toEqual(['way-before-closure'])
    expect(movement.remarks[0]?.facts['clock']).toBe('10:30')
  })

  it('that ends before the team reaches the road leaves the road open, unless the margin of 5 minutes is not kept', () => {
    const late = aTeam({ id: 't1', ...HOME, turnoutS: 1200, capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] })
    // Leaves at 10:21.
    const until = (clock: string): Movement =>
      wayOf(planWith({ closures: [{ road: '泰山路', to: `2026-07-14T${clock}:00+08:00` }] }, { teams: [late] }))
    expect(names(until('10:10'))).toEqual(['泰山路'])
    expect(until('10:10').remarks.map((reason) => reason.code)).toEqual(['way-after-closure'])
    expect(names(until('10:18'))).toEqual(['绕行一路', '绕行二路'])
  })

  it('keeps a road closed that a second closure without an end closes too', () => {
    const movement = wayOf(
      planWith({
        closures: [
          { road: '泰山路', from: '2026-07-14T10:30:00+08:00' },
          { road: '泰山路', reason: '塌方' },
        ],
      }),
    )
    expect(names(movement)).toEqual(['绕行一路', '绕行二路'])
  })

  it('closes again what is met inside its window and takes the next way', () => {
    const movement = wayOf(
      planWith({
        closures: [
          { road: '泰山路', from: '2026-07-14T10:05:00+08:00', to: '2026-07-14T11:00:00+08:00' },
          { road: '绕行二路', from: '2026-07-14T10:40:00+08:00' },
        ],
      }),
    )
    expect(names(movement)).toEqual(['绕行一路', '绕行二路'])
    expect(movement.remarks.map((reason) => reason.facts['what'])).toEqual(['绕行二路'])
  })

  it('may be drawn as an area', () => {
    const square = [
      [121.879, 29.879],
      [121.881, 29.879],
      [121.881, 29.881],
      [121.879, 29.881],
      [121.879, 29.879],
    ]
    const movement = wayOf(planWith({ closures: [{ geometry: { type: 'Polygon', coordinates: [square] } }] }))
    expect(names(movement)).toEqual(['绕行一路', '绕行二路'])
  })
})

describe('a team whose road is cut', () => {
  const reasonFor = (planned: Planned): string[] =>
    planned.value.force.shortfalls.flatMap((row) => row.reasons.map((reason) => reason.code))

  it('is left out with the closures and limits in its way, not with a time of 0', () => {
    const planned = planWith({
      closures: [
        { road: '泰山路', reason: '塌方' },
        { road: '绕行一路', reason: '积水' },
      ],
    })
    expect(planned.value.force.assignments).toEqual([])
    expect(reasonFor(planned)).toEqual(['shortfall-team-road-blocked'])
    const [row] = planned.value.movement.blocked
    expect(row).toMatchObject({ isWhole: true, replacedBy: [] })
    expect(row?.reasons[0]?.text).toContain('阻断')
  })

  it('gets the next best team in its place, and is named there as cut off', () => {
    const teams = [
      aTeam({ id: 't1', ...HOME, capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] }),
      aTeam({ id: 't2', lng: 121.88, lat: 29.9, capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] }),
    ]
    const vehicles = ['t1', 't2'].map((teamId) =>
      aVehicle({ id: `v-${teamId}`, teamId, capabilities: [{ capability: 'FIRE_BLDG', quantity: 1 }] }),
    )
    const planned = planWith(
      {
        closures: [
          { road: '泰山路', reason: '塌方' },
          { road: '绕行一路', reason: '积水' },
        ],
      },
      { teams, vehicles },
    )
    const [row] = planned.value.force.assignments
    expect(row?.teamId).toBe('t2')
    const other = row?.runnersUp.find((entry) => entry.teamId === 't1')
    expect(other?.reasons[0]?.code).toBe('team-road-blocked')
    expect(other?.reasons[0]?.text).toContain('塌方')
    const cut = planned.value.movement.blocked
    expect(cut.map(({ teamId, replacedBy }) => [teamId, replacedBy])).toEqual([['t1', ['队伍t2']]])
    expect(cut[0]?.reasons[0]?.text).toContain('塌方')
  })

  it('sends its engine when only the ladder cannot pass, and says what keeps the ladder', () => {
    const low = ROADS.map((road) => ({ ...road, maxHeightM: 3.8 }))
    const able = [{ capability: 'FIRE_BLDG' as const, quantity: 1 }]
    const planned = planWith(
      {},
      {
        roads: low,
        vehicles: [
          aVehicle({ id: 'v1', teamId: 't1', capabilities: able }),
          aVehicle({ id: 'v2', teamId: 't1', kind: 'LADDER', name: '云梯车', heightM: 4, capabilities: able }),
        ],
      },
    )
    const [row] = planned.value.force.assignments
    expect(row?.vehicles.map((vehicle) => vehicle.id)).toEqual(['v1'])
    const stuck = row?.reasons.find((reason) => reason.code === 'vehicle-cannot-pass')
    expect(stuck?.text).toContain('云梯车')
    expect(stuck?.text).toContain('限高 3.8 米')
    expect(planned.value.movement.blocked.map(({ isWhole, reasons }) => [isWhole, reasons[0]?.code])).toEqual([
      [false, 'vehicle-cannot-pass'],
    ])
  })
})

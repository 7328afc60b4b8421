import { describe, expect, it } from 'vitest'
import { distanceM, distanceToPolygonM } from '#shared/kernel/geo.ts'
import { isDangerZone } from '#shared/planner/rules/hard/team-of-plant.ts'
import { aDemand, aTeam, aVehicle, inOpenCountry, planForces, type Planned } from '#test/builders/force-builders.ts'
import { anIncident } from '#test/builders/situation-builders.ts'

const SCENE = { lng: 121.985, lat: 29.98 }
const BERTH = { lng: 121.854, lat: 29.925 }
const tug = aDemand({ id: 'tug', vehicleKind: 'FIREBOAT', byS: 7200 })

/** A demand for a tug off the port; the team has these craft. */
function plan(
  kinds: readonly ('FIREBOAT' | 'BOAT' | 'TANKER')[],
  type: 'maritime' | 'storm_surge' = 'maritime',
  given: Readonly<Record<string, unknown>> = {},
): Planned {
  const incident = anIncident(type, { location: SCENE, ...given })
  const teams = [aTeam({ id: 'tugs', name: '消拖船组', type: 'PRO', ...BERTH, turnoutS: 600 })]
  const vehicles = kinds.map((kind, index) =>
    aVehicle({ id: `tugs-${index}`, teamId: 'tugs', kind, crew: 3, plate: `船${index}` }),
  )
  return planForces(inOpenCountry(incident, { teams, vehicles }), [tug])
}

describe('a team of vessels', () => {
  it('goes by water, 1.3 times the straight line at 20 km/h, and waits at the distance of design rule HZ13', () => {
    const planned = plan(['FIREBOAT', 'BOAT'])
    const [movement] = planned.value.movement.movements
    const [, end = []] = movement?.geometry.coordinates ?? []
    const point = { lng: end[0] ?? 0, lat: end[1] ?? 0 }
    const awayM = distanceM(SCENE, point)
    expect(awayM).toBeGreaterThanOrEqual(149)
    expect(awayM).toBeLessThan(201)
    const sailedM = Math.round(distanceM(BERTH, point) * 1.3)
    expect(movement).toMatchObject({
      mode: 'water',
      approximate: true,
      roads: [],
      avoided: [],
      distanceM: sailedM,
      durationS: Math.ceil((sailedM * 3.6) / 20),
    })
    expect(movement?.remarks.map(({ text }) => text).join()).toMatch(/没有海图.*海事部门.*船长核定/)
    expect(planned.value.force.assignments[0]?.etaS).toBe(60 + 600 + Math.ceil((sailedM * 3.6) / 20))
    expect(planned.value.movement.convoy).toEqual([])
  })

  it('stops outside a danger zone by its margin', () => {
    const planned = plan(['FIREBOAT'], 'maritime', {
      hazmat: { un: '1005', container: 'ship', quantityT: 25, spill: 'large', onFire: false },
      weather: { windFromDeg: 45, windSpeedMs: 4 },
    })
    const dangers = planned.zones.filter(isDangerZone)
    expect(dangers.length).toBeGreaterThan(0)
    const [, end = []] = planned.value.movement.movements[0]?.geometry.coordinates ?? []
    for (const zone of dangers)
      expect(distanceToPolygonM({ lng: end[0] ?? 0, lat: end[1] ?? 0 }, zone.geometry)).toBeGreaterThanOrEqual(49)
  })

  it('stands by at its berth when there is no single scene', () => {
    const [movement] = plan(['FIREBOAT'], 'storm_surge').value.movement.movements
    expect(movement).toMatchObject({ mode: 'water', distanceM: 0 })
    expect(movement?.remarks.map(({ code }) => code)).toContain('way-water-stands-by')
  })

  it('is not counted while it is listed with road vehicles, and the gap says what to do', () => {
    const { value } = plan(['FIREBOAT', 'TANKER'])
    expect(value.force.assignments.flatMap(({ vehicles }) => vehicles.map(({ kind }) => kind))).not.toContain(
      'FIREBOAT',
    )
    expect(value.force.shortfalls[0]).toMatchObject({ vehicleKind: 'FIREBOAT', missing: 1 })
    expect(value.force.shortfalls[0]?.reasons.map(({ text }) => text).join()).toContain('单列为水上队伍')
  })
})

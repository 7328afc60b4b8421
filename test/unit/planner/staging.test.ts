import { describe, expect, it } from 'vitest'
import type { Incident } from '#shared/domain/incident.ts'
import { roadCordonM } from '#shared/planner/rules/hard/road-cordon.ts'
import { angleBetweenDeg, distanceM, distanceToPolygonM } from '#shared/kernel/geo.ts'
import { isDangerZone } from '#shared/planner/rules/hard/team-of-plant.ts'
import { floorDistanceM, judgePlace } from '#shared/planner/rules/hard/staging-place.ts'
import { lineCrossesPolygon } from '#shared/kernel/geo.ts'
import { groundOf } from '#shared/planner/rules/hard/staging-ground.ts'
import { aDemand, BEILUN, inBeilun, planForces, type Planned } from '#test/builders/force-builders.ts'
import { planExample } from '#test/scenarios/scenario-plan.ts'
import { aSituation, anIncident, factsOf } from '#test/builders/situation-builders.ts'

const AMMONIA = {
  hazmat: { un: '1005', container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
  weather: { windFromDeg: 45, windSpeedMs: 4 },
}
const demand = [aDemand({ id: 'plug', capability: 'HAZ_PLUG', quantity: 2, hotZone: true })]

function plan(
  given: Readonly<Record<string, unknown>>,
  type: 'hazmat_road' | 'forest_fire' | 'typhoon' = 'hazmat_road',
): Planned {
  return planForces(inBeilun(anIncident(type, given)), demand)
}

function expectLawful({ value, zones, facts }: Planned): void {
  const { parameters } = aSituation(anIncident('hazmat_road'))
  const context = { facts, zones, parameters: parameters.staging, ground: groundOf(BEILUN) }
  for (const area of value.movement.stagingAreas) {
    expect(judgePlace(area.location, area.kind, context)).toEqual([])
    expect(area.distanceM).toBeGreaterThanOrEqual(floorDistanceM(area.kind, context))
    for (const zone of zones.filter(isDangerZone))
      expect(distanceToPolygonM(area.location, zone.geometry)).toBeGreaterThanOrEqual(49)
  }
}

describe('waiting places', () => {
  it('of the ammonia tanker lie north-east, at least 225 m away, outside every zone by 50 m', () => {
    const planned = plan(AMMONIA)
    const staging = planned.value.movement.stagingAreas.filter((area) => area.kind === 'staging')
    expect(staging).toHaveLength(1)
    for (const area of staging) {
      expect(area.distanceM).toBeGreaterThanOrEqual(225)
      expect(angleBetweenDeg(area.bearingFromIncidentDeg, 45)).toBeLessThanOrEqual(60)
    }
    expectLawful(planned)
    expect(planned.value.movement.stagingAreas.map((area) => area.kind).sort()).toEqual([
      'commandPost',
      'forward',
      'staging',
    ])
  })

  it('name the lawful ones that are slower and the sides that are ruled out, never a place in use', () => {
    const { movement } = plan(AMMONIA).value
    for (const area of movement.stagingAreas) {
      const codes = (area.runnersUp ?? []).map(({ reasons }) => reasons[0]?.code)
      expect(codes.filter((code) => code === 'staging-downwind').length).toBeGreaterThanOrEqual(2)
      expect(codes.filter((code) => code === 'site-next-slower').length).toBeLessThanOrEqual(2)
      expect(new Set(area.runnersUp?.map(({ id }) => id)).size).toBe(area.runnersUp?.length)
    }
  })

  it('follow the wind when it turns to the south-west', () => {
    const planned = plan({ ...AMMONIA, weather: { windFromDeg: 225, windSpeedMs: 4 } })
    for (const area of planned.value.movement.stagingAreas)
      expect(angleBetweenDeg(area.bearingFromIncidentDeg, 225)).toBeLessThanOrEqual(90)
    expectLawful(planned)
  })

  it('are two on different sides when the wind is unknown, and claim no upwind', () => {
    const planned = plan({ ...AMMONIA, weather: {} })
    const [first, second] = planned.value.movement.stagingAreas.filter((area) => area.kind === 'staging')
    expect(
      angleBetweenDeg(first?.bearingFromIncidentDeg ?? 0, second?.bearingFromIncidentDeg ?? 0),
    ).toBeGreaterThanOrEqual(90)
    expect(first?.offUpwindDeg).toBeNull()
    expectLawful(planned)
  })

  it('of liquefied petroleum gas are at least 500 m away, 1000 m and outside the fire circle when it burns', () => {
    const calm = plan({ ...AMMONIA, hazmat: { ...AMMONIA.hazmat, un: '1075' } })
    const burning = plan({ ...AMMONIA, hazmat: { ...AMMONIA.hazmat, un: '1075', onFire: true } })
    for (const area of calm.value.movement.stagingAreas.filter((each) => each.kind === 'staging'))
      expect(area.distanceM).toBeGreaterThanOrEqual(500)
    for (const area of burning.value.movement.stagingAreas) expect(area.distanceM).toBeGreaterThanOrEqual(1650)
    expectLawful(burning)
  })

  it('are refused with the three least bad when no lawful place exists, and nobody is told to wait there', () => {
    const { value, findings } = planForces(
      inBeilun(anIncident('hazmat_road', { ...AMMONIA, weather: { windFromDeg: 180, windSpeedMs: 4 } }), {
        roads: northOnly(),
      }),
      demand,
    )
    expect(value.movement.stagingAreas).toEqual([])
    expect(value.movement.stagingRefusals).toHaveLength(3)
    for (const refusal of value.movement.stagingRefusals) expect(refusal.reasons.length).toBeGreaterThan(0)
    expect(findings.map((finding) => finding.code)).toContain('HZ13')
    for (const assignment of value.force.assignments) {
      expect(assignment.stagingAreaId).toBeNull()
      expect(assignment.reasons.map((reason) => reason.code)).toContain('no-lawful-staging')
    }
  })

  it('of a forest fire are never on the side the fire runs to', () => {
    const planned = plan(
      {
        location: { lng: 121.89, lat: 29.815 },
        facts: { burntAreaHa: 3 },
        weather: { windFromDeg: 315, windSpeedMs: 7 },
      },
      'forest_fire',
    )
    expect(planned.value.movement.stagingAreas.length).toBeGreaterThan(0)
    for (const area of planned.value.movement.stagingAreas)
      expect(angleBetweenDeg(area.bearingFromIncidentDeg, 135)).toBeGreaterThanOrEqual(90)
  })

  it('of a typhoon are the streets: each of the 31 flood teams stays in its own', () => {
    const { value } = plan(
      { weather: { signal: 'orange', signalKind: 'typhoon', windFromDeg: 60, windSpeedMs: 10 } },
      'typhoon',
    )
    const flood = value.force.assignments.filter((assignment) => assignment.teamType === 'FLOOD')
    expect(flood).toHaveLength(31)
    expect(new Set(flood.map((assignment) => assignment.stagingAreaId)).size).toBe(10)
    const social = value.force.reserve.filter((reserve) =>
      reserve.reasons.some((reason) => reason.code === 'reserve-second-wave'),
    )
    expect(social).toHaveLength(7)
  })

  it('are reached without crossing a danger zone, unless the base itself lies inside', () => {
    const { value, zones } = plan(AMMONIA)
    expect(value.movement.movements.length).toBeGreaterThan(0)
    for (const movement of value.movement.movements) {
      const line = movement.geometry.coordinates
      const crosses = zones.filter(isDangerZone).some((zone) => lineCrossesPolygon(line, zone.geometry))
      const assignment = value.force.assignments.find((each) => each.teamId === movement.teamId)
      expect(crosses).toBe(assignment?.reasons.some((reason) => reason.code === 'route-inside-zone'))
    }
  })

  it('are more than one when one does not hold what is sent: each within its room, the attack at the first', () => {
    const plan = planExample('chlorine-plant-night')
    const staging = plan.movementPlan.stagingAreas.filter((area) => area.kind === 'staging')
    expect(staging.length).toBeGreaterThan(1)
    const waiting = staging.map((area) =>
      plan.forcePlan.assignments
        .filter(({ stagingAreaId }) => stagingAreaId === area.id)
        .reduce((sum, { vehicles }) => sum + vehicles.length, 0),
    )
    staging.forEach((area, index) => expect(waiting[index]).toBeLessThanOrEqual(area.capacity ?? 0))
    expect(waiting.every((count) => count > 0)).toBe(true)
    for (const further of staging.slice(1)) {
      expect(further.further).toBe(true)
      expect(further.basis[0]?.code).toBe('staging-further-area')
    }
    const waves = staging.map((area) =>
      plan.movementPlan.convoy.filter(({ stagingAreaId }) => stagingAreaId === area.id),
    )
    for (const convoy of waves) expect(convoy.map(({ order }) => order)).toEqual(convoy.map((_, index) => index + 1))
  })

  it('never lie on a mapped slope, near a low point or on a road that floods', () => {
    const [lawful] = plan(AMMONIA).value.movement.stagingAreas
    const location = lawful?.location ?? { lng: 0, lat: 0 }
    const point = [location.lng, location.lat]
    const low = { id: 'low', name: '易涝点甲', kind: 'low_point', level: '中', people: 0, rings: null, point }
    const moved = planForces(inBeilun(anIncident('hazmat_road', AMMONIA), { riskAreas: [low] }), demand)
    for (const area of moved.value.movement.stagingAreas)
      expect(distanceM(area.location, location)).toBeGreaterThan(100)
    const { parameters } = aSituation(anIncident('hazmat_road'))
    const context = { facts: moved.facts, zones: moved.zones, parameters: parameters.staging }
    const why = judgePlace(location, 'staging', { ...context, ground: { riskAreas: [low], lowRoads: [] } })
    expect(why.map(({ text }) => text)).toEqual(['位于易涝点甲内，不得停车（HZ2）'])
  })

  it('close the expressway both ways between the interchanges on either side, with signs at 500 m and 200 m', () => {
    const ordered = plan(AMMONIA).value.movement.closures.filter((closure) => closure.origin === 'ordered')
    expect(ordered.map((closure) => closure.name)).toEqual([
      'S20 穿山疏港高速（霞浦互通—柴桥互通，双向）',
      '事发地周边道路（半径200米）',
      '下风防护区内道路（西南方向500米）',
    ])
    expect(ordered[0]?.reasons[0]?.facts).toMatchObject({ signsM: 500, secondLineM: 200 })
    expect(ordered[0]?.detour).toContain('329国道')
  })

  it('double the signs at night and in rain, and say where the engines stand', () => {
    const night = { ...AMMONIA, occurredAt: '2026-07-14T22:20:00+08:00' }
    const [closure] = plan(night).value.movement.closures.filter(({ origin }) => origin === 'ordered')
    expect(closure?.reasons[0]?.facts).toMatchObject({ signsM: 1000, secondLineM: 400 })
    expect(closure?.reasons.map(({ code }) => code)).toEqual([
      'closure-expressway',
      'parking-behind-wreck',
      'cordon-doubled',
    ])
  })
})

describe('the cordon on ordinary roads', () => {
  const { parameters } = aSituation(anIncident('road_traffic'))
  const cordonOf = (incident: Incident): number =>
    roadCordonM({ facts: factsOf(inBeilun(incident)), zones: [], parameters: parameters.staging })

  it('is 200 m by day, 400 m at night and under a rain signal, and nothing for a fire without a danger zone', () => {
    expect(cordonOf(anIncident('road_traffic'))).toBe(200)
    expect(cordonOf(anIncident('road_traffic', { occurredAt: '2026-07-14T22:20:00+08:00' }))).toBe(400)
    expect(cordonOf(anIncident('road_traffic', { weather: { signal: 'blue', signalKind: 'rain' } }))).toBe(400)
    expect(cordonOf(anIncident('fire_building'))).toBe(0)
  })

  it('is one and a half times the height of a building that may fall', () => {
    expect(cordonOf(anIncident('structure_collapse', { facts: { buildingHeightM: 180 } }))).toBe(270)
    expect(cordonOf(anIncident('structure_collapse', { facts: { buildingHeightM: 20 } }))).toBe(200)
  })
})

/** Roads of the data set that lie wholly north of the scene. */
function northOnly(): ReturnType<typeof inBeilun>['dataset']['roads'] {
  const { roads } = inBeilun(anIncident('hazmat_road')).dataset
  return roads.filter((road) => road.coordinates.every(([, lat = 0]) => lat > 29.881))
}

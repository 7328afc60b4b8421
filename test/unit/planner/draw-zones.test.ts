import { describe, expect, it } from 'vitest'
import type { Zone } from '#shared/domain/plan/dispatch-plan.ts'
import { CONTAINERS } from '#shared/domain/incident.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { bearingDeg, distanceM, isInside } from '#shared/kernel/geo.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { HAZMAT, aSituation, anIncident, factsOf } from '#test/builders/situation-builders.ts'

const DAY = '2026-07-14T10:20:00+08:00'
const NIGHT = '2026-07-14T23:20:00+08:00'
const BREEZE = { windFromDeg: 45, windSpeedMs: 4 }

function zonesOf(type: IncidentType, given: Readonly<Record<string, unknown>> = {}): readonly Zone[] {
  const problem = aSituation(anIncident(type, given))
  return drawZones(problem, { facts: factsOf(problem) }).value
}

function spill(
  hazmat: object,
  given: Readonly<Record<string, unknown>> = {},
): { isolation: Zone | undefined; protective: Zone | undefined; fire: Zone | undefined } {
  const zones = zonesOf('hazmat_fixed', { occurredAt: DAY, weather: BREEZE, hazmat, ...given })
  const find = (id: string): Zone | undefined => zones.find((zone) => zone.id === id)
  return { isolation: find('Z-isolation'), protective: find('Z-protective'), fire: find('Z-fire-isolation') }
}

describe('drawZones: ERG2024 distances', () => {
  it.each([
    [
      'chlorine road tanker, night, 2 m/s',
      { un: '1017', container: 'roadTanker', spill: 'large' },
      NIGHT,
      2,
      600,
      6400,
    ],
    ['ammonia road tanker, day, 4 m/s', { un: '1005', container: 'roadTanker', spill: 'large' }, DAY, 4, 150, 500],
    ['ammonia road tanker, night, 2 m/s', { un: '1005', container: 'roadTanker', spill: 'large' }, NIGHT, 2, 150, 1800],
    ['acrylonitrile large, night', { un: '1093', spill: 'large' }, NIGHT, 4, 100, 2300],
    ['hydrogen sulfide large, day', { un: '1053', spill: 'large' }, DAY, 4, 400, 2400],
    ['ammonia small, night', { un: '1005', spill: 'small' }, NIGHT, 4, 30, 200],
    ['ammonia drum counts as small', { un: '1005', container: 'drum', spill: 'large' }, DAY, 4, 30, 100],
    [
      'ammonia in several ton cylinders reads the nurse tank',
      { un: '1005', container: 'multipleTonCylinders' },
      DAY,
      4,
      60,
      300,
    ],
    [
      'ethylene oxide has no ton-cylinder row: next larger',
      { un: '1040', container: 'multipleTonCylinders' },
      DAY,
      4,
      100,
      500,
    ],
    ['unknown container reads the rail tank car', { un: '1005', container: 'unknown' }, DAY, 4, 300, 1200],
    ['wind over 5.6 m/s is high', { un: '1017', container: 'ship' }, DAY, 5.7, 1000, 5100],
    ['wind of 5.6 m/s is moderate', { un: '1017', container: 'pipeline' }, DAY, 5.6, 1000, 6300],
    ['wind of 2.8 m/s is moderate', { un: '1017', container: 'fixedTank' }, DAY, 2.8, 1000, 6300],
    ['LPG large', { un: '1075', container: 'roadTanker', spill: 'large' }, DAY, 4, 100, 800],
    ['petrol large', { un: '1203', spill: 'large' }, DAY, 4, 50, 300],
  ])('%s', (_, hazmat, occurredAt, windSpeedMs, isolationM, protectiveM) => {
    const { isolation, protective } = spill(hazmat, { occurredAt, weather: { windFromDeg: 45, windSpeedMs } })
    expect(isolation?.radiusM).toBe(isolationM)
    expect(protective?.lengthM).toBe(protectiveM)
  })

  it('names the table row', () => {
    expect(spill({ un: '1005', container: 'roadTanker' }).isolation?.basis).toEqual({
      source: 'ERG2024 Table 3',
      row: '1005 roadTanker day moderate',
    })
    expect(spill({ un: '1053', spill: 'small' }).isolation?.basis).toEqual({
      source: 'ERG2024 Table 1',
      row: '1053 small day',
    })
  })

  it('draws the square downwind with the source in the middle of its upwind side', () => {
    const { protective } = spill({ un: '1005', container: 'roadTanker' })
    expect(protective?.bearingDeg).toBe(225)
    const [a, b, c] = protective?.geometry.coordinates[0] ?? []
    const scene = { lng: 121.885, lat: 29.88 }
    const middle = { lng: ((a?.[0] ?? 0) + (b?.[0] ?? 0)) / 2, lat: ((a?.[1] ?? 0) + (b?.[1] ?? 0)) / 2 }
    expect(distanceM(scene, middle)).toBeLessThan(1)
    expect(distanceM({ lng: b?.[0] ?? 0, lat: b?.[1] ?? 0 }, { lng: c?.[0] ?? 0, lat: c?.[1] ?? 0 })).toBeCloseTo(
      500,
      0,
    )
    expect(bearingDeg({ lng: b?.[0] ?? 0, lat: b?.[1] ?? 0 }, { lng: c?.[0] ?? 0, lat: c?.[1] ?? 0 })).toBeCloseTo(
      225,
      0,
    )
  })

  it.each([[undefined], [{ windFromDeg: 45, windSpeedMs: 0.5 }], [{ windSpeedMs: 8 }]])(
    'draws a circle of the low-wind distance and no bearing with wind %j',
    (weather) => {
      const { protective } = spill({ un: '1005', container: 'roadTanker' }, { weather })
      expect(protective).toMatchObject({ radiusM: 800, lengthM: 800 })
      expect(protective).not.toHaveProperty('bearingDeg')
      expect(protective?.geometry.coordinates[0]?.length).toBeGreaterThanOrEqual(65)
      const shape = protective?.geometry ?? { type: 'Polygon', coordinates: [] }
      expect(isInside({ lng: 121.885, lat: 29.886 }, shape)).toBe(true)
      expect(isInside({ lng: 121.885, lat: 29.874 }, shape)).toBe(true)
    },
  )

  it('isolates an unknown substance by guide 111, in a pressure tank by guide 117, with the fire distances', () => {
    expect(spill({ un: null, onFire: true })).toMatchObject({
      isolation: { radiusM: 100 },
      protective: undefined,
      fire: { radiusM: 800 },
    })
    expect(spill({ un: null, vessel: 'pressure', onFire: true })).toMatchObject({
      isolation: { radiusM: 100 },
      fire: { radiusM: 1600 },
    })
  })

  it.each([
    ['1075', 1600],
    ['1017', 800],
    ['1005', 1600],
    ['1093', 800],
    ['3480', 500],
  ])('isolates UN%s in fire to %i m', (un, radiusM) => {
    expect(spill({ un, onFire: true }).fire?.radiusM).toBe(radiusM)
    expect(spill({ un, onFire: false }).fire).toBeUndefined()
  })

  it('takes 11 km where the table only says "at least", never 0', () => {
    expect(spill({ un: '1259', spill: 'large' }).protective).toMatchObject({ lengthM: 11_000, atLeast: true })
    expect(spill({ un: '2190', spill: 'large' }).isolation?.radiusM).toBe(1000)
  })

  it('computes all 272 rows of Table 1, small and large, by day and by night', () => {
    expect(HAZMAT.isolation).toHaveLength(272)
    for (const row of HAZMAT.isolation) {
      for (const size of ['small', 'large'] as const) {
        const table = size === 'small' ? row.smallSpill : row.largeSpill
        if (table === null) continue
        for (const [occurredAt, km] of [
          [DAY, table.dayKm],
          [NIGHT, table.nightKm],
        ] as const) {
          const { isolation, protective } = spill({ un: row.un, spill: size }, { occurredAt })
          expect([row.un, size, isolation?.radiusM]).toEqual([row.un, size, table.isolationM ?? 1000])
          expect([row.un, size, protective?.lengthM]).toEqual([
            row.un,
            size,
            km === null ? 11_000 : Math.round(km * 1000),
          ])
        }
      }
    }
  })

  it('computes every Table 3 substance for every container, wind and time', () => {
    const substances = [...new Set(HAZMAT.largeSpills.map((row) => row.un))]
    expect(substances).toEqual(['1005', '1017', '1040', '2186', '1050', '1052', '1079'])
    for (const un of substances) {
      for (const container of CONTAINERS.filter((entry) => entry !== 'drum')) {
        for (const windSpeedMs of [2, 4, 8]) {
          const { isolation, protective } = spill(
            { un, container, spill: 'large' },
            { weather: { windFromDeg: 0, windSpeedMs } },
          )
          expect(isolation?.radiusM, `${un} ${container}`).toBeGreaterThanOrEqual(30)
          expect(protective?.lengthM, `${un} ${container}`).toBeGreaterThanOrEqual(100)
          expect(isolation?.basis.source).toBe('ERG2024 Table 3')
        }
      }
    }
  })
})

describe('drawZones: other scenes', () => {
  const sizeOf = (
    type: IncidentType,
    given: Readonly<Record<string, unknown>>,
    kind: Zone['kind'],
  ): number | undefined => zonesOf(type, given).find((zone) => zone.kind === kind)?.radiusM

  it('cordons a high-rise to 1.5 times its height', () => {
    expect(sizeOf('fire_highrise', { facts: { buildingHeightM: 84 } }, 'cordon')).toBe(126)
    expect(sizeOf('fire_highrise', { building: { floors: 28 } }, 'cordon')).toBe(126)
    expect(sizeOf('fire_highrise', {}, 'cordon')).toBe(100)
  })

  it('cordons an expressway to 500 m, another road to 200 m, double at night', () => {
    const expressway = { location: { lng: 121.885, lat: 29.88, address: 'S20 穿好高速' } }
    expect(sizeOf('road_traffic', expressway, 'cordon')).toBe(500)
    expect(sizeOf('road_traffic', { ...expressway, occurredAt: NIGHT }, 'cordon')).toBe(1000)
    expect(sizeOf('road_traffic', {}, 'cordon')).toBe(200)
  })

  it('draws the burnt area of a forest fire as a circle of its hectares and a spread area downwind', () => {
    const zones = zonesOf('forest_fire', { facts: { burntAreaHa: 3 }, weather: { windFromDeg: 315, windSpeedMs: 7 } })
    expect(zones.find((zone) => zone.kind === 'burnt')?.radiusM).toBe(98)
    expect(zones.find((zone) => zone.kind === 'protective')).toMatchObject({ bearingDeg: 135, lengthM: 1500 })
    expect(zonesOf('forest_fire', { facts: { burntAreaHa: 3 } }).map((zone) => zone.kind)).toEqual(['burnt'])
  })

  it('draws no scene zone for a power outage, a typhoon or an epidemic', () => {
    expect(['power_outage', 'typhoon', 'public_health'].map((type) => zonesOf(type as IncidentType))).toEqual([
      [],
      [],
      [],
    ]) // keys of the closed list
  })

  it('keeps zone ids stable and unique', () => {
    const ids = zonesOf('hazmat_road', { hazmat: { un: '1075', onFire: true }, weather: BREEZE }).map((zone) => zone.id)
    expect(ids).toEqual(['Z-isolation', 'Z-protective', 'Z-fire-isolation', 'Z-cordon-road'])
  })
})

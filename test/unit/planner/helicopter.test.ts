import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { distanceM } from '#shared/kernel/geo.ts'
import {
  aDemand,
  aTeam,
  aVehicle,
  BEILUN,
  inOpenCountry,
  planForces,
  type Planned,
} from '#test/builders/force-builders.ts'
import { anIncident } from '#test/builders/situation-builders.ts'

const SCENE = { lng: 121.885, lat: 29.88 }
const BASE = { lng: 121.46262, lat: 29.82736 }
const [aPad] = BEILUN.helipads
const pads = (...given: readonly { id: string; lng: number; lat: number; status?: string }[]): Dataset['helipads'] =>
  given.flatMap((pad) => (aPad === undefined ? [] : [{ ...aPad, name: `起降点${pad.id}`, status: 'usable', ...pad }]))
const near = { id: 'near', lng: 121.9, lat: 29.88 }
const far = { id: 'far', lng: 121.6, lat: 29.85 }
const helicopter = aDemand({ id: 'heli', vehicleKind: 'HELI', byS: 7200 })

/** A structure collapse by day with one helicopter team 41 km away and a landing ground. */
function plan(helipads: Dataset['helipads'], given: Readonly<Record<string, unknown>> = {}): Planned {
  const incident = anIncident('structure_collapse', { location: SCENE, ...given })
  const teams = [aTeam({ id: 'air', type: 'PRO', tier: 'province', ...BASE, turnoutS: 600 })]
  const vehicles = [aVehicle({ id: 'air-1', teamId: 'air', kind: 'HELI', crew: 4, speedKmh: 240 })]
  return planForces(inOpenCountry(incident, { teams, vehicles, helipads }), [helicopter])
}

const byDay = { occurredAt: '2026-04-04T09:50:00+08:00', receivedAt: '2026-04-04T10:00:00+08:00' }
const byNight = { occurredAt: '2026-04-04T21:50:00+08:00', receivedAt: '2026-04-04T22:00:00+08:00' }
const beforeDusk = { occurredAt: '2026-04-04T17:50:00+08:00', receivedAt: '2026-04-04T18:00:00+08:00' }

describe('a helicopter team', () => {
  it('flies straight to the usable landing ground nearest to the scene, at 200 km/h at most', () => {
    const planned = plan(pads(far, near, { id: 'shut', ...SCENE, status: 'repair' }), byDay)
    const [movement] = planned.value.movement.movements
    const flownM = Math.round(distanceM(BASE, near))
    expect(flownM).toBeGreaterThan(42_000)
    expect(movement).toMatchObject({
      mode: 'air',
      approximate: true,
      distanceM: flownM,
      durationS: Math.ceil(flownM / (200 / 3.6)),
      roads: [],
      geometry: {
        coordinates: [
          [BASE.lng, BASE.lat],
          [near.lng, near.lat],
        ],
      },
    })
    expect(planned.value.force.assignments[0]).toMatchObject({
      etaS: 60 + 600 + Math.ceil(flownM / (200 / 3.6)),
      authority: 'request',
    })
    expect(movement?.remarks.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['way-air-estimate', 'way-air-landing']),
    )
    expect(movement?.remarks.find(({ code }) => code === 'way-air-landing')?.text).toMatch(/起降点near.*公里.*分钟/)
    expect(planned.value.movement.convoy).toEqual([])
  })

  it('leaves the landing place to the pilot and says so when none is known', () => {
    const planned = plan([], byDay)
    const [movement] = planned.value.movement.movements
    expect(movement?.mode).toBe('air')
    expect(movement?.remarks.map(({ text }) => text).join('\n')).toContain('由机长选点')
    expect(planned.findings.map(({ code }) => code)).toContain('helicopter-no-helipad')
  })

  it('is not sent at night, nor when it would land after sunset, and the gap says when it can fly', () => {
    for (const time of [byNight, beforeDusk]) {
      const { value } = plan(pads(near), time)
      expect(value.movement.movements).toEqual([])
      expect(value.force.shortfalls[0]?.reasons.map(({ code }) => code)).toEqual(['shortfall-team-helicopter-night'])
      expect(value.force.shortfalls[0]?.remedies.map(({ code }) => code)).toContain('remedy-helicopter-later')
    }
  })

  it('is held at the wind limit of 13.9 m/s and flies just below it', () => {
    const inWind = (windSpeedMs: number): Planned =>
      plan(pads(near), { ...byDay, weather: { windFromDeg: 90, windSpeedMs } })
    expect(inWind(13.9).value.force.shortfalls[0]?.reasons.map(({ code }) => code)).toEqual([
      'shortfall-team-helicopter-wind',
    ])
    expect(inWind(13.8).value.movement.movements.map(({ mode }) => mode)).toEqual(['air'])
  })
})

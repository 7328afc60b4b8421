import { describe, expect, it } from 'vitest'
import { aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { EvacuationPlan } from '#shared/domain/plan/handling-plan.ts'
import type { Incident } from '#shared/domain/incident.ts'
import { destinationOf } from '#shared/kernel/geo.ts'
import { drawZones } from '#shared/planner/stages/draw-zones.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'

const SCENE = { lng: 121.885, lat: 29.88 }

function tanker(un: string | null, given: Readonly<Record<string, unknown>> = {}): Incident {
  return anIncident('hazmat_road', {
    hazmat: { un, container: 'roadTanker', quantityT: 25, spill: 'large', onFire: false },
    weather: { windFromDeg: 45, windSpeedMs: 4 },
    ...given,
  })
}

function evacuate(incident: Incident, dataset: Partial<Dataset>): { plan: EvacuationPlan } {
  const problem = aSituation(incident, { dataset: aSituationDataset({ ...aFullRoster(), ...dataset }) })
  const facts = factsOf(problem)
  const zones = drawZones(problem, { facts }).value
  return { plan: planEvacuation(problem, { facts, zones, travel: straightTravel() }).value }
}

function at(metres: number, bearing = 225): { lng: number; lat: number } {
  return destinationOf(SCENE, bearing, metres)
}

describe('a zone over a whole town', () => {
  const towns = ['甲街道', '乙街道']
  const points = Array.from({ length: 80 }, (_, index) =>
    aPoint({
      id: `village-${String(index).padStart(2, '0')}`,
      town: towns[index % 2] ?? '',
      people: 100 + index,
      ...destinationOf(at(1500 + 30 * index), 135, (index % 7) * 120),
    }),
  )
  const { plan } = evacuate(tanker('1017', { occurredAt: '2026-07-14T23:20:00+08:00' }), {
    populationPoints: points,
    shelters: Array.from({ length: 40 }, (_, index) => aShelter({ id: `s${index}`, lng: 121.95, capacity: 50 })),
  })
  const places = plan.population.flatMap((row): { id: string; people: number }[] => row.places ?? [row])

  it('is told by street in at most 80 rows, nobody lost, every place with its people, clocks and person', () => {
    expect(plan.assignments.length).toBeLessThanOrEqual(80)
    expect(plan.population.length).toBeLessThan(20)
    expect(places.map((place) => place.id).sort()).toEqual(points.map((point) => point.id))
    expect(places.reduce((sum, place) => sum + place.people, 0)).toBe(
      points.reduce((sum, point) => sum + point.people, 0),
    )
    for (const place of plan.population.flatMap((row) => row.places ?? [])) {
      expect(place.cloudArrivesS).not.toBeNull()
      expect(place.phone).toMatch(/\d{7}/)
    }
    for (const row of plan.population) {
      const told = plan.assignments.filter((line) => line.fromId === row.id)
      expect(told.reduce((sum, line) => sum + line.people, 0)).toBe(row.people)
    }
  })

  it('comes by danger, and keeps apart who stays and who leaves', () => {
    const clouds = plan.assignments.map((row) => row.cloudArrivesS ?? 0)
    expect(clouds).toEqual([...clouds].sort((a, b) => a - b))
    for (const row of plan.population.filter((entry) => entry.places !== undefined)) {
      const [line] = plan.assignments.filter((entry) => entry.fromId === row.id)
      for (const place of row.places ?? [])
        expect((place.cloudArrivesS ?? 0) < place.walkOutS).toBe(line?.mode === 'shelterInPlace')
    }
  })

  it('says what the numbers rest on', () => {
    expect(plan.note).toMatch(/登记80处.*夜间.*按街道合并/)
  })
})

it('counts the transfer list of a village once, with the village', () => {
  const extras = { village: '霞南村' }
  const { plan } = evacuate(tanker('1005'), {
    populationPoints: [
      aPoint({ id: 'village', ...at(400), people: 900, extras }),
      aPoint({ id: 'list', ...at(380), list: 'transfer', hazard: 'flash_flood', people: 40, extras }),
    ],
  })
  expect(plan.population.map((row) => row.id)).toEqual(['village'])
})

it('keeps those who cannot walk indoors in a toxic cloud although there would be time to walk', () => {
  const { plan } = evacuate(tanker('1017', { weather: { windFromDeg: 45, windSpeedMs: 1.2 } }), {
    populationPoints: [aPoint({ id: 'home', ...destinationOf(at(5000), 135, 2600), people: 80, specialNeeds: 80 })],
  })
  expect(plan.assignments).toMatchObject([{ mode: 'shelterInPlace' }])
  expect(plan.assignments[0]?.reasons.map((reason) => reason.code)).toContain('hz12-cannot-walk')
})

it('opens large shelters for a crowd when they hold everybody', () => {
  const { plan } = evacuate(tanker('1075'), {
    populationPoints: [aPoint({ id: 'village', ...at(500), people: 900 })],
    shelters: [
      ...Array.from({ length: 20 }, (_, index) => aShelter({ id: `small${index}`, capacity: 60 })),
      aShelter({ id: 'large', capacity: 1500, lng: 121.93 }),
    ],
  })
  expect(plan.assignments.map((row) => row.shelterId)).toEqual(['large'])
})

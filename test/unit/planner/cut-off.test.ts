import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Incident } from '#shared/domain/incident.ts'
import type { EvacuationPlan } from '#shared/domain/plan/handling-plan.ts'
import type { IncidentType } from '#shared/domain/taxonomy.ts'
import { transferDeadline } from '#shared/planner/evacuation/transfer-deadline.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'

/** A village in the east whose roads are under water; the shelter lies 2 km off. */
const village = aPoint({
  id: 'v',
  list: 'transfer',
  hazard: 'flash_flood',
  people: 30,
  specialNeeds: 4,
  lng: 122,
  lat: 29.9,
})
const shelter = aShelter({ id: 's', lng: 121.98, lat: 29.9, capacity: 200 })
const boats = aBusPark({ id: 'boats', kind: 'boat', seats: 10, count: 2, name: '冲锋舟', lng: 121.95, lat: 29.9 })

function move(
  given: Partial<Dataset> = {},
  { type = 'flood', facts = {} }: { type?: IncidentType; facts?: Partial<Incident> } = {},
): EvacuationPlan {
  const incident = anIncident(type, { occurredAt: '2026-07-05T09:00:00+08:00', ...facts })
  const problem = aSituation(incident, {
    dataset: aSituationDataset({
      ...aFullRoster(),
      populationPoints: [village],
      shelters: [shelter],
      carriers: [boats, aBusPark({ id: 'bus' })],
      ...given,
    }),
  })
  const travel = straightTravel((position) => position.lng > 121.99)
  return planEvacuation(problem, { facts: factsOf(problem), zones: [], travel }).value
}

const gapsOf = (plan: EvacuationPlan): [string, number, string | undefined][] =>
  plan.shortfalls.map((row) => [row.fromId, row.people, row.reasons.at(-1)?.text])

describe('a village that no road leads to', () => {
  it('is fetched by boat, two seats of each kept for the crew, with life jackets and the village head', () => {
    const plan = move()
    expect(plan.assignments).toMatchObject([
      {
        fromId: 'v',
        people: 30,
        means: 'boat',
        carrierId: 'boats',
        trips: 4,
        shelterId: 's',
        personInCharge: '张村长',
      },
    ])
    expect(plan.assignments[0]?.pickUp).toEqual({ lng: 122, lat: 29.9 })
    expect(plan.assignments[0]?.reasons.find(({ code }) => code === 'transfer-by-boat')?.facts).toMatchObject({
      seats: 8,
      crew: 2,
      vests: 34,
    })
    expect(plan.assignments[0]?.reasons.map(({ code }) => code)).toContain('transfer-help-boat')
    expect(plan.shortfalls).toEqual([])
  })

  it.each<[string, Partial<Dataset>, { type?: IncidentType; facts?: Partial<Incident> }]>([
    ['风力8级以上', {}, { facts: { weather: { windSpeedMs: 18 } } }],
    ['不一定有水', {}, { type: 'geo_hazard', facts: { location: { lng: 122, lat: 29.9 } } }],
    ['没有可用的船', { carriers: [aBusPark({ id: 'bus' })] }, {}],
    ['还有空位的避灾点', { shelters: [aShelter({ id: 'far', lng: 121.93, lat: 29.9 })] }, {}],
    [
      '来不及在时限前',
      {},
      { facts: { weather: { forecast: [{ at: '2026-07-05T09:40:00+08:00', windSpeedMs: 20 }] } } },
    ],
  ])('stays a gap with the reason “%s” and with what else can be done', (why, dataset, change) => {
    const geo = aPoint({ ...village, hazard: 'geo_hazard' })
    const plan = move({ populationPoints: [change.type === 'geo_hazard' ? geo : village], ...dataset }, change)
    expect(plan.assignments).toEqual([])
    expect(gapsOf(plan)).toEqual([['v', 30, expect.stringContaining(why)]])
    expect(plan.shortfalls[0]?.remedies.length).toBeGreaterThanOrEqual(2)
  })

  it('shares the shelter with those who come by road without filling it twice', () => {
    const near = aPoint({ id: 'dry', list: 'transfer', hazard: 'flash_flood', people: 180, lng: 121.9 })
    const plan = move({ populationPoints: [near, village] })
    const inside = plan.assignments.filter((row) => row.shelterId === 's').reduce((sum, row) => sum + row.people, 0)
    expect(inside).toBe(200)
    expect(gapsOf(plan).map(([id, people]) => [id, people])).toEqual([['v', 10]])
  })
})

describe('the time by which a transfer must be in', () => {
  const at = (clock: string): string => `2026-07-05T${clock}:00+08:00`
  const causeOf = (given: Partial<Incident>): string => {
    const problem = aSituation(anIncident('typhoon', { occurredAt: at('09:00'), ...given }))
    return transferDeadline(problem, factsOf(problem)).cause
  }
  const gale = { at: at('16:00'), windSpeedMs: 18 }
  const flood = { at: at('15:00'), rainMm: 60 }

  it.each<[string, Partial<Incident>]>([
    ['gale', { weather: { forecast: [gale] } }],
    ['roadFlood', { weather: { forecast: [gale, flood] } }],
    ['dusk', { weather: { forecast: [{ ...gale, at: at('22:00') }] } }],
    ['landfall', { typhoon: { galeFromAt: at('17:00'), landfallAt: at('14:00') } }],
    ['roadCloses', { closures: [{ road: 'G1', from: at('12:00') }], weather: { forecast: [gale, flood] } }],
  ])('is set by %s when that comes first', (cause, given) => {
    expect(causeOf(given)).toBe(cause)
  })

  it('is the default when nothing sets one: at night without a forecast, before midnight and after', () => {
    expect(causeOf({ occurredAt: at('22:00') })).toBe('default')
    expect(causeOf({ occurredAt: at('02:35') })).toBe('default')
  })
})

import { expect, it } from 'vitest'
import { aFullRoster, aPoint } from '#test/builders/care-builders.ts'
import { anArea, anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { EvacuationPlan } from '#shared/domain/plan/handling-plan.ts'
import { readPeople } from '#shared/planner/evacuation/people-source.ts'
import {
  estimateUnlisted,
  unlistedGaps,
  unlistedWords,
  type UnlistedEstimate,
} from '#shared/planner/evacuation/unlisted-people.ts'

const AREAS = [
  anArea({ code: '1', name: '区', level: 'district', box: [121.8, 29.8, 121.9, 29.9] }),
  anArea({ code: '11', name: '西街道', level: 'town', box: [121.8, 29.8, 121.85, 29.9] }),
  anArea({ code: '12', name: '东街道', level: 'town', box: [121.85, 29.8, 121.9, 29.9] }),
]
/** About 0.97 by 1.11 km, half in either street. */
const BOX = [121.845, 29.84, 121.855, 29.85] as const

function estimate(
  given: Partial<Dataset> = {},
  {
    at = '2026-07-14T23:30:00+08:00',
    box = BOX,
  }: { at?: string; box?: readonly [number, number, number, number] } = {},
): { found: UnlistedEstimate; gaps: EvacuationPlan['shortfalls'] } {
  const problem = aSituation(anIncident('hazmat_fixed', { occurredAt: at }), {
    dataset: aSituationDataset({ ...aFullRoster(), areas: AREAS, ...given }),
  })
  const facts = factsOf(problem)
  const contains = (): boolean => true
  const inside = readPeople(problem, facts).sources.filter(
    ({ location }) =>
      location.lng >= box[0] && location.lng <= box[2] && location.lat >= box[1] && location.lat <= box[3],
  )
  const found = estimateUnlisted(problem, facts, { ground: { box, contains }, inside })
  return { found, gaps: unlistedGaps(problem, facts, found) }
}

it('tells those on no list street by street: covered ground times 1 349 a square kilometre by night', () => {
  const { found, gaps } = estimate()
  expect(found.streets.map(({ town, areaKm2, perKm2 }) => [town, areaKm2, perKm2])).toEqual([
    ['东街道', 0.54, 1349],
    ['西街道', 0.54, 1349],
  ])
  expect(found.people).toBe(2 * Math.round(0.54 * 1349))
  expect(gaps.map((gap) => gap.fromId)).toEqual(['unlisted-东街道', 'unlisted-西街道'])
  expect(gaps[0]?.reasons[0]?.text).toContain('估算')
  expect(gaps[0]?.remedies[0]?.facts['phone']).toBeTruthy()
})

it('expects fewer at home by day', () => {
  const { found } = estimate({}, { at: '2026-07-14T10:00:00+08:00' })
  expect(found.streets.map(({ perKm2 }) => perKm2)).toEqual([944, 944])
})

it('takes off the registered residents of the same street only, and no visitors', () => {
  const west = aPoint({ id: 'w', lng: 121.848, lat: 29.845, town: '西街道', people: 500 })
  const guests = aPoint({ id: 'g', lng: 121.852, lat: 29.845, town: '东街道', people: 300, list: 'visitor' })
  const { found } = estimate({ populationPoints: [west, guests] })
  expect(found.streets.map(({ town, registered, people }) => [town, registered, people])).toEqual([
    ['东街道', 0, 728],
    ['西街道', 500, 228],
  ])
})

it('a street with more registered residents than the mean is estimated by its own density', () => {
  // 150 000 residents on 53.7 square kilometres of the western street, none of them on the ground.
  const crowd = aPoint({ id: 'c', lng: 121.81, lat: 29.81, town: '西街道', people: 150_000 })
  const { found } = estimate({ populationPoints: [crowd] })
  const perKm2 = found.streets.find(({ town }) => town === '西街道')?.perKm2 ?? 0
  expect(perKm2).toBeGreaterThan(2700)
  expect(perKm2).toBeLessThan(2900)
})

it('does not put people on the sea, and says how much ground it did not estimate', () => {
  const { found } = estimate({}, { box: [121.895, 29.84, 121.905, 29.85] })
  expect(found.streets.map(({ town, areaKm2 }) => [town, areaKm2])).toEqual([['东街道', 0.54]])
  expect(found.elsewhereKm2).toBe(0.54)
  expect(unlistedWords(found)).toContain('0.54平方公里')
})

it('without any outline the whole ground counts', () => {
  const { found, gaps } = estimate({ areas: [] })
  expect(found.people).toBe(Math.round(1.07 * 1349))
  expect(gaps.map((gap) => gap.fromId)).toEqual(['unlisted'])
})

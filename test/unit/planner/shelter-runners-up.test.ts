import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { EvacuationAssignment } from '#shared/domain/plan/handling-plan.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'

const typhoon = anIncident('typhoon', { unavailable: ['shelter:closed'] })
const HOME = { lng: 121.9, lat: 29.9 }
const group = (id: string, people: number): ReturnType<typeof aPoint> =>
  aPoint({ id, list: 'transfer', hazard: 'flash_flood', people, ...HOME })
const shelter = (id: string, east: number, given: Parameters<typeof aShelter>[0] | object = {}) =>
  aShelter({ ...given, id, lng: HOME.lng + east, lat: HOME.lat })

function transfer(dataset: Partial<Dataset>): EvacuationAssignment[] {
  const problem = aSituation(typhoon, {
    dataset: aSituationDataset({ ...aFullRoster(), carriers: [aBusPark({ id: 'bus', count: 40 })], ...dataset }),
  })
  return planEvacuation(problem, { facts: factsOf(problem), zones: [], travel: straightTravel() }).value.assignments
}

const toldOf = (row: EvacuationAssignment | undefined): unknown[] =>
  (row?.runnersUp ?? []).map(({ id, reasons }) => [id, reasons[0]?.code])

describe('shelters that take none of a group', () => {
  it('are the five nearest others, each with its reason: reported shut, full, unfit, farther by whole minutes', () => {
    const rows = transfer({
      populationPoints: [group('home', 100)],
      shelters: [
        shelter('chosen', 0.005),
        shelter('closed', 0.006),
        shelter('full', 0.007, { occupied: 500 }),
        shelter('unfit', 0.008, { notFor: ['flood'] }),
        shelter('far', 0.1),
        shelter('farther', 0.2),
        shelter('farthest', 0.3),
      ],
    })
    expect(rows.map((row) => row.shelterId)).toEqual(['chosen'])
    expect(toldOf(rows[0])).toEqual([
      ['closed', 'shelter-next-unavailable'],
      ['full', 'shelter-next-full'],
      ['unfit', 'shelter-next-hazard'],
      ['far', 'shelter-next-farther'],
      ['farther', 'shelter-next-farther'],
    ])
    expect(rows[0]?.runnersUp?.[3]?.reasons[0]?.facts).toEqual({ room: 500, minutes: 17, more: 16 })
  })

  it('are also those kept as unusable or full, whatever their count says; an unknown or open one is used', () => {
    const rows = transfer({
      populationPoints: [group('home', 100)],
      shelters: [
        shelter('flooded', 0.003, { state: 'unusable' }),
        shelter('told-full', 0.004, { state: 'full' }),
        shelter('open', 0.005, { state: 'open' }),
      ],
    })
    expect(rows.map((row) => row.shelterId)).toEqual(['open'])
    expect(toldOf(rows[0])).toEqual([
      ['flooded', 'shelter-next-unavailable'],
      ['told-full', 'shelter-next-full'],
    ])
  })

  it('are too small for a group that stays together, not standardised, or taken by others', () => {
    const rows = transfer({
      populationPoints: [group('home', 40), { ...group('upstream', 20), lng: 121.92, code: '红' }],
      shelters: [
        shelter('bare', 0.002, { standardised: 0, video: 0 }),
        shelter('small', 0.003, { capacity: 30 }),
        shelter('chosen', 0.004),
        shelter('taken', 0.02, { capacity: 20 }),
      ],
    })
    const home = rows.find(({ fromId }) => fromId === 'home')
    expect(home?.shelterId).toBe('chosen')
    expect(toldOf(home)).toEqual([
      ['bare', 'shelter-next-bare'],
      ['small', 'shelter-next-small'],
      ['taken', 'shelter-next-taken'],
    ])
    expect(home?.runnersUp?.[0]?.reasons[0]?.text).toContain('未规范化、无视频')
  })

  it('stand on the first row of a group that is parted, and never name a shelter the group uses', () => {
    const rows = transfer({
      populationPoints: [group('home', 900)],
      shelters: [shelter('one', 0.002), shelter('two', 0.003), shelter('three', 0.2)],
    })
    expect(rows.map((row) => row.shelterId)).toEqual(['one', 'two'])
    expect(rows.map(toldOf)).toEqual([[['three', 'shelter-next-farther']], []])
  })
})

import { describe, expect, it } from 'vitest'
import { aBusPark, aFullRoster, aPoint, aShelter, straightTravel } from '#test/builders/care-builders.ts'
import { anIncident, aSituation, aSituationDataset, factsOf } from '#test/builders/situation-builders.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { shelterRoom } from '#shared/planner/rules/hard/shelter-usable.ts'
import { arrivedOfGroups, arrivedPeople } from '#shared/planner/evacuation/arrived-people.ts'
import { planEvacuation } from '#shared/planner/stages/plan-evacuation.ts'

const HOME = { lng: 121.9, lat: 29.9 }

/** People of one point ticked off at a shelter. */
function ticked(point: string, shelterId: string, count: number): Dataset['evacuees'] {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `${point}-${index}`, code: '', name: '某', populationPointId: point, phone: '', specialNeeds: '' },
    ...{ shelterId, zoneId: '', arrivedAt: '2026-07-14T08:00:00+08:00', leftAt: '', leftTo: '' },
    ...{ source: '', isDemo: 0, note: '' },
  }))
}

function placesOf(evacuees: Dataset['evacuees'], occupied: number): string[] {
  const problem = aSituation(anIncident('typhoon'), {
    dataset: aSituationDataset({
      ...aFullRoster(),
      ...{ carriers: [aBusPark({ id: 'bus', count: 40 })], evacuees },
      populationPoints: [aPoint({ id: 'home', list: 'transfer', hazard: 'flash_flood', people: 100, ...HOME })],
      shelters: [
        aShelter({ id: 'near', capacity: 110, occupied, lng: 121.905, lat: 29.9 }),
        aShelter({ id: 'far', capacity: 500, lng: 122, lat: 29.9 }),
      ],
    }),
  })
  const { assignments } = planEvacuation(problem, {
    ...{ facts: factsOf(problem), zones: [], travel: straightTravel() },
  }).value
  return assignments.map(({ shelterId, people }) => `${shelterId ?? '-'} ${people}`)
}

describe('people who were ticked off at a shelter', () => {
  it('keep their places when their own group is planned again, and do not take them twice', () => {
    expect(placesOf(ticked('home', 'near', 100), 100)).toEqual(['near 100'])
  })

  it('take room from everybody else: of another point, or of none', () => {
    expect(placesOf(ticked('elsewhere', 'near', 100), 100)).toEqual(['far 90', 'near 10'])
    expect(placesOf(ticked('', 'near', 100), 100)).toEqual(['far 90', 'near 10'])
  })

  it('are counted by point and shelter, and not after they left', () => {
    const gone = ticked('home', 'near', 1).map((row) => ({ ...row, id: 'gone', leftAt: '2026-07-14T09:00:00+08:00' }))
    const evacuees = [...ticked('home', 'near', 2), ...gone, ...ticked('other', 'far', 1)]
    expect(arrivedPeople({ evacuees })).toEqual([
      { fromId: 'home', shelterId: 'near', people: 2 },
      { fromId: 'other', shelterId: 'far', people: 1 },
    ])
    expect([...arrivedOfGroups({ evacuees }, ['home'])]).toEqual([['near', 2]])
  })

  it('stay in a shelter that was told to be full, which takes nobody else', () => {
    const full = { capacity: 110, occupied: 110, state: 'full' as const }
    expect(shelterRoom(full)).toBe(0)
    expect(shelterRoom(full, 60)).toBe(60)
    expect(shelterRoom({ ...full, occupied: 130, state: 'open' }, 60)).toBe(40)
  })
})

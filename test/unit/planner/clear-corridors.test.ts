import { describe, expect, it } from 'vitest'
import { clearCorridors, type CorridorTrip } from '#shared/planner/evacuation/clear-corridors.ts'

const trip = (id: string, vehicles: number, given: Partial<CorridorTrip> = {}): CorridorTrip => ({
  id,
  area: id,
  people: vehicles * 40,
  departuresS: Array.from({ length: vehicles }, () => 0),
  roads: [{ name: '沿海路', travelS: 600 }],
  ...given,
})

describe('clearing areas over roads of a given capacity', () => {
  it('needs only the drive while there is room', () => {
    expect(clearCorridors([trip('a', 5)], 60)).toEqual([
      { area: 'a', people: 200, vehicles: 5, clearedS: 600, waitS: 0, corridor: '' },
    ])
  })

  it('makes the sixth vehicle of a road that passes five in five minutes wait for the next slot', () => {
    expect(clearCorridors([trip('a', 11)], 60)).toEqual([
      { area: 'a', people: 440, vehicles: 11, clearedS: 1200, waitS: 600, corridor: '沿海路' },
    ])
  })

  it('shares a road between areas: who leaves first goes first, whatever the order of the rows', () => {
    const early = trip('early', 5)
    const late = trip('late', 5, { departuresS: [10, 10, 10, 10, 10] })
    const cleared = clearCorridors([late, early], 60)
    expect(cleared.map(({ area, clearedS }) => [area, clearedS])).toEqual([
      ['early', 600],
      ['late', 900],
    ])
    expect(clearCorridors([early, late], 60)).toEqual(cleared)
  })

  it('never holds anybody on ways without a name', () => {
    const lanes = [{ name: '', travelS: 60 }]
    expect(clearCorridors([trip('a', 500, { roads: lanes })], 60)[0]).toMatchObject({ clearedS: 60, waitS: 0 })
  })
})

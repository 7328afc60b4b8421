import { describe, expect, it } from 'vitest'
import { planTours, tourTimes, type Parcel, type Tour, type TourLimits } from '#shared/planner/supplies/plan-tours.ts'

/** Stores s… and places p… on a line; the number is the minute at which they lie. */
const minuteOf = (id: string): number => Number(id.slice(1))
const limits = (given: Partial<TourLimits> = {}): TourLimits => ({
  driveS: (from, to) => Math.abs(minuteOf(from) - minuteOf(to)) * 60,
  capacity: 1,
  loadingS: 1800,
  unloadingS: 900,
  longestS: 10_800,
  mostStops: 8,
  ...given,
})
const parcel = (fromId: string, toId: string, load = 0.2, byS = 36_000): Parcel => ({
  id: `${fromId}-${toId}`,
  fromId,
  toId,
  load,
  byS,
})
const shape = (tours: readonly Tour[]): string[] =>
  tours.map(({ stores, places }) => `${stores.join(' ')} > ${places.join(' ')}`)

describe('tours of one lorry over several places', () => {
  it('serve three places of one store in the order of the road', () => {
    const tours = planTours([parcel('s0', 'p20'), parcel('s0', 'p10'), parcel('s0', 'p30')], limits())
    expect(shape(tours)).toEqual(['s0 > p10 p20 p30'])
  })

  it('are at each stop after loading, driving and the unloadings before it', () => {
    const tour = { parcels: [], stores: ['s0', 's5'], places: ['p15', 'p20'] }
    expect(tourTimes(tour, limits())).toEqual({ storesS: [0, 2100], placesS: [4500, 5700] })
    expect(tourTimes(tour, limits({ driveS: () => null }))).toBeNull()
  })

  it('call at two stores for one place when that is quicker than two lorries', () => {
    expect(shape(planTours([parcel('s0', 'p30'), parcel('s3', 'p30')], limits()))).toEqual(['s0 s3 > p30'])
  })

  it.each<[string, Parcel[], Partial<TourLimits>]>([
    ['more than the lorry takes', [parcel('s0', 'p10', 0.6), parcel('s0', 'p20', 0.6)], {}],
    ['too many stops', [parcel('s0', 'p10'), parcel('s0', 'p20')], { mostStops: 2 }],
    ['a tour longer than allowed', [parcel('s0', 'p10'), parcel('s0', 'p20')], { longestS: 3000 }],
    ['goods that would come too late', [parcel('s0', 'p10', 0.2, 2400), parcel('s0', 'p20', 0.2, 3000)], {}],
    ['a detour longer than a lorry of its own', [parcel('s0', 'p10'), parcel('s400', 'p390')], { longestS: 99_999 }],
    [
      'no way between',
      [parcel('s0', 'p10'), parcel('s0', 'p20')],
      { driveS: (from, to) => (from === 'p10' || to === 'p20' ? null : 60) },
    ],
  ])('are kept apart by %s', (_why, parcels, given) => {
    expect(planTours(parcels, limits(given))).toHaveLength(2)
  })

  it('carry every parcel once, keep to all limits, do not depend on the order of rows and never take longer than lorries of their own', () => {
    let seed = 7
    const chance = (): number => {
      seed = (seed * 16_807) % 2_147_483_647
      return seed / 2_147_483_647
    }
    for (let round = 0; round < 40; round += 1) {
      const parcels = Array.from({ length: 25 }, () =>
        parcel(`s${Math.floor(chance() * 8) * 7}`, `p${Math.floor(chance() * 10) * 6}`, 0.05 + chance() * 0.5),
      ).filter((entry, index, all) => all.findIndex((other) => other.id === entry.id) === index)
      const tours = planTours(parcels, limits())
      const backwards = planTours([...parcels].reverse(), limits())
      expect(shape(backwards)).toEqual(shape(tours))
      expect(tours.flatMap((tour) => tour.parcels.map(({ id }) => id)).sort()).toEqual(
        parcels.map(({ id }) => id).sort(),
      )
      let together = 0
      for (const tour of tours) {
        const times = tourTimes(tour, limits())
        expect(tour.parcels.reduce((sum, { load }) => sum + load, 0)).toBeLessThanOrEqual(1 + 1e-9)
        expect(tour.stores.length + tour.places.length).toBeLessThanOrEqual(8)
        for (const { fromId, toId } of tour.parcels) {
          expect(tour.stores).toContain(fromId)
          expect(times?.placesS[tour.places.indexOf(toId)]).toBeLessThanOrEqual(10_800)
        }
        together += (times?.placesS.at(-1) ?? Infinity) + 900
      }
      const apart = parcels.reduce(
        (sum, { fromId, toId }) => sum + 2700 + Math.abs(minuteOf(fromId) - minuteOf(toId)) * 60,
        0,
      )
      expect(together).toBeLessThanOrEqual(apart)
      expect(tours.length).toBeLessThan(parcels.length)
    }
  })
})

import { sortedBy } from '../../kernel/order.ts'

/** Goods for one place from one store that fit one lorry, `load` as a share of a box lorry; `byS` when wanted. */
export interface Parcel {
  readonly id: string
  readonly fromId: string
  readonly toId: string
  readonly load: number
  readonly byS: number
}

/** What tours must keep to; seconds. */
export interface TourLimits {
  /** Null = no way by road. */
  driveS(fromId: string, toId: string): number | null
  readonly capacity: number
  readonly loadingS: number
  readonly unloadingS: number
  /** From the first loading to the last arrival. */
  readonly longestS: number
  readonly mostStops: number
}

/** One lorry: loads at the stores in their order, then unloads at the places in theirs. */
export interface Tour {
  readonly parcels: readonly Parcel[]
  readonly stores: readonly string[]
  readonly places: readonly string[]
}

/** When a tour is at each stop, seconds after it begins to load at its first store. */
export interface TourTimes {
  readonly storesS: readonly number[]
  readonly placesS: readonly number[]
}

/** Above this many parcels a parcel is only tried in tours that already call at its store or its place. */
const TRY_ALL = 400
const ROUNDS = 3

/**
 * Joins parcels into tours of one lorry each (design rule): cheapest insertion in the order in which goods are wanted, then
 * moving single parcels to another tour while that saves time. A parcel joins only when that takes less time than a lorry of
 * its own. No bound is known; no tour breaks a limit unless a parcel alone does.
 */
export function planTours(parcels: readonly Parcel[], limits: TourLimits): Tour[] {
  const tours: (Tour | null)[] = []
  for (const parcel of sortedBy(parcels, ({ id, byS, fromId, toId }) => [byS, fromId, toId, id])) {
    const best = cheapest(tours, parcel, limits, parcels.length > TRY_ALL)
    if (best === null || best.addedS >= aloneS(parcel, limits)) tours.push(alone(parcel))
    else tours[best.index] = best.tour
  }
  if (parcels.length <= TRY_ALL) relocate(tours, limits)
  return tours.filter((tour) => tour !== null)
}

/** Times of a tour; null where a way is missing. */
export function tourTimes({ stores, places }: Tour, limits: TourLimits): TourTimes | null {
  const storesS: number[] = []
  const placesS: number[] = []
  let atS = 0
  let last: string | null = null
  for (const [index, stop] of [...stores, ...places].entries()) {
    const driveS = last === null ? 0 : limits.driveS(last, stop)
    if (driveS === null) return null
    atS += driveS
    if (index < stores.length) {
      storesS.push(atS)
      atS += limits.loadingS
    } else {
      placesS.push(atS)
      atS += limits.unloadingS
    }
    last = stop
  }
  return { storesS, placesS }
}

interface Insertion {
  readonly index: number
  readonly tour: Tour
  readonly addedS: number
}

function relocate(tours: (Tour | null)[], limits: TourLimits): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    let moved = false
    for (const [index, tour] of tours.entries()) {
      for (const parcel of tour?.parcels ?? []) {
        const home = tours[index]
        if (!home?.parcels.includes(parcel)) continue
        const rest = without(home, parcel)
        const savedS = durationS(home, limits) - (rest === null ? 0 : durationS(rest, limits))
        const others = tours.map((other, at) => (at === index ? null : other))
        const best = cheapest(others, parcel, limits, false)
        if (best === null || best.addedS >= savedS) continue
        tours[best.index] = best.tour
        tours[index] = rest
        moved = true
      }
    }
    if (!moved) return
  }
}

function cheapest(
  tours: readonly (Tour | null)[],
  parcel: Parcel,
  limits: TourLimits,
  onlyShared: boolean,
): Insertion | null {
  let best: Insertion | null = null
  for (const [index, tour] of tours.entries()) {
    if (tour === null) continue
    if (onlyShared && !tour.stores.includes(parcel.fromId) && !tour.places.includes(parcel.toId)) continue
    if (loadOf(tour) + parcel.load > limits.capacity + 1e-9) continue
    const beforeS = durationS(tour, limits)
    for (const stores of withStop(tour.stores, parcel.fromId)) {
      for (const places of withStop(tour.places, parcel.toId)) {
        if (stores.length + places.length > limits.mostStops) continue
        const grown = { parcels: [...tour.parcels, parcel], stores, places }
        const addedS = durationS(grown, limits) - beforeS
        if ((best === null || addedS < best.addedS) && isInTime(grown, limits)) best = { index, tour: grown, addedS }
      }
    }
  }
  return best
}

/** The list itself when it has the stop, else with the stop at every position. */
function withStop(list: readonly string[], stop: string): readonly (readonly string[])[] {
  if (list.includes(stop)) return [list]
  return Array.from({ length: list.length + 1 }, (_, at) => [...list.slice(0, at), stop, ...list.slice(at)])
}

function isInTime(tour: Tour, limits: TourLimits): boolean {
  const times = tourTimes(tour, limits)
  if (times === null) return false
  return tour.parcels.every((parcel) => {
    const atS = times.placesS[tour.places.indexOf(parcel.toId)] ?? Infinity
    return atS <= Math.min(parcel.byS, limits.longestS)
  })
}

/** Until the last unloading is done; infinite where a way is missing. */
function durationS(tour: Tour, limits: TourLimits): number {
  const lastS = tourTimes(tour, limits)?.placesS.at(-1)
  return lastS === undefined ? Infinity : lastS + limits.unloadingS
}

function alone(parcel: Parcel): Tour {
  return { parcels: [parcel], stores: [parcel.fromId], places: [parcel.toId] }
}

function aloneS(parcel: Parcel, limits: TourLimits): number {
  return durationS(alone(parcel), limits)
}

function without(tour: Tour, parcel: Parcel): Tour | null {
  const parcels = tour.parcels.filter((entry) => entry !== parcel)
  if (parcels.length === 0) return null
  return {
    parcels,
    stores: tour.stores.filter((store) => parcels.some((entry) => entry.fromId === store)),
    places: tour.places.filter((place) => parcels.some((entry) => entry.toId === place)),
  }
}

function loadOf({ parcels }: Tour): number {
  return parcels.reduce((sum, parcel) => sum + parcel.load, 0)
}

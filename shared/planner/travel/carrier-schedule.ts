import type { CarrierRow } from '../../domain/dataset/tables.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Reach } from '../graph/travel.ts'

/** One vehicle of a fleet: where and when it is free next. */
interface Vehicle {
  position: LngLat
  freeAtS: number
}

/** A kind of carrier and what one of its vehicles takes: seats, or a share of a lorry load. */
export interface CarrierLoad {
  readonly carrier: CarrierRow
  readonly capacity: number
}

/** People or goods to be driven from one place to another. */
export interface CarrierJob {
  /** In the unit of the capacity. */
  readonly amount: number
  readonly from: LngLat
  readonly to: LngLat
  /** Earliest moment they stand ready. */
  readonly readyAtS: number
  readonly driveS: number
  /** Reverse search to the place of departure: where vehicles come from. */
  readonly approach: Pick<Reach, 'durationS'>
  /** Carriers done later than this are of no use; absent = any. */
  readonly latestS?: number
  /** Only a carrier one vehicle of which takes the whole amount; absent = any. */
  readonly singleTrip?: boolean
  /** Boarding or loading, each trip. */
  readonly handlingS: number
}

/** Trips of one carrier for one job. */
export interface CarrierRun {
  readonly carrier: CarrierRow
  readonly capacity: number
  readonly trips: number
  readonly startS: number
  readonly doneS: number
}

/** The vehicles of all carriers; each run takes its vehicles along, so that none is promised twice. */
export interface CarrierFleet {
  /** Books the carrier that is done first; null when none can reach the place or none in time. */
  book(job: CarrierJob): CarrierRun | null
}

/** A fleet that stands where its carriers are at `nowS`. */
export function createCarrierFleet(loads: readonly CarrierLoad[], nowS: number): CarrierFleet {
  const fleets = sortedBy(
    loads.filter(({ carrier, capacity }) => capacity > 0 && carrier.count > 0),
    ({ carrier }) => [carrier.id],
  ).map((load) => ({
    load,
    vehicles: Array.from({ length: load.carrier.count }, (): Vehicle => ({
      position: { lng: load.carrier.lng, lat: load.carrier.lat },
      freeAtS: nowS,
    })),
  }))
  return {
    book: (job) => {
      const offers = fleets
        .flatMap((fleet) => offerOf(fleet, job) ?? [])
        .filter((offer) => offer.doneS <= (job.latestS ?? Infinity) && (job.singleTrip !== true || offer.trips === 1))
      const best = sortedBy(offers, (offer) => [offer.doneS, offer.trips, offer.carrier.id])[0]
      if (best === undefined) return null
      for (const { vehicle, freeAtS } of best.used) {
        vehicle.freeAtS = freeAtS
        vehicle.position = job.to
      }
      const { carrier, capacity, trips, startS, doneS } = best
      return { carrier, capacity, trips, startS, doneS }
    },
  }
}

interface Offer extends CarrierRun {
  readonly used: readonly { readonly vehicle: Vehicle; readonly freeAtS: number }[]
}

/** The trips of one carrier, each by the vehicle that is at the place first. */
function offerOf(
  { load, vehicles }: { load: CarrierLoad; vehicles: readonly Vehicle[] },
  job: CarrierJob,
): Offer | null {
  const trips = Math.ceil(job.amount / load.capacity - 1e-9)
  const state = vehicles.flatMap((vehicle) => {
    const driveS = job.approach.durationS(vehicle.position)
    return driveS === null
      ? []
      : [{ vehicle, atPickUpS: Math.max(job.readyAtS, vehicle.freeAtS + driveS), freeAtS: vehicle.freeAtS, trips: 0 }]
  })
  if (state.length === 0) return null
  let startS = Infinity
  let doneS = 0
  for (let trip = 0; trip < trips; trip += 1) {
    const next = state.reduce((first, entry) => (entry.atPickUpS < first.atPickUpS ? entry : first))
    startS = Math.min(startS, next.atPickUpS)
    next.freeAtS = next.atPickUpS + job.handlingS + job.driveS
    doneS = Math.max(doneS, next.freeAtS)
    next.atPickUpS = next.freeAtS + job.driveS
    next.trips += 1
  }
  return { ...load, trips, startS, doneS, used: state.filter((entry) => entry.trips > 0) }
}

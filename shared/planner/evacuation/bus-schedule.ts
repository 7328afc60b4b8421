import type { CarrierRow } from '../../domain/dataset/tables.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { PlanningProblem } from '../problem.ts'
import type { Reach } from '../graph/travel.ts'

/** One bus of the fleet: where and when it is free next. */
interface Bus {
  readonly carrier: CarrierRow
  position: LngLat
  freeAtS: number
}

/** A group to be driven from its place to a shelter. */
interface BusJob {
  readonly people: number
  readonly from: LngLat
  readonly to: LngLat
  /** Earliest moment people stand ready. */
  readonly readyAtS: number
  readonly driveS: number
  /** Reverse search to the pick-up: where buses come from. */
  readonly approach: Reach
  readonly boardingS: number
}

/** Trips of one carrier for one job. */
export interface BusRun {
  readonly carrier: CarrierRow
  readonly trips: number
  readonly startS: number
  readonly doneS: number
}

/** The buses of all carriers; each run takes its buses along, so that no bus is promised twice. */
export interface BusFleet {
  /** Books the carrier that is done first; null when no bus can reach the place. */
  book(job: BusJob): BusRun | null
}

export function createBusFleet(problem: PlanningProblem, nowS: number): BusFleet {
  const away = unavailableIds(problem.incident, 'carrier')
  const carriers = problem.dataset.carriers.filter(
    (carrier) => carrier.kind === 'bus' && carrier.seats > 0 && carrier.count > 0 && !away.has(carrier.id),
  )
  const fleets = sortedBy(carriers, (carrier) => [carrier.id]).map((carrier) =>
    Array.from({ length: carrier.count }, (): Bus => ({
      carrier,
      position: { lng: carrier.lng, lat: carrier.lat },
      freeAtS: nowS,
    })),
  )
  return {
    book: (job) => {
      const offers = fleets.flatMap((buses) => offerOf(buses, job) ?? [])
      const best = sortedBy(offers, (offer) => [offer.doneS, offer.trips, offer.carrier.id])[0]
      if (best === undefined) return null
      for (const { bus, freeAtS } of best.used) {
        bus.freeAtS = freeAtS
        bus.position = job.to
      }
      const { carrier, trips, startS, doneS } = best
      return { carrier, trips, startS, doneS }
    },
  }
}

interface Offer extends BusRun {
  readonly used: readonly { readonly bus: Bus; readonly freeAtS: number }[]
}

/** The trips of one carrier, each by the bus that is at the pick-up first. */
function offerOf(buses: readonly Bus[], job: BusJob): Offer | null {
  const carrier = buses[0]?.carrier
  if (carrier === undefined) return null
  const trips = Math.ceil(job.people / carrier.seats)
  const state = buses.flatMap((bus) => {
    const driveS = job.approach.durationS(bus.position)
    return driveS === null
      ? []
      : [{ bus, atPickUpS: Math.max(job.readyAtS, bus.freeAtS + driveS), freeAtS: bus.freeAtS, trips: 0 }]
  })
  if (state.length === 0) return null
  let startS = Infinity
  let doneS = 0
  for (let trip = 0; trip < trips; trip += 1) {
    const next = state.reduce((first, entry) => (entry.atPickUpS < first.atPickUpS ? entry : first))
    startS = Math.min(startS, next.atPickUpS)
    next.freeAtS = next.atPickUpS + job.boardingS + job.driveS
    doneS = Math.max(doneS, next.freeAtS)
    next.atPickUpS = next.freeAtS + job.driveS
    next.trips += 1
  }
  return { carrier, trips, startS, doneS, used: state.filter((entry) => entry.trips > 0) }
}

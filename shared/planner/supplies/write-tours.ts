import type { SupplyTour, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import type { PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import type { CarrierFleet, CarrierRun } from '../travel/carrier-schedule.ts'
import type { LorryPlaces, Shipment } from './shipments.ts'
import { tourTimes, type Tour, type TourLimits } from './plan-tours.ts'

/** A tour with its transfers, ready for the plan. */
export interface DrivenTour {
  readonly tour: SupplyTour
  readonly transfers: readonly SupplyTransfer[]
}

/** What tours of one kind of goods are driven with. */
export interface Driving {
  readonly nowS: number
  readonly fleet: CarrierFleet
  readonly places: LorryPlaces
  readonly limits: TourLimits
}

/** One lorry over all stops of a tour; null when no lorry that takes it all can come. */
export function sharedTour(
  { nowS, fleet, places, limits }: Driving,
  tour: Tour,
  shipments: readonly Shipment[],
): DrivenTour | null {
  const times = tourTimes(tour, limits)
  const [firstStore] = tour.stores
  const lastPlace = tour.places.at(-1)
  const lastS = times?.placesS.at(-1)
  if (times === null || firstStore === undefined || lastPlace === undefined || lastS === undefined) return null
  const from = places.positionOf(firstStore)
  const to = places.positionOf(lastPlace)
  const approach = places.approachTo(firstStore)
  if (from === null || to === null || approach === null) return null
  const loads = shipments.reduce((sum, shipment) => sum + shipment.load, 0)
  const run = fleet.book({
    amount: loads,
    from,
    to,
    readyAtS: nowS,
    driveS: lastS + limits.unloadingS - limits.loadingS,
    approach,
    handlingS: limits.loadingS,
    singleTrip: true,
  })
  if (run === null) return null
  const startS = run.startS - nowS
  const etas = new Map(tour.places.map((place, index) => [place, startS + (times.placesS[index] ?? 0)]))
  const nameOf = new Map(shipments.map(({ rows: [row] }) => [row.demand.toId, row.demand.toName]))
  const stores = new Map(shipments.map(({ rows: [row] }) => [row.shelf.store.id, row.shelf.store.name]))
  const reasons = [
    makeReason('supply-tour', {
      stores: tour.stores.length,
      places: tour.places.length,
      share: hundredths(loads),
      alone: shipments.length,
    }),
    ...carrierOf(run).reasons,
  ]
  const transfers = shipments.map((shipment) =>
    transferOf(shipment, { ...carrierOf(run), reasons }, etas.get(shipment.toId) ?? 0),
  )
  const idsOf = (fits: (shipment: Shipment) => boolean): string[] => shipments.filter(fits).map(({ id }) => id)
  return {
    transfers,
    tour: {
      id: `R-${firstStore}-${lastPlace}-${shipments[0]?.id ?? ''}`,
      ...carrierOf(run),
      loads: hundredths(loads),
      startS,
      doneS: run.doneS - nowS,
      stops: [
        ...tour.stores.map((store, index) => ({
          kind: 'load' as const,
          placeId: store,
          name: stores.get(store) ?? store,
          atS: startS + (times.storesS[index] ?? 0),
          transferIds: idsOf(({ fromId }) => fromId === store),
        })),
        ...tour.places.map((place) => ({
          kind: 'unload' as const,
          placeId: place,
          name: nameOf.get(place) ?? place,
          atS: etas.get(place) ?? 0,
          transferIds: idsOf(({ toId }) => toId === place),
        })),
      ],
      reasons,
    },
  }
}

/** Lorries of one carrier to and fro between a store and a place; null when none can come. */
export function directTour({ nowS, fleet, places, limits }: Driving, shipment: Shipment): DrivenTour | null {
  const from = places.positionOf(shipment.fromId)
  const to = places.positionOf(shipment.toId)
  const approach = places.approachTo(shipment.fromId)
  if (from === null || to === null || approach === null) return null
  const run = fleet.book({
    amount: shipment.load,
    from,
    to,
    readyAtS: nowS,
    driveS: shipment.rows[0].driveS,
    approach,
    handlingS: limits.loadingS,
  })
  if (run === null) return null
  const times = { startS: run.startS - nowS, etaS: run.doneS - nowS }
  return straightTour(shipment, transferOf(shipment, carrierOf(run), times.etaS), times)
}

/** A run for which transport must be asked. */
export function bareTour(problem: PlanningProblem, shipment: Shipment): DrivenTour {
  const etaS = problem.parameters.supplies.loadingS.value + shipment.rows[0].driveS
  const carrier = {
    carrierId: null,
    carrierName: '',
    phone: '',
    trips: 0,
    reasons: [makeReason('supply-no-lorry')],
  }
  return straightTour(shipment, transferOf(shipment, carrier, etaS), { startS: 0, etaS })
}

function straightTour(
  shipment: Shipment,
  transfer: SupplyTransfer,
  { startS, etaS }: { startS: number; etaS: number },
): DrivenTour {
  const { carrierId, carrierName, phone, trips, loads, reasons } = transfer
  const ids = { transferIds: [transfer.id] }
  return {
    transfers: [transfer],
    tour: {
      id: `R-${shipment.id}`,
      carrierId,
      carrierName,
      phone,
      trips,
      loads,
      startS,
      doneS: etaS,
      stops: [
        { kind: 'load', placeId: transfer.storeId, name: transfer.storeName, atS: startS, ...ids },
        { kind: 'unload', placeId: transfer.toId, name: transfer.toName, atS: etaS, ...ids },
      ],
      reasons,
    },
  }
}

type CarrierPart = Pick<SupplyTransfer, 'carrierId' | 'carrierName' | 'phone' | 'trips' | 'reasons'>

function transferOf({ id, load, byS, rows: [first] }: Shipment, carrier: CarrierPart, etaS: number): SupplyTransfer {
  const { store } = first.shelf
  return {
    id,
    storeId: store.id,
    storeName: store.name,
    toId: first.demand.toId,
    toName: first.demand.toName,
    ...carrier,
    loads: hundredths(load),
    etaS,
    distanceM: first.distanceM,
    byS,
  }
}

function carrierOf({ carrier, trips, capacity }: CarrierRun): CarrierPart {
  return {
    carrierId: carrier.id,
    carrierName: carrier.name,
    phone: carrier.phone,
    trips,
    reasons: [
      makeReason('supply-carrier', {
        carrier: carrier.name,
        vehicles: Math.min(trips, carrier.count),
        trips,
        share: capacity,
        phone: carrier.phone === '' ? null : carrier.phone,
      }),
    ],
  }
}

/** Loads are shown to two places, never as less than they are. */
function hundredths(loads: number): number {
  return Math.ceil(loads * 100 - 1e-9) / 100
}

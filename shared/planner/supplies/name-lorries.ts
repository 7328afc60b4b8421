import type { SupplyAllocation, SupplyTour, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { createCarrierFleet } from '../travel/carrier-schedule.ts'
import { listLorries, type Lorry } from './lorries.ts'
import { planTours, type Tour, type TourLimits } from './plan-tours.ts'
import { shipmentsOf, transferIdOf, type LorryPlaces, type Shipment } from './shipments.ts'
import { writeAllocation, type Draw } from './write-allocations.ts'
import { bareTour, directTour, sharedTour, type DrivenTour, type Driving } from './write-tours.ts'

/**
 * Joins what goes from one store to one place, then small loads into tours of one lorry, and names a carrier for each, most
 * urgent first; the arrival is that of the last lorry. Without a lorry that fits the run stays, at loading and driving time,
 * and says that transport must be asked for.
 */
export function nameLorries(
  problem: PlanningProblem,
  { nowS }: Pick<FactSheet, 'nowS'>,
  draws: readonly Draw[],
  places: LorryPlaces,
): { tours: SupplyTour[]; transfers: SupplyTransfer[]; allocations: SupplyAllocation[] } {
  const lorries = listLorries(problem)
  const shipments = shipmentsOf(problem, draws)
  const driven = (['general', 'fuel'] as const).flatMap((cargo) => {
    const fitting = lorries.filter((lorry) => lorry.cargo === cargo)
    const fleet = createCarrierFleet(
      fitting.map(({ carrier, share }) => ({ carrier, capacity: share })),
      nowS,
    )
    const mine = shipments.filter((shipment) => shipment.cargo === cargo)
    return driveTours(problem, { nowS, fleet, places, limits: limitsOf(problem, fitting, places) }, mine)
  })
  const tours = sortedBy(driven, ({ tour }) => [tour.startS, tour.doneS, tour.id])
  const transfers = sortedBy(
    tours.flatMap((entry) => entry.transfers),
    (transfer) => [transfer.byS, transfer.etaS, transfer.id],
  )
  const etas = new Map(transfers.map((transfer) => [transfer.id, transfer.etaS]))
  const allocations = draws.map((draw) => {
    const transferId = transferIdOf(problem, draw)
    return writeAllocation(problem, draw, { etaS: etas.get(transferId) ?? 0, transferId })
  })
  return { tours: tours.map(({ tour }) => tour), transfers, allocations }
}

/** Loads of more than one lorry go straight to and fro; the others share lorries. The most urgent take their lorry first. */
function driveTours(problem: PlanningProblem, driving: Driving, shipments: readonly Shipment[]): DrivenTour[] {
  const { limits } = driving
  const byId = new Map(shipments.map((shipment) => [shipment.id, shipment]))
  const whole = shipments.filter(({ load }) => load > limits.capacity)
  const tours: Tour[] = [
    ...whole.map((shipment) => ({ parcels: [shipment], stores: [shipment.fromId], places: [shipment.toId] })),
    ...planTours(
      shipments.filter(({ load }) => load <= limits.capacity),
      limits,
    ),
  ]
  const ordered = sortedBy(tours, ({ parcels }) => [
    Math.min(...parcels.map(({ byS }) => byS)),
    Math.min(...parcels.map(({ id }) => byId.get(id)?.rows[0].driveS ?? 0)),
    parcels.map(({ id }) => id).join(' '),
  ])
  return ordered.flatMap((tour) => {
    const members = tour.parcels.flatMap(({ id }) => byId.get(id) ?? [])
    const shared = members.length > 1 ? sharedTour(driving, tour, members) : null
    if (shared !== null) return [shared]
    return members.map((shipment) => directTour(driving, shipment) ?? bareTour(problem, shipment))
  })
}

function limitsOf({ parameters }: PlanningProblem, lorries: readonly Lorry[], places: LorryPlaces): TourLimits {
  const { loadingS, unloadingS, tourLongestS, tourStopsMax } = parameters.supplies
  return {
    driveS: (fromId, toId) => places.driveS(fromId, toId),
    capacity: Math.max(0, ...lorries.map(({ share }) => share)),
    loadingS: loadingS.value,
    unloadingS: unloadingS.value,
    longestS: tourLongestS.value,
    mostStops: tourStopsMax.value,
  }
}

import type { SupplyAllocation, SupplyTransfer } from '../../domain/plan/force-plan.ts'
import type { LngLat } from '../../kernel/geo.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import type { Reach } from '../graph/travel.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { createCarrierFleet, type CarrierFleet, type CarrierRun } from '../travel/carrier-schedule.ts'
import { listLorries, type Cargo } from './lorries.ts'
import { writeAllocation, type Draw } from './write-allocations.ts'

/** Where the goods of a run go and how lorries come to its store. */
export interface LorryPlaces {
  positionOf(toId: string): LngLat | null
  approachTo(storeId: string): Reach | null
}

/**
 * Joins what goes from one store to one place into runs and names a carrier for each, most urgent first; the arrival is the
 * one of the last lorry. Without a lorry that fits the run stays, at loading and driving time, and says that transport must
 * be asked for.
 */
export function nameLorries(
  problem: PlanningProblem,
  { nowS }: Pick<FactSheet, 'nowS'>,
  draws: readonly Draw[],
  places: LorryPlaces,
): { transfers: SupplyTransfer[]; allocations: SupplyAllocation[] } {
  const lorries = listLorries(problem)
  const fleets: Readonly<Record<Cargo, CarrierFleet>> = {
    general: createCarrierFleet(loadsOf(lorries, 'general'), nowS),
    fuel: createCarrierFleet(loadsOf(lorries, 'fuel'), nowS),
  }
  const groups = groupBy(draws, (draw) => transferIdOf(problem, draw))
  const ordered = sortedBy([...groups], ([id, rows]) => [wantedS(rows), rows[0]?.driveS ?? 0, id])
  const transfers = ordered.flatMap(([id, rows]): SupplyTransfer[] => {
    const [first] = rows
    if (first === undefined) return []
    const { store } = first.shelf
    const { supplies } = problem.parameters
    const loads = rows.reduce((sum, row) => sum + loadOf(problem, row), 0)
    const to = places.positionOf(first.demand.toId)
    const approach = places.approachTo(store.id)
    const run =
      to === null || approach === null
        ? null
        : fleets[cargoOf(problem, first)].book({
            amount: loads,
            from: { lng: store.lng, lat: store.lat },
            to,
            readyAtS: nowS,
            driveS: first.driveS,
            approach,
            handlingS: supplies.loadingS.value,
          })
    return [
      {
        id,
        storeId: store.id,
        storeName: store.name,
        toId: first.demand.toId,
        toName: first.demand.toName,
        ...carrierOf(run),
        loads: Math.ceil(loads * 100) / 100,
        etaS: run === null ? supplies.loadingS.value + first.driveS : run.doneS - nowS,
        distanceM: first.distanceM,
        byS: wantedS(rows),
      },
    ]
  })
  const etas = new Map(transfers.map((transfer) => [transfer.id, transfer.etaS]))
  const allocations = draws.map((draw) => {
    const transferId = transferIdOf(problem, draw)
    return writeAllocation(problem, draw, { etaS: etas.get(transferId) ?? 0, transferId })
  })
  return { transfers, allocations }
}

function carrierOf(
  run: CarrierRun | null,
): Pick<SupplyTransfer, 'carrierId' | 'carrierName' | 'phone' | 'trips' | 'reasons'> {
  if (run === null)
    return { carrierId: null, carrierName: '', phone: '', trips: 0, reasons: [makeReason('supply-no-lorry')] }
  const { carrier, trips, capacity } = run
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

function loadsOf(
  lorries: ReturnType<typeof listLorries>,
  cargo: Cargo,
): { carrier: (typeof lorries)[number]['carrier']; capacity: number }[] {
  return lorries.filter((lorry) => lorry.cargo === cargo).map(({ carrier, share }) => ({ carrier, capacity: share }))
}

/** Fuel and other goods never share a lorry, so they are runs of their own. */
function transferIdOf(problem: PlanningProblem, draw: Draw): string {
  return `T-${draw.shelf.store.id}-${draw.demand.toId}${cargoOf(problem, draw) === 'fuel' ? '-fuel' : ''}`
}

function cargoOf({ parameters }: PlanningProblem, draw: Draw): Cargo {
  return parameters.supplies.items.find((item) => item.itemCode === draw.shelf.itemCode)?.cargo ?? 'general'
}

/** Share of a box lorry. */
function loadOf({ parameters }: PlanningProblem, draw: Draw): number {
  const item = parameters.supplies.items.find((each) => each.itemCode === draw.shelf.itemCode)
  return item === undefined ? 0 : (draw.packs * item.pack) / item.perLorry
}

function wantedS(rows: readonly Draw[]): number {
  return Math.min(...rows.map((row) => row.demand.bySAfterStart))
}

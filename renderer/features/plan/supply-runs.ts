import type { ForcePlan, SupplyTour } from '#shared/domain/plan/force-plan.ts'

/** A tour of a lorry; late when one of its transfers comes after it is wanted. */
export interface SupplyRun extends SupplyTour {
  readonly isLate: boolean
}

/** The tours of a plan; in plans made before tours were told each transfer is one. */
export function supplyRuns({ tours, transfers = [] }: ForcePlan['supplies']): SupplyRun[] {
  const late = new Set(transfers.filter((transfer) => transfer.etaS > transfer.byS).map((transfer) => transfer.id))
  const all: readonly SupplyTour[] =
    tours ??
    transfers.map((transfer) => ({
      ...transfer,
      startS: 0,
      doneS: transfer.etaS,
      stops: [
        { kind: 'load', placeId: transfer.storeId, name: transfer.storeName, atS: 0, transferIds: [transfer.id] },
        {
          kind: 'unload',
          placeId: transfer.toId,
          name: transfer.toName,
          atS: transfer.etaS,
          transferIds: [transfer.id],
        },
      ],
    }))
  return all.map((tour) => ({
    ...tour,
    isLate: tour.stops.some((stop) => stop.transferIds.some((id) => late.has(id))),
  }))
}

import type { LngLat } from '../../kernel/geo.ts'
import { groupBy } from '../../kernel/order.ts'
import type { Reach } from '../graph/travel.ts'
import type { PlanningProblem } from '../problem.ts'
import type { Cargo } from './lorries.ts'
import type { Parcel } from './plan-tours.ts'
import type { Draw } from './write-allocations.ts'

/** Where the goods of a run go, how lorries come to its store, and the driving time between any two of these places. */
export interface LorryPlaces {
  positionOf(placeId: string): LngLat | null
  approachTo(storeId: string): Reach | null
  driveS(fromId: string, toId: string): number | null
}

/** All goods from one store to one place. */
export interface Shipment extends Parcel {
  readonly cargo: Cargo
  readonly rows: readonly [Draw, ...Draw[]]
}

/** What goes from each store to each place, ordinary goods and fuel apart. */
export function shipmentsOf(problem: PlanningProblem, draws: readonly Draw[]): Shipment[] {
  return [...groupBy(draws, (draw) => transferIdOf(problem, draw))].flatMap(([id, [first, ...others]]): Shipment[] => {
    if (first === undefined) return []
    const rows: readonly [Draw, ...Draw[]] = [first, ...others]
    return [
      {
        id,
        fromId: first.shelf.store.id,
        toId: first.demand.toId,
        load: rows.reduce((sum, row) => sum + loadOf(problem, row), 0),
        byS: Math.min(...rows.map((row) => row.demand.bySAfterStart)),
        cargo: cargoOf(problem, first),
        rows,
      },
    ]
  })
}

/** Fuel and other goods never share a lorry, so they are runs of their own. */
export function transferIdOf(problem: PlanningProblem, draw: Draw): string {
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

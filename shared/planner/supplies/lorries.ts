import type { SupplyParameters } from '../../domain/parameters/supplies.ts'
import type { CarrierRow } from '../../domain/dataset/tables.ts'
import { sortedBy } from '../../kernel/order.ts'
import { unavailableIds } from '../people/unavailable.ts'
import type { PlanningProblem } from '../problem.ts'

/** Ordinary goods or fuel. */
export type Cargo = 'general' | 'fuel'

/** A lorry of the list with what one of them takes, as a share of a box lorry of about 5 t. */
export interface Lorry {
  readonly carrier: CarrierRow
  readonly share: number
  readonly cargo: Cargo
}

/** The lorries that may be used, by id. */
export function listLorries({ dataset, incident, parameters }: PlanningProblem): Lorry[] {
  const away = unavailableIds(incident, 'carrier')
  const rows = dataset.carriers.filter((row) => row.kind === 'lorry' && row.count > 0 && !away.has(row.id))
  return sortedBy(rows, (row) => [row.id]).map((carrier) => ({ carrier, ...loadOf(parameters.supplies, carrier) }))
}

function loadOf({ carrierLoads }: SupplyParameters, { name }: CarrierRow): { share: number; cargo: Cargo } {
  const known = carrierLoads.find((entry) => name.includes(entry.match))
  return { share: known?.lorryShare ?? 1, cargo: known?.cargo ?? 'general' }
}

/** All lorries together in shares of a box lorry. */
export function countLorryShares(problem: PlanningProblem): number {
  return listLorries(problem).reduce((sum, lorry) => sum + lorry.share * lorry.carrier.count, 0)
}

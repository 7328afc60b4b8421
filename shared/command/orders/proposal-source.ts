import type { CommandParameters } from '../../domain/parameters/command.ts'
import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'

/** What orders are made from: one version of a plan, now, and what the plan does not hold itself. */
export interface ProposalSource {
  readonly plan: DispatchPlan
  readonly version: number
  readonly nowS: number
  readonly limits: CommandParameters
  /** The street a population point belongs to; empty = not known. */
  readonly townOf: (populationPointId: string) => string
}

/** The incident in one clause, as orders begin. */
export function headlineOf({ incident }: DispatchPlan): string {
  const address = incident.location.address ?? ''
  const title = incident.title ?? ''
  return title === '' || title.includes(address) || address === '' ? title || address : `${address}，${title}`
}

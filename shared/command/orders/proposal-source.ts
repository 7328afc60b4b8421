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

/** Where the incident is, as it is said: the address, else the street, else the position. An order without a place is none. */
export function placeOf({ incident }: DispatchPlan): string {
  const { address = '', lng, lat } = incident.location
  if (address !== '') return address
  return incident.town === null ? `${lng.toFixed(3)},${lat.toFixed(3)}` : `${incident.town}内`
}

/** The incident in one clause, as orders begin: place and title. */
export function headlineOf(plan: DispatchPlan): string {
  const place = placeOf(plan)
  const title = plan.incident.title ?? ''
  return title === '' || title.includes(place) ? title || place : `${place}，${title}`
}

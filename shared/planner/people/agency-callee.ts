import type { Dataset } from '../../domain/dataset/dataset.ts'
import { sortedBy } from '../../kernel/order.ts'

/** Somebody to ring in the first minutes, with what the order says about how near they are. */
export interface Callee {
  readonly id: string
  readonly call: string
  readonly phone: string
  readonly nearness: string
  /** The team behind the telephone, and what it is rung for. */
  readonly teamId?: string
  readonly capability?: string
  /** The post that is rung, as on the roster; absent when a team or an office is. */
  readonly post?: string
}

/**
 * The duty desk of an organisation, or else of its own team, found by a word of the name (海事, 疾控, 燃气); null when the
 * data set holds nobody of that name with a phone.
 */
export function agencyCallee(
  { dataset }: { readonly dataset: Pick<Dataset, 'organisations' | 'teams'> },
  word: string,
): Callee | null {
  const named = (row: { readonly name: string; readonly phone: string }): boolean =>
    row.name.includes(word) && row.phone !== ''
  const [office] = sortedBy(dataset.organisations.filter(named), (row) => [row.id])
  if (office !== undefined) return { id: office.id, call: `${office.name}值班室`, phone: office.phone, nearness: '' }
  const [team] = sortedBy(dataset.teams.filter(named), (row) => [row.id])
  return team === undefined ? null : { id: team.id, call: team.name, phone: team.phone, nearness: '', teamId: team.id }
}

import type { ChangeKind, PlanChange } from '../../domain/plan/plan-change.ts'

/** Changes an officer may decline one by one: who comes and who goes. All others follow from facts, rules and these. */
const DECLINABLE: readonly ChangeKind[] = ['teamAdded', 'teamDropped', 'teamRole']

/** True when an officer may decline this change by itself. */
export function isDeclinable({ kind }: Pick<PlanChange, 'kind'>): boolean {
  return DECLINABLE.includes(kind)
}

/** What a partly accepted version asks of the next: teams that stay and teams that do not come, each once. */
export interface OfficerChoice {
  readonly keeps: readonly string[]
  readonly leaves: readonly string[]
  /** Names for people, in the order of the changes. */
  readonly names: readonly string[]
}

/** Reads which changes were declined; the ids that are none of the changes, or may not be declined, are told instead. */
export function officerChoiceOf(
  changes: readonly PlanChange[],
  declined: readonly string[],
): { readonly choice: OfficerChoice; readonly refused: readonly string[] } {
  const wanted = new Set(declined)
  const chosen = changes.filter((change) => wanted.has(change.id) && isDeclinable(change))
  const known = new Set(chosen.map(({ id }) => id))
  return {
    choice: {
      keeps: chosen.filter(({ kind }) => kind !== 'teamAdded').map(({ subjectId }) => subjectId),
      leaves: chosen.filter(({ kind }) => kind === 'teamAdded').map(({ subjectId }) => subjectId),
      names: chosen.map(({ name }) => name),
    },
    refused: declined.filter((id) => !known.has(id)),
  }
}

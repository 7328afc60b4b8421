import { appContract } from '#shared/contract/app-contract.ts'
import type { DiscretionAct } from '#shared/contract/headquarters.contract.ts'
import { useQuery } from './console-context.tsx'

/** Acts that changed lines of the plan at once, by `<kind> <id>` of the line; the last of a line counts. */
export type ChangedLines = ReadonlyMap<string, DiscretionAct>

/** The lines of an incident's plan that the tactical headquarters changed at once. */
export function useChangedLines(incidentId: string | null): ChangedLines {
  const acts = useQuery(appContract.headquarters.acts, incidentId === null ? null : { incidentId }).value ?? []
  return new Map(
    acts.flatMap((act) =>
      act.change === null ? [] : [[lineKey(act.change.lineKind, act.change.lineId), act] as const],
    ),
  )
}

/** Key of a plan line among the changed ones. */
export function lineKey(kind: string, id: string): string {
  return `${kind} ${id}`
}

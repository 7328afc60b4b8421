import { appContract } from '#shared/contract/app-contract.ts'
import type { DiscretionAct } from '#shared/contract/headquarters.contract.ts'
import type { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { useText } from '../text/text.ts'
import { useQuery } from './console-context.tsx'
import { planLines } from './plan-lines.ts'

/** Acts that changed lines of the plan at once, by `<kind> <id>` of the line; the last of a line counts. */
export type ChangedLines = ReadonlyMap<string, DiscretionAct>

/**
 * The lines of a plan that the tactical headquarters changed at once. A line counts as long as the plan still says what
 * was departed from: a later version may give the same line to another place.
 */
export function useChangedLines(incidentId: string, plan: DispatchPlan): ChangedLines {
  const text = useText()
  const acts = useQuery(appContract.headquarters.acts, { incidentId }).value ?? []
  if (acts.length === 0) return NONE
  const says = new Map(planLines(plan, text).map(({ kind, id, before }) => [lineKey(kind, id), before]))
  return new Map(
    acts.flatMap((act) => {
      if (act.change === null) return []
      const key = lineKey(act.change.lineKind, act.change.lineId)
      return says.get(key) === act.change.before ? [[key, act] as const] : []
    }),
  )
}

const NONE: ChangedLines = new Map()

/** Key of a plan line among the changed ones. */
export function lineKey(kind: string, id: string): string {
  return `${kind} ${id}`
}

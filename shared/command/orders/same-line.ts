import type { OrderDraft } from '../../domain/command/order-draft.ts'

type Line = Pick<OrderDraft, 'source' | 'teamId' | 'receiver'>

/** True when two orders say one line of a plan, in any version: the same team, or else the same line and receiver kind. */
export function sameLine(a: Line, b: Line): boolean {
  if (a.source.planVersion === null || b.source.planVersion === null || a.source.kind !== b.source.kind) return false
  if (a.teamId !== null || b.teamId !== null) return a.teamId === b.teamId
  return a.source.lineId === b.source.lineId && a.receiver.kind === b.receiver.kind
}

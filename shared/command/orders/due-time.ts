import { formatInstant, parseInstant } from '../../kernel/instant.ts'
import { clockOf } from '../../text/documents/markdown.ts'
import type { ProposalSource } from './proposal-source.ts'

/** A due time an order can still keep, and what is to be said when it is not the plan's own. */
export interface DueTime {
  readonly dueAt: string | null
  readonly notes: readonly string[]
}

/**
 * The plan's time while it lies ahead. Once it has passed, the same length of time from now, and a note says so: an order
 * that is overdue when it is given helps nobody (design rule).
 */
export function dueTimeOf(source: Pick<ProposalSource, 'plan' | 'nowS'>, planned: string): DueTime {
  const due = parseInstant(planned)
  const made = parseInstant(source.plan.incident.plannedAt)
  if (due === null || made === null) return { dueAt: null, notes: [] }
  if (due.epochS > source.nowS) return { dueAt: planned, notes: [] }
  const dueAt = formatInstant(source.nowS + Math.max(60, due.epochS - made.epochS), due.offsetMin)
  return { dueAt, notes: [`方案时限${clockOf(planned)}已过，按同样时长改为${clockOf(dueAt)}`] }
}

/** Says that there is no number to ring. */
export function phoneNotes(phone: string): string[] {
  return phone === '' ? ['没有电话，请补录后再下达'] : []
}

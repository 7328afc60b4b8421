import type { HandoverSummary, IncidentSummaryForHandover } from '../../domain/command/handover-summary.ts'
import type { Phase } from '../../domain/command/life-ops.ts'
import type { Level } from '../../domain/taxonomy.ts'
import { parseInstant } from '../../kernel/instant.ts'
import type { Op } from '../../replication/op.ts'
import { foldOrders } from '../orders/fold-orders.ts'
import { openTimersOf, overdueOf } from '../orders/order-timers.ts'
import { discretionOf } from './discretion.ts'
import { commandHolders } from './handovers.ts'
import { isOpenRequest, requestsOf } from './requests.ts'

/** One incident as the summary is made from: its record, and what stands beside the record. */
export interface HandoverSource {
  readonly facts: Pick<IncidentSummaryForHandover, 'incidentId' | 'number' | 'title' | 'mode' | 'receivedAt'>
  readonly ops: readonly Op[]
  readonly phase: Phase
  readonly levels: { readonly event: Level | null; readonly response: Level }
  readonly plan: { readonly version: number; readonly unknowns: readonly string[] } | null
  /** Reports upward that nothing has met yet. */
  readonly reports: IncidentSummaryForHandover['reports']
}

/** What is handed over at a moment: from the record only, nothing left out because it is old or awkward. */
export function handoverSummary(sources: readonly HandoverSource[], madeAt: string): HandoverSummary {
  const nowS = parseInstant(madeAt)?.epochS ?? 0
  return {
    schema: 'handover-summary/1',
    madeAt,
    incidents: sources.map(({ facts, ops, phase, levels, plan, reports }) => ({
      ...facts,
      eventLevel: levels.event,
      responseLevel: levels.response,
      phase,
      planVersion: plan?.version ?? null,
      commandedBy: commandHolders(ops).map(({ name, unit, hq }) => ({ name, unit, hq })),
      orders: foldOrders(ops)
        .orders.filter(({ isLive }) => isLive)
        .map((state) => {
          const timers = openTimersOf(state)
          const { number, receiver, text } = state.order
          return {
            ...{ number, receiver: receiver.name, text },
            dueAt: timers[0]?.dueAt ?? null,
            lateS: overdueOf(timers, nowS)?.lateS ?? null,
          }
        }),
      requests: requestsOf(ops)
        .filter(isOpenRequest)
        .map(({ from, kind, text, state, dueAt }) => ({ from, kind, text, state, dueAt })),
      acts: discretionOf(ops)
        .filter(({ state }) => state !== 'ratified')
        .map(({ act, to, officer, at, state }) => ({ act, to, officer, at, state })),
      unknowns: [...(plan?.unknowns ?? [])],
      reports: [...reports],
    })),
  }
}

import { boardOf } from '#shared/command/board/board-of.ts'
import type { BoardInput } from '#shared/command/board/board-input.ts'
import { opsOfKind } from '#shared/command/heads.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { Board, TeamRow } from '#shared/domain/command/board.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { parseInstant } from '#shared/kernel/instant.ts'
import { compareText } from '#shared/kernel/order.ts'
import type { Op } from '#shared/replication/op.ts'
import { findContent } from '../../../db/repositories/contents.repo.ts'
import { readIncidents } from '../../../db/repositories/incident.repo.ts'
import type { IncidentServiceParts } from '../../incident.service.ts'
import { createBoardLibrary } from './board-library.ts'

/** Plans whose content is kept at hand: the one in force and some of those before it, for going back. */
const PLANS_KEPT = 4

/** Reads boards: present ones and those of past moments. */
export interface BoardReader {
  /** The board after an operation of the record; null = now. @throws AppError `not-found`. */
  read(incidentId: string, until: string | null): Board
}

/** Builds a reader of boards. */
export function createBoardReader(core: IncidentServiceParts): BoardReader {
  const libraryOf = createBoardLibrary()
  const planOf = createPlanReader(core)
  const bindingsOf = createBindings()
  const elsewhere = (incidentId: string, hlc: string | null): BoardInput['elsewhere'] => {
    const held = new Map<string, TeamRow['elsewhere']>()
    for (const { incidentId: other, number, title } of readIncidents(core.db)) {
      if (other === incidentId) continue
      for (const teamId of bindingsOf(upTo(core.log.opsOf(other), hlc))) {
        held.set(teamId, [...(held.get(teamId) ?? []), { incidentId: other, number, title }])
      }
    }
    return held
  }
  return {
    read: (incidentId, until) => {
      const all = core.log.opsOf(incidentId)
      const last = until === null ? null : (all.find(({ id }) => id === until) ?? missing(until))
      const ops = last === null ? all : all.slice(0, all.indexOf(last) + 1)
      const nowS = last === null ? Math.floor(core.nowMs() / 1000) : (parseInstant(last.wall)?.epochS ?? 0)
      return boardOf({
        incidentId,
        ops,
        plan: planOf(ops),
        library: libraryOf(core.library.current(), core.references().parameters),
        nowS,
        elsewhere: elsewhere(incidentId, last?.hlc ?? null),
      })
    },
  }
}

function missing(opId: string): never {
  throw new AppError('not-found', `记录中没有编号为“${opId}”的条目；请回到现在后重试`, { path: 'until', value: opId })
}

/** Operations of another incident up to the same place in the order of the record. */
function upTo(ops: readonly Op[], hlc: string | null): readonly Op[] {
  return hlc === null ? ops : ops.filter((op) => compareText(op.hlc, hlc) <= 0)
}

/** Teams that live orders of an incident bind, worked out once for each state of its record. */
function createBindings(): (ops: readonly Op[]) => readonly string[] {
  const made = new WeakMap<readonly Op[], readonly string[]>()
  return (ops) => {
    const known = made.get(ops)
    if (known !== undefined) return known
    const live = foldOrders(ops).orders.flatMap(({ isLive, order }) =>
      isLive && order.teamId !== null ? [order.teamId] : [],
    )
    const teams = [...new Set(live)]
    made.set(ops, teams)
    return teams
  }
}

/** The plan in force after some operations; one of another version of the program is left out, and the board has no plan. */
function createPlanReader(core: IncidentServiceParts): (ops: readonly Op[]) => BoardInput['plan'] {
  const kept = new Map<string, DispatchPlan | null>()
  const read = (contentHash: string): DispatchPlan | null => {
    const known = kept.get(contentHash)
    if (known !== undefined) return known
    const content = findContent(core.db, contentHash)
    const parsed = content === null ? null : DispatchPlan.safeParse(JSON.parse(content))
    const plan = parsed?.success === true ? parsed.data : null
    kept.set(contentHash, plan)
    const [oldest] = kept.keys()
    if (kept.size > PLANS_KEPT && oldest !== undefined) kept.delete(oldest)
    return plan
  }
  return (ops) => {
    const published = opsOfKind(ops, 'v1.plan.published').at(-1)
    if (published === undefined) return null
    const content = read(published.body.contentHash)
    return content === null ? null : { version: published.body.version, content }
  }
}

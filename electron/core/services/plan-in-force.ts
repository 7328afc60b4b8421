import { officerChoiceOf } from '#shared/command/plans/officer-choice.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import type { OrderState } from '#shared/command/orders/order-state.ts'
import { goodsUnderWayOf, peopleUnderWayOf, teamsUnderWayOf } from '#shared/command/plans/under-way.ts'
import { planStandingOf, type StandingVersion } from '#shared/command/plans/version-in-force.ts'
import { DispatchPlan } from '#shared/domain/plan/dispatch-plan.ts'
import type { Finding } from '#shared/domain/reason.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { invariant } from '#shared/kernel/assert.ts'
import type { PlanInForce, PlanningProblem } from '#shared/planner/problem.ts'
import { makeFinding } from '#shared/planner/reason.ts'
import type { ReadDb } from '../db/db-types.ts'
import { findContent } from '../db/repositories/contents.repo.ts'
import type { LibrarySource } from './library-source.ts'
import type { IncidentLog } from './command/incident-log.ts'

/** How a build wants the version in force treated. */
export interface InForceWish {
  readonly incidentId: string
  /** True: plan as if there were no version yet. */
  readonly fresh?: boolean | undefined
  /** True: take no team back. */
  readonly keepAll?: boolean | undefined
  /** Changes of the newest version that are not accepted. */
  readonly declined?: { readonly version: number; readonly changes: readonly string[] } | undefined
}

/** What a version is planned against, and what is to be said about it. */
export interface InForceBasis {
  readonly basis: Pick<PlanningProblem, 'inForce'>
  /** Number of that version; null when there is none to start from. */
  readonly version: number | null
  /** Teams that said they cannot go: not available for this incident. */
  readonly unable: readonly string[]
  readonly findings: readonly Finding[]
}

/** What it is read from. */
export interface InForceParts {
  readonly db: ReadDb
  readonly log: IncidentLog
  readonly library: LibrarySource
}

/**
 * The version people work by as the plan in force, unless a fresh plan is asked for, with what has come of its orders. One
 * that another version of the program wrote and this one cannot read is left aside, and the plan says so.
 *
 * @throws AppError `conflict` when the declined version is no longer the newest, `bad-input` for a change that cannot be declined.
 */
export function readInForce(core: InForceParts, wish: InForceWish): InForceBasis {
  const ops = core.log.opsOf(wish.incidentId)
  const { orders } = foldOrders(ops)
  const { underWay, unable } = teamsUnderWayOf(orders)
  const standing = planStandingOf(ops)
  const declined =
    wish.declined === undefined ? null : readDeclined(core, wish.declined, standing.newest ?? standing.inForce)
  // The declined version is not the one to start from, also while no headquarters has said a word on it.
  const before = ops.findIndex(({ id }) => id === declined?.opId)
  const base = declined === null ? standing.inForce : planStandingOf(ops.slice(0, before)).inForce
  if (wish.fresh === true || base === null) return { basis: {}, version: null, unable, findings: [] }
  const plan = openPlan(core.db, base)
  if (plan === null) {
    const findings = [makeFinding('in-force-unreadable', 'warn', 'changes', { version: base.version })]
    return { basis: {}, version: null, unable, findings }
  }
  const choice = declined === null ? {} : { officerKeeps: declined.keeps, officerLeaves: declined.leaves }
  const findings =
    declined === null
      ? []
      : [makeFinding('officer-declined', 'info', 'changes', { version: declined.version, names: [...declined.names] })]
  return {
    basis: {
      inForce: { plan, underWay, ...careUnderWay(core, orders, plan), keepAll: wish.keepAll === true, ...choice },
    },
    version: base.version,
    unable,
    findings,
  }
}

/** Goods and people that orders have set moving, where there are any. */
function careUnderWay(
  { library }: InForceParts,
  orders: readonly OrderState[],
  plan: DispatchPlan,
): Pick<PlanInForce, 'goodsUnderWay' | 'peopleUnderWay'> {
  const towns = new Map(library.current().populationPoints.map(({ id, town }) => [id, town]))
  const goods = goodsUnderWayOf(orders, plan)
  const people = peopleUnderWayOf(orders, plan, (fromId) => towns.get(fromId) ?? '')
  return {
    ...(goods.length === 0 ? {} : { goodsUnderWay: goods }),
    ...(people.length === 0 ? {} : { peopleUnderWay: people }),
  }
}

function readDeclined(
  { db }: InForceParts,
  { version, changes }: NonNullable<InForceWish['declined']>,
  newest: StandingVersion | null,
): ReturnType<typeof officerChoiceOf>['choice'] & Pick<StandingVersion, 'opId' | 'version'> {
  if (newest?.version !== version) {
    const text = `第 ${version} 版已不是最新方案，本次未生成；请对照最新版本后再决定`
    throw new AppError('conflict', text, { path: 'declined.version', value: version })
  }
  const { choice, refused } = officerChoiceOf(openPlan(db, newest)?.changes ?? [], changes)
  const [first] = refused
  if (first === undefined) return { ...choice, opId: newest.opId, version }
  const text = `“${first}”由事实和规则决定，不能单独不采纳；可整版不采纳，或更正事实后重新生成`
  throw new AppError('bad-input', text, { path: 'declined.changes', value: first })
}

function openPlan(db: ReadDb, { version, contentHash }: StandingVersion): DispatchPlan | null {
  const content = findContent(db, contentHash)
  invariant(content !== null, `content of plan version ${version} is kept`)
  const result = DispatchPlan.safeParse(JSON.parse(content))
  return result.success ? result.data : null
}

import { PHASES, type Phase } from '../../domain/command/life-ops.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'
import { foldOrders } from '../orders/fold-orders.ts'
import { approvalsOf, isApproved } from '../plans/approvals.ts'

/** How an incident came into a phase: by what was done, or because a person said so. */
export interface PhaseReached {
  readonly phase: Phase
  /** ISO; null = it is not there, or was passed over. */
  readonly at: string | null
  readonly by: Author | null
  /** What the person gave as reason; empty for a fact. */
  readonly reason: string
  readonly opId: OpId | null
}

/** The life of an incident so far. */
export interface Life {
  readonly phase: Phase
  readonly phases: readonly PhaseReached[]
  /** Two people declared different phases apart; the earlier one stands until one of them declares again. */
  readonly contested: readonly PhaseReached[]
  /** The incident it was merged into, or null; `contested` when two people decided apart. */
  readonly mergedInto: string | null
  readonly mergedOp: OpId | null
}

/** The newest plan, as far as approval needs it. */
type PlanInForce = { readonly version: number; readonly contentHash: string } | null

/** Works out the phase: what was done as far as it goes, then what a person declared last. */
export function lifeOf(ops: readonly Op[], plan: PlanInForce): Life {
  const facts = factsOf(ops, plan)
  const heads = headsOf(opsOfKind(ops, 'v1.incident.moved'))
  const declared = heads.map(({ id, by, wall, body }) => reached(body.phase, { id, by, wall }, body.reason))
  const said = declared.toSorted((a, b) => rankOf(a.phase) - rankOf(b.phase))[0] ?? null
  const done = facts.reduce((highest, one) => (one.at === null ? highest : Math.max(highest, rankOf(one.phase))), 0)
  const saidRank = said === null ? 0 : rankOf(said.phase)
  const phase = PHASES[saidRank > rankOf('underWay') ? saidRank : Math.max(done, saidRank)] ?? 'call'
  const merged = headsOf(opsOfKind(ops, 'v1.incident.merged')).at(-1)
  return {
    phase,
    phases: PHASES.map((name) => {
      const fact = facts.find((one) => one.phase === name)
      const word = opsOfKind(ops, 'v1.incident.moved').findLast(({ body }) => body.phase === name)
      if (fact !== undefined && fact.at !== null) return fact
      return word === undefined ? nothing(name) : reached(name, word, word.body.reason)
    }),
    contested: new Set(declared.map((one) => one.phase)).size > 1 ? declared : [],
    mergedInto: merged?.body.into ?? null,
    mergedOp: merged?.id ?? null,
  }
}

/** True when an incident still needs forces: neither closed nor merged into another. */
export function isOpen({ phase, mergedInto }: Pick<Life, 'phase' | 'mergedInto'>): boolean {
  return mergedInto === null && phase !== 'closed' && phase !== 'reviewed'
}

/** Place of a phase in the life of an incident. */
export function rankOf(phase: Phase): number {
  return PHASES.indexOf(phase)
}

function factsOf(ops: readonly Op[], plan: PlanInForce): PhaseReached[] {
  const opened = opsOfKind(ops, 'v1.incident.opened')[0]
  const published = opsOfKind(ops, 'v1.plan.published')[0]
  // A plan grades; an officer may have set a level before.
  const graded = opsOfKind(ops, 'v1.incident.graded', 'v1.plan.published')[0]
  const approvals = plan === null ? null : approvalsOf(ops, plan)
  const isWhole = approvals !== null && isApproved(approvals, 'administrative') && isApproved(approvals, 'tactical')
  const approved = isWhole
    ? opsOfKind(ops, 'v1.plan.approved').findLast(({ body }) => body.contentHash === approvals.contentHash)
    : undefined
  const { orders } = foldOrders(ops)
  const out = orders
    .flatMap(({ steps }) => steps)
    .filter(({ step, standsAt }) => standsAt !== null && (step === 'turnedOut' || step === 'onScene'))
  const [first] = sortedBy(out, ({ standsAt, opId }) => [parseInstant(standsAt ?? '')?.epochS ?? 0, opId])
  return [
    opened === undefined ? nothing('call') : reached('call', { ...opened, wall: opened.body.receivedAt }),
    graded === undefined ? nothing('graded') : reached('graded', graded),
    published === undefined ? nothing('planned') : reached('planned', published),
    approved === undefined ? nothing('approved') : reached('approved', approved),
    ...orders
      .slice(0, 1)
      .map(({ opId, issuedBy, order }) => reached('ordered', { id: opId, by: issuedBy, wall: order.issuedAt })),
    ...(first === undefined
      ? []
      : [reached('underWay', { id: first.opId, by: first.recordedBy, wall: first.standsAt ?? first.at })]),
  ]
}

function reached(
  phase: Phase,
  { id, by, wall }: { readonly id: OpId; readonly by: Author; readonly wall: string },
  reason = '',
): PhaseReached {
  return { phase, at: wall, by, reason, opId: id }
}

function nothing(phase: Phase): PhaseReached {
  return { phase, at: null, by: null, reason: '', opId: null }
}

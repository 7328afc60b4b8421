import type { Deviation } from '../../domain/after-action.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { groupBy, sortedBy } from '../../kernel/order.ts'
import { newVersionWords, notSentWords } from '../../text/review/deviation-words.ts'
import { wordsOfOp } from '../../text/op-words/op-words.ts'
import { CHANGE_KIND_WORDS } from '../../text/change-words.ts'
import { opsOfKind } from '../heads.ts'
import type { OrderState } from '../orders/order-state.ts'
import { isCarriedOut, orderDeviations } from './order-deviations.ts'
import type { ReviewSource, ReviewedPlan } from './review-source.ts'

/** Everything that went otherwise than planned, by its stated time; states without a time come last. */
export function findDeviations({ ops, plans }: ReviewSource, orders: readonly OrderState[]): Deviation[] {
  const all = [
    ...newVersions(ops, plans),
    ...opsOfKind(ops, 'v1.discretion.acted').map((op): Deviation => {
      const { at, officer, reason } = op.body
      return { key: op.id, kind: 'discretion', at, who: officer, text: wordsOfOp(op), reason, opId: op.id }
    }),
    ...orderDeviations(orders, plans),
    ...notSent(orders, plans),
  ]
  const epochOf = (at: string | null): number =>
    at === null ? Number.MAX_SAFE_INTEGER : (parseInstant(at)?.epochS ?? Number.MAX_SAFE_INTEGER)
  return sortedBy(all, ({ at, key }) => [epochOf(at), key])
}

/** Versions after the first; why they differ as the planner wrote it down. */
function newVersions(ops: ReviewSource['ops'], plans: readonly ReviewedPlan[]): Deviation[] {
  return opsOfKind(ops, 'v1.plan.published')
    .filter(({ body }) => body.version > 1)
    .map(({ id, wall, by, body: { version, incidentRevision } }): Deviation => {
      const kept = plans.find(({ opId }) => opId === id)?.plan
      const changes = kept === undefined ? null : (kept.changes ?? [])
      const groups = groupBy(changes ?? [], ({ kind }) => CHANGE_KIND_WORDS[kind])
      const counted = changes === null ? null : [...groups].map(([word, some]) => `${word}${some.length}项`)
      const reasons = [...new Set((changes ?? []).flatMap((change) => change.reasons.map(({ text }) => text)))]
      return {
        ...{ key: id, kind: 'planVersion', at: wall, who: by.user, opId: id },
        text: newVersionWords(version, incidentRevision, counted),
        reason: reasons.length === 0 ? null : reasons.join('；'),
      }
    })
}

/** Teams of the newest version that no standing order sends. Nobody gives a reason for what was not done. */
function notSent(orders: readonly OrderState[], plans: readonly ReviewedPlan[]): Deviation[] {
  const newest = sortedBy(plans, ({ version, opId }) => [version, opId]).at(-1)
  if (newest === undefined) return []
  const sent = new Set(orders.filter(isCarriedOut).map(({ order }) => order.teamId))
  return newest.plan.forcePlan.assignments
    .filter(({ teamId }) => !sent.has(teamId))
    .map(({ teamId, teamName }): Deviation => ({
      ...{ key: `notSent:${teamId}`, kind: 'notSent', at: null, who: '', opId: null },
      ...{ text: notSentWords(teamName, newest.version), reason: null },
    }))
}

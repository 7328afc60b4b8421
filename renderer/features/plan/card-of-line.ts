import type { DispatchPlan, FirstOrder, HeadquartersPlan, PostHolder } from '#shared/domain/plan/dispatch-plan.ts'
import type { Headquarters } from '#shared/domain/taxonomy.ts'
import type { CardAsk } from '../../app/view-store.ts'

type Action = DispatchPlan['handlingPlan']['phases'][number]['actions'][number]

/** The card of an action: that of its work group at its headquarters. */
export function cardOfAction({ group, hq, text }: Action): CardAsk {
  return { kind: 'order', group, post: null, hq, words: text, instead: null }
}

/**
 * The card of a first order: that of the post that is rung. A team is led by its first-due officer; whoever else is rung
 * has no card of ours, so that the caller's is shown and said to be so.
 */
export function cardOfFirstOrder({ post, teamId, hq, call }: FirstOrder): CardAsk {
  if (post !== undefined) return { kind: 'order', group: '', post, hq, words: call, instead: null }
  return teamId === undefined
    ? { kind: 'order', group: '', post: 'DUTY_OFFICER', hq, words: call, instead: 'caller' }
    : { kind: 'order', group: '', post: 'FIRST_DUE', hq, words: call, instead: 'firstDue' }
}

/** The card of a post. */
export function cardOfPost({ post, title }: PostHolder, hq: Headquarters): CardAsk {
  return { kind: 'order', group: '', post, hq, words: title, instead: null }
}

/** The card of a work group's lead. */
export function cardOfGroup({ code, name }: HeadquartersPlan['workGroups'][number], hq: Headquarters): CardAsk {
  return { kind: 'order', group: code, post: null, hq, words: name, instead: null }
}

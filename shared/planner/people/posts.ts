import type { ContingencyPlan, PlanPost, WorkGroupTask } from '../../domain/contingency-plan.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'

/** A post of the command scheme and its deputy's post on the roster. */
export type PostDefinition = Pick<PlanPost, 'post' | 'title' | 'deputyPost'>

/** A work group at one headquarters; `leads` says whether its head or its deputy stands there. */
export type GroupDefinition = Pick<
  WorkGroupTask,
  'code' | 'name' | 'hq' | 'leads' | 'tasks' | 'leadUnit' | 'memberUnits'
>

const COMMANDERS: Readonly<Record<Headquarters, string>> = {
  administrative: 'ADMIN_COMMANDER',
  tactical: 'TACTICAL_COMMANDER',
}

/**
 * Posts of one headquarters over the matched plans, the commander first. The widest plan gives the order; where a more
 * specific plan names the same post, its words count.
 */
export function postsOf(plans: readonly ContingencyPlan[], hq: Headquarters): PostDefinition[] {
  const posts = mergeWide(
    plans,
    (plan) => plan.posts.filter((post) => post.hq === hq),
    ({ post }) => post,
  )
  const isCommander = ({ post }: PostDefinition): boolean => post === COMMANDERS[hq]
  return [...posts.filter(isCommander), ...posts.filter((post) => !isCommander(post))]
}

/** Work groups of one headquarters over the matched plans, merged like the posts. */
export function workGroupsOf(plans: readonly ContingencyPlan[], hq: Headquarters): GroupDefinition[] {
  return mergeWide(
    plans,
    (plan) => plan.workGroups.filter((group) => group.hq === hq),
    ({ code }) => code,
  )
}

/** `plans` stand most specific first: order from the last, content from the first that has the part. */
function mergeWide<T>(
  plans: readonly ContingencyPlan[],
  partsOf: (plan: ContingencyPlan) => readonly T[],
  keyOf: (part: T) => string,
): T[] {
  const merged = new Map<string, T>()
  for (const plan of [...plans].reverse()) for (const part of partsOf(plan)) merged.set(keyOf(part), part)
  return [...merged.values()]
}

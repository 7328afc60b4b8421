import type { ContingencyPlan } from '../../domain/contingency-plan.ts'
import { sortedBy } from '../../kernel/order.ts'

/** A post as the roster and the screens name it. */
export interface PostTitle {
  readonly post: string
  readonly title: string
}

/**
 * Every post of a roster with its title, and those of the general plan that nobody holds: first the posts of the
 * headquarters in the order of the plan, then work groups, then streets. A post no plan names keeps its code.
 */
export function postTitles(plans: readonly ContingencyPlan[], onRoster: Iterable<string>): PostTitle[] {
  const general = plans.filter(({ kind }) => kind === 'general')
  const titles = new Map<string, string>()
  for (const plan of [...general, ...plans]) {
    for (const { post, title } of plan.posts) if (!titles.has(post)) titles.set(post, title)
    for (const { code, name } of plan.workGroups) if (!titles.has(code)) titles.set(code, name.replace(SIDE, ''))
  }
  const duties = general.flatMap(({ posts }) => posts.map(({ post }) => post))
  const posts = [...new Set([...duties.filter((post) => !isStreet(post)), ...onRoster])]
  const order = [...titles.keys()]
  return sortedBy(posts, (post) => [rankOf(post), ...streetOf(post), placeOf(order, post), post]).map((post) => ({
    post,
    title: titleOf(post, titles),
  }))
}

/** A group stands at both headquarters; the roster has it once. */
const SIDE = /[(（][^()（）]*[)）]$/

const STREET = /^(STREET_DUTY|STREET_LEADER)(?::(.*))?$/

function isStreet(post: string): boolean {
  return STREET.test(post)
}

function streetOf(post: string): [string] {
  return [STREET.exec(post)?.[2] ?? '']
}

function rankOf(post: string): number {
  if (isStreet(post)) return 2
  return post.startsWith('G_') ? 1 : 0
}

function placeOf(order: readonly string[], post: string): number {
  const place = order.indexOf(post.replace(/_DEPUTY$/, ''))
  const own = order.indexOf(post)
  const found = own >= 0 ? own : place
  return found < 0 ? order.length : found
}

function titleOf(post: string, titles: ReadonlyMap<string, string>): string {
  const [, duty, street] = STREET.exec(post) ?? []
  if (duty !== undefined) return `${street ?? ''}${duty === 'STREET_DUTY' ? '值班员' : '带班领导'}`
  const own = titles.get(post)
  if (own !== undefined) return post.startsWith('G_') ? `${own}组长` : own
  const chief = titles.get(post.replace(/_DEPUTY$/, ''))
  if (chief === undefined || !post.endsWith('_DEPUTY')) return post
  return post.startsWith('G_') ? `${chief}副组长` : `${chief}（副）`
}

import type { ActionCard, CARD_KINDS } from '../../domain/action-card.ts'
import type { DispatchPlan, PostHolder } from '../../domain/plan/dispatch-plan.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'

/** Kinds of cards in words. */
export const CARD_KIND_NAMES: Readonly<Record<(typeof CARD_KINDS)[number], string>> = {
  post: '岗位处置卡',
  manual: '台风暴雨操作手册',
  transfer: '转移安置工作指引',
  communications: '通信计划',
}

/** The plain name of a post without its street: `STREET_DUTY:霞浦街道` is the post `STREET_DUTY`. */
export function plainPost(post: string): string {
  return post.split(':')[0] ?? ''
}

/** Name of a post as its own card writes it (现场指挥官行动卡 → 现场指挥官); the post itself where it has no card. */
export function postName(cards: readonly ActionCard[], post: string): string {
  const plain = plainPost(post)
  const own = cards.filter((card) => card.post === plain)
  const card = own.find(({ types }) => types.length === 0) ?? own[0]
  return card?.title.replace(/行动卡.*$/, '') ?? plain
}

/**
 * Who holds a post in a plan: the very post asked for, then that of the street of the scene, never that of another
 * street; a group is held by its lead. `hq` is looked at first where both headquarters have it.
 */
export function holderOf(plan: DispatchPlan, post: string, hq: Headquarters | null = null): PostHolder | null {
  const { administrative, tactical } = plan.headquarters
  const own = hq === 'tactical' ? [tactical, administrative] : [administrative, tactical]
  const leads = own.flatMap(({ workGroups }) => workGroups.flatMap(({ lead }) => lead ?? []))
  const holders = [...own.flatMap(({ posts }) => posts), ...leads]
  const wanted = plainPost(post)
  const street = `${wanted}:${plan.incident.town ?? ''}`
  const group = own.flatMap(({ workGroups }) => workGroups).find(({ code, lead }) => code === wanted && lead !== null)
  return (
    group?.lead ??
    holders.find((holder) => holder.post === post) ??
    holders.find((holder) => holder.post === street) ??
    streetLeader(holders, post, street)
  )
}

/** A street's leader on duty stands on the roster as the deputy of its duty officer. */
function streetLeader(holders: readonly PostHolder[], post: string, street: string): PostHolder | null {
  const duty = [post, street].map((name) => name.replace(/^STREET_LEADER:/, 'STREET_DUTY:'))
  const officer = holders.find((holder) => duty.includes(holder.post))
  if (plainPost(post) !== 'STREET_LEADER' || officer === undefined || officer.deputy === null) return null
  return { ...officer, ...officer.deputy, post, title: officer.title.replace(/值班员$/, '带班领导'), deputy: null }
}

import { compareText } from '../../kernel/order.ts'
import type { DutyRoster } from './roster.ts'
import type { PostDefinition } from './posts.ts'

const PREFIX = 'STREET_DUTY:'

/** Duty posts of the streets on the roster, the street of the scene first, then by name. */
export function streetPosts(roster: DutyRoster, sceneTown: string | null): PostDefinition[] {
  return roster.posts
    .filter((post) => post.startsWith(PREFIX))
    .map((post) => post.slice(PREFIX.length))
    .sort((a, b) => Number(b === sceneTown) - Number(a === sceneTown) || compareText(a, b))
    .map((town) => ({ post: `${PREFIX}${town}`, title: `${town}值班员`, deputyPost: `STREET_LEADER:${town}` }))
}

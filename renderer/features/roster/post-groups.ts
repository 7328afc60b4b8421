/** Which posts are shown. */
export const POST_GROUPS = ['headquarters', 'groups', 'streets', 'all'] as const
export type PostGroup = (typeof POST_GROUPS)[number]

/** Whether a post belongs to a group of the filter. */
export function isInGroup(post: string, group: PostGroup): boolean {
  if (group === 'all') return true
  if (post.startsWith('STREET_')) return group === 'streets'
  return post.startsWith('G_') ? group === 'groups' : group === 'headquarters'
}

import type { Op } from '../../replication/op.ts'
import { headsOf } from '../heads.ts'

/** What was said of one thing: what opened it, all that followed, and what stands last. */
export interface Thread<R extends Op, F extends Op> {
  readonly root: R
  /** In the order of the record. */
  readonly followers: readonly F[]
  /** What nothing replaces; empty while nobody has answered, several when two people decided apart. */
  readonly heads: readonly F[]
  /** What the next step has to name as its basis. */
  readonly basis: readonly string[]
}

/**
 * Threads in the order in which they were opened. An answer whose opening is not in the record stays out until it is:
 * machines are joined by file, so a part may come later. A second opening under the same id is part of no thread.
 */
export function threadsOf<R extends Op, F extends Op>(
  roots: readonly R[],
  followers: readonly F[],
  idOf: (op: R | F) => string,
): Thread<R, F>[] {
  const threads = new Map<string, { root: R; followers: F[] }>()
  for (const root of roots) if (!threads.has(idOf(root))) threads.set(idOf(root), { root, followers: [] })
  for (const follower of followers) threads.get(idOf(follower))?.followers.push(follower)
  return [...threads.values()].map((thread) => {
    const heads = headsOf(thread.followers)
    return { ...thread, heads, basis: heads.length === 0 ? [thread.root.id] : heads.map(({ id }) => id) }
  })
}

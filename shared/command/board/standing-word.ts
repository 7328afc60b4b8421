import type { BoardState } from '../../domain/command/board.ts'
import { rankOf, type Word } from './word.ts'

/** Which words stand for a row now. */
export interface Standing {
  readonly state: BoardState | null
  /** First word of the present state in one run; null = nobody has said one. */
  readonly since: Word | null
  /** The newest word of the same side, also one that only confirms. */
  readonly heard: Word | null
  /** All words with a state of the side that stands, the earliest stated time first. */
  readonly told: readonly Word[]
}

/** States after which only a new order, and no older word, says where a team is. */
const ENDED: ReadonlySet<BoardState> = new Set<BoardState>([
  'released',
  'declined',
  'recalled',
  'received',
  'turnedBack',
])

/** Ends of one order that say nothing of a team that has another. */
const IS_OVER: ReadonlySet<BoardState> = new Set<BoardState>(['recalled', 'declined', 'taskDone'])

/**
 * The word that stands: the latest stated time counts, not the latest entry, so that a word that was logged late does not
 * turn the board back. A word from the field stands before one of the desk; only a live order given after the thing was
 * through brings it back under the desk's word.
 */
export function standingOf(words: readonly Word[], liveOrders: ReadonlySet<string>): Standing {
  const counting = words.filter(
    ({ state, orderId }) =>
      orderId === null || liveOrders.size === 0 || liveOrders.has(orderId) || state === null || !IS_OVER.has(state),
  )
  const ordered = counting.sort((a, b) => a.atS - b.atS || weightOf(a) - weightOf(b) || a.index - b.index)
  const field = ordered.filter(({ isField }) => isField)
  const lastField = lastState(field)
  const newOrder = ordered.findLast(
    ({ state, orderId }) => state === 'ordered' && orderId !== null && liveOrders.has(orderId),
  )
  const isThrough = lastField !== null && lastField.state !== null && ENDED.has(lastField.state)
  const isCalledAgain = isThrough && newOrder !== undefined && newOrder.atS >= lastField.atS
  const side = lastField === null || isCalledAgain ? ordered.filter(({ isField }) => !isField) : field
  const heardSide = side === field && lastField !== null ? field : ordered
  const told = side.filter(({ state }) => state !== null)
  const last = told.at(-1) ?? null
  if (last === null) return { state: null, since: null, heard: heardSide.at(-1) ?? null, told }
  const firstOther = told.findLastIndex(({ state }) => state !== last.state)
  const since = told[firstOther + 1] ?? last
  const heard = heardSide.at(-1) ?? last
  return { state: last.state, since, heard: heard.atS < last.atS ? last : heard, told }
}

/** Rank of a word among those of its minute; one without a state hides none. */
function weightOf({ state }: Word): number {
  return state === null ? 0 : rankOf(state)
}

function lastState(words: readonly Word[]): Word | null {
  return words.findLast(({ state }) => state !== null) ?? null
}

import type { BoardArrival, BoardState } from '../../domain/command/board.ts'
import { formatInstant } from '../../kernel/instant.ts'
import { stageOf, type Word } from './word.ts'

/** What the plan says of a way: when it is to begin and end, and how long it takes; null = nothing. */
export interface PlannedWay {
  readonly departS: number
  readonly arriveS: number
  readonly durationS: number
}

/** Arrival against the plan, with the moments it rests on. */
export interface ArrivalReading {
  readonly arrival: BoardArrival
  /** Seconds since 1970; null = not said. */
  readonly leftS: number | null
  readonly arrivedS: number | null
  readonly expectedS: number | null
}

/** The states of a way that has begun, and those at its end. */
const LEFT: ReadonlySet<BoardState> = new Set<BoardState>(['enRoute', 'onTheWay'])

/**
 * Reckons arrival: as said, else turn-out plus the time of the route, else never earlier than leaving this moment. `told` =
 * the words of the side that stands.
 */
export function readArrival(
  told: readonly Word[],
  way: PlannedWay | null,
  clock: { readonly nowS: number; readonly offsetMin: number },
): ArrivalReading {
  const { nowS, offsetMin } = clock
  const counting = presentWay(told)
  const leftS = counting.find(({ state }) => state !== null && LEFT.has(state))?.atS ?? null
  const arrivedS = counting.find(({ state }) => state !== null && stageOf(state) === 2)?.atS ?? null
  const isOver = counting.some(({ state }) => state !== null && stageOf(state) === 3)
  const text = (epochS: number | null): string | null => (epochS === null ? null : formatInstant(epochS, offsetMin))
  const plannedS = way?.arriveS ?? null
  const { expectedS, basis } = expected({ leftS, arrivedS, way, nowS })
  const lateS = expectedS === null || plannedS === null ? null : expectedS - plannedS
  const unheardS = basis === 'turnedOut' && expectedS !== null && !isOver ? Math.max(0, nowS - expectedS) : 0
  return {
    leftS,
    arrivedS,
    expectedS,
    arrival: { plannedAt: text(plannedS), expectedAt: text(expectedS), basis, lateS, unheardS },
  }
}

/** Words of the way it is on: what was said before it last went home belongs to another one. */
function presentWay(told: readonly Word[]): readonly Word[] {
  const home = told.findLastIndex(
    ({ state }, index) => index < told.length - 1 && (state === 'released' || state === 'turnedBack'),
  )
  return told.slice(home + 1)
}

function expected(known: {
  readonly leftS: number | null
  readonly arrivedS: number | null
  readonly way: PlannedWay | null
  readonly nowS: number
}): { expectedS: number | null; basis: BoardArrival['basis'] } {
  const { leftS, arrivedS, way, nowS } = known
  if (arrivedS !== null) return { expectedS: arrivedS, basis: 'arrived' }
  if (way === null) return { expectedS: null, basis: 'none' }
  if (leftS !== null) return { expectedS: leftS + way.durationS, basis: 'turnedOut' }
  if (nowS <= way.departS) return { expectedS: way.arriveS, basis: 'plan' }
  return { expectedS: nowS + way.durationS, basis: 'atLeast' }
}

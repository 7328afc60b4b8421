import type { Against, BoardState, BoardWord, LinkedOrder } from '../../domain/command/board.ts'
import type { BoardParameters } from '../../domain/parameters/board.ts'
import type { OrderState } from '../orders/order-state.ts'
import { findAgainst } from './against.ts'
import { linkedOrders, orderWords } from './order-words.ts'
import { standingOf, type Standing } from './standing-word.ts'
import { shownWord, type Word } from './word.ts'

/** Which clock a state of a row runs by; null = it does not go stale. */
type StaleClock = Exclude<keyof BoardParameters, 'reliefSoonS' | 'airLowMin' | 'lateFromS' | 'aheadToleranceS'>

/** What a row is about, for its clock. */
export type RowKind = 'team' | 'transfer' | 'shelter' | 'people' | 'hospital' | 'road' | 'trapped'

const NEVER: ReadonlySet<BoardState> = new Set<BoardState>([
  ...(['planned', 'recalled', 'declined', 'released', 'received', 'turnedBack'] as const),
  ...(['returned', 'moved', 'handedOver', 'nobodyThere'] as const),
])

const TEAM_CLOCKS: Readonly<Partial<Record<BoardState, StaleClock>>> = {
  ...{ ordered: 'staleOrderedS', acknowledged: 'staleOrderedS' },
  ...{ enRoute: 'staleMovingS', withdrawing: 'staleMovingS', returning: 'staleMovingS' },
  ...{ onScene: 'staleOnSceneS', taskDone: 'staleWaitingS', working: 'staleWorkingS' },
  ...{ waiting: 'staleWaitingS', resting: 'staleWaitingS', broken: 'staleWaitingS' },
  ...{ distress: 'staleDistressS', lostContact: 'staleDistressS' },
}

const CLOCKS: Readonly<Record<Exclude<RowKind, 'team'>, StaleClock>> = {
  transfer: 'staleTransferS',
  shelter: 'staleShelterS',
  people: 'stalePeopleS',
  hospital: 'staleHospitalS',
  road: 'staleRoadS',
  trapped: 'staleTrappedS',
}

/** What every row is made of. */
export interface BaseRow {
  readonly state: BoardState
  readonly since: BoardWord | null
  readonly heard: BoardWord | null
  readonly ageS: number | null
  readonly staleAfterS: number | null
  readonly isStale: boolean
  readonly note: string
  readonly against: Against[]
  readonly orders: LinkedOrder[]
}

/** A row's common part with the words it came from, for what else is read from them. */
export interface Told {
  readonly row: BaseRow
  readonly standing: Standing
  /** Every word that counts, the earliest stated time first. */
  readonly words: readonly Word[]
}

/** Works out state, age and contradictions of one row. `nowS` = seconds since 1970. */
export function tellRow(input: {
  readonly kind: RowKind
  readonly said: readonly Word[]
  readonly orders: readonly OrderState[]
  readonly indexOf: ReadonlyMap<string, number>
  readonly limits: BoardParameters
  readonly nowS: number
}): Told {
  const { kind, orders, limits, nowS } = input
  const stepKind = kind === 'team' || kind === 'transfer' ? kind : 'other'
  const words = [...orderWords(orders, stepKind, input.indexOf), ...input.said].sort(
    (a, b) => a.atS - b.atS || a.index - b.index,
  )
  const live = new Set(orders.flatMap(({ order, isLive }) => (isLive ? [order.orderId] : [])))
  const standing = standingOf(words, live)
  const state = standing.state ?? 'planned'
  const { heard } = standing
  const ageS = heard === null ? null : Math.max(0, nowS - heard.atS)
  const staleAfterS = staleAfter(kind, state, limits)
  return {
    standing,
    words,
    row: {
      state,
      since: standing.since === null ? null : shownWord(standing.since),
      heard: heard === null ? null : shownWord(heard),
      ageS,
      staleAfterS,
      isStale: ageS !== null && staleAfterS !== null && ageS > staleAfterS,
      note: words.findLast(({ note, atS }) => note !== '' && atS >= (standing.since?.atS ?? 0))?.note ?? '',
      against: findAgainst(standing, words, orders, stepKind),
      orders: linkedOrders(orders),
    },
  }
}

/** Seconds after which a state counts as stale; null = never. */
export function staleAfter(kind: RowKind, state: BoardState, limits: BoardParameters): number | null {
  if (NEVER.has(state)) return null
  if (kind === 'team') {
    const clock = TEAM_CLOCKS[state]
    return clock === undefined ? null : limits[clock].value
  }
  return limits[CLOCKS[kind]].value
}

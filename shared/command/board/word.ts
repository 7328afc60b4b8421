import type { BoardState, BoardWord } from '../../domain/command/board.ts'
import type { OrderStep } from '../../domain/command/order.ts'
import type { SaidFigures, SaidGoods, SaidPlace } from '../../domain/command/status.ts'

/** One thing that was said about a row, whatever entry it came from. */
export interface Word extends BoardWord {
  /** `at` as seconds since 1970. */
  readonly atS: number
  /** Place in the record: of two words for one time and of one weight the later entry counts. */
  readonly index: number
  /** Null = it confirms the state without naming one. */
  readonly state: BoardState | null
  /** True when somebody outside said it; what the desk itself enters is not. */
  readonly isField: boolean
  readonly place: SaidPlace | null
  readonly figures: SaidFigures | null
  readonly goods: readonly SaidGoods[]
  readonly note: string
  /** The order it is a step of; null = said of the thing itself. */
  readonly orderId: string | null
}

/**
 * How far a state is on the way out, there and back. Within one minute the further state counts; a call for help outweighs
 * all, so that a word of the same minute never hides it.
 */
const RANK: Readonly<Partial<Record<BoardState, number>>> = {
  ...{ planned: 0, following: 0, recalled: 0, declined: 0, ordered: 1, acknowledged: 2 },
  ...{ enRoute: 3, onScene: 4, working: 5, waiting: 5, resting: 5, broken: 5, taskDone: 6, withdrawing: 7 },
  ...{ returning: 8, released: 9, lostContact: 10, distress: 11 },
  ...{ loading: 3, onTheWay: 4, turnedBack: 5, delivered: 5, short: 6, received: 7 },
  ...{ reported: 1, found: 2, broughtOut: 3, nobodyThere: 4, handedOver: 5 },
}

/** Stages of a team's or a run's way: an order and a word that stand in different ones do not go together. */
const STAGE: Readonly<Partial<Record<BoardState, 1 | 2 | 3>>> = {
  ...{ enRoute: 1, loading: 1, onTheWay: 1 },
  ...{ onScene: 2, working: 2, waiting: 2, resting: 2, taskDone: 2, withdrawing: 2 },
  ...{ delivered: 2, short: 2, received: 2 },
  ...{ returning: 3, released: 3, turnedBack: 3 },
}

/** Rank of a state for words of one minute; see `RANK`. */
export function rankOf(state: BoardState): number {
  return RANK[state] ?? 1
}

/** 1 on the way, 2 there, 3 leaving; null = it says nothing of where it is. */
export function stageOf(state: BoardState): 1 | 2 | 3 | null {
  return STAGE[state] ?? null
}

/** What a step of an order says of the team that has it. */
const TEAM_STATE_OF_STEP: Readonly<Record<OrderStep, BoardState | null>> = {
  received: 'acknowledged',
  refused: 'declined',
  turnedOut: 'enRoute',
  onScene: 'onScene',
  progress: null,
  done: 'taskDone',
  withdrawn: 'recalled',
  released: 'released',
}

/** What a step of an order says of the goods it sends. */
const TRANSFER_STATE_OF_STEP: Readonly<Record<OrderStep, BoardState | null>> = {
  ...TEAM_STATE_OF_STEP,
  turnedOut: 'onTheWay',
  onScene: 'delivered',
  done: 'received',
  released: null,
}

/** What a step of any other order says of the row it belongs to: that somebody has it, or that it is off. */
const OTHER_STATE_OF_STEP: Readonly<Record<OrderStep, BoardState | null>> = {
  ...TEAM_STATE_OF_STEP,
  turnedOut: null,
  onScene: null,
  done: null,
  released: null,
}

/** The state a step of an order stands for in a row of a kind; null = it confirms whatever stands. */
export function stateOfStep(step: OrderStep, kind: 'team' | 'transfer' | 'other'): BoardState | null {
  if (kind === 'team') return TEAM_STATE_OF_STEP[step]
  return kind === 'transfer' ? TRANSFER_STATE_OF_STEP[step] : OTHER_STATE_OF_STEP[step]
}

/** The part of a word that is shown. */
export function shownWord({ opId, at, saidBy, via }: Word): BoardWord {
  return { opId, at, saidBy, via }
}

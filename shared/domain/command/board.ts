import * as z from 'zod'
import { AUTHORITIES } from '../plan/force-plan.ts'
import { EVACUATION_MODES } from '../plan/handling-plan.ts'
import { HEADQUARTERS } from '../taxonomy.ts'
import { ORDER_STEPS, SAID_BY_WAYS } from './order.ts'
import { STATUSES, TRAPPED_STATES, type Status, type TrappedState } from './status.ts'

/** States that nobody says by name: they follow from the plan and from the orders. */
const ORDER_STATES = ['planned', 'ordered', 'acknowledged', 'declined', 'recalled', 'following'] as const

/** Every state a row of the board can show. */
export const BOARD_STATES: readonly (Status | TrappedState | (typeof ORDER_STATES)[number])[] = [
  ...new Set([...ORDER_STATES, ...Object.values(STATUSES).flat(), ...TRAPPED_STATES]),
]
export type BoardState = (typeof BOARD_STATES)[number]

/** What does not go together in a row; every side stays on the screen until a person clears it up. */
export const AGAINST_CODES = [
  /** The desk wrote something newer than the last word from the field. */
  'deskSays',
  /** The order stands behind what was said, or before it. */
  'orderBehind',
  'orderAhead',
  /** Its order was taken back, and nobody has said that it turned round. */
  'recalledButOut',
  /** The newer word goes back behind an earlier one, with no new order between them. */
  'backward',
  /** Two words give different numbers of people for one time. */
  'figuresDiffer',
  /** Words about its order that cannot all be true. */
  'orderContradicts',
] as const
export type AgainstCode = (typeof AGAINST_CODES)[number]

const Way = z.enum([...SAID_BY_WAYS, 'facts'])

/** One word behind a row: who said it, when by his own account, how it came in. */
export const BoardWord = z.strictObject({ opId: z.string(), at: z.string(), saidBy: z.string(), via: Way })
export type BoardWord = z.infer<typeof BoardWord>

const Against = z.strictObject({
  code: z.enum(AGAINST_CODES),
  state: z.enum(BOARD_STATES).nullable(),
  at: z.string(),
  saidBy: z.string(),
  /** Number of the order it is about; empty = none. */
  orderNumber: z.string(),
})
export type Against = z.infer<typeof Against>

const LinkedOrder = z.strictObject({
  orderId: z.string(),
  number: z.string(),
  /** Its newest step; null = issued only. */
  step: z.enum(ORDER_STEPS).nullable(),
  isLive: z.boolean(),
})
export type LinkedOrder = z.infer<typeof LinkedOrder>

/** What all rows have. */
const ROW = {
  id: z.string(),
  name: z.string(),
  state: z.enum(BOARD_STATES),
  /** The first word of the present state; null = nobody has said anything. */
  since: BoardWord.nullable(),
  /** The newest word, also one that only confirmed the state. */
  heard: BoardWord.nullable(),
  /** Seconds since the newest word, never below 0; null = there is none. */
  ageS: z.number().int().nullable(),
  /** Seconds after which this state counts as stale; null = it cannot go stale. */
  staleAfterS: z.number().int().nullable(),
  isStale: z.boolean(),
  note: z.string(),
  against: z.array(Against),
  orders: z.array(LinkedOrder),
} as const

/** Where a thing is: as it was said, reckoned from route and time, or where it stands when it is at home. */
export const BoardPosition = z.strictObject({
  kind: z.enum(['said', 'estimated', 'base']),
  lng: z.number(),
  lat: z.number(),
})
export type BoardPosition = z.infer<typeof BoardPosition>

/** Arrival against the plan. `lateS` below 0 = early; null = there is nothing to compare. */
const BoardArrival = z.strictObject({
  plannedAt: z.string().nullable(),
  expectedAt: z.string().nullable(),
  /** What the expected time rests on; `atLeast` = it has not left yet, so that it can only be later. */
  basis: z.enum(['arrived', 'turnedOut', 'atLeast', 'plan', 'none']),
  lateS: z.number().int().nullable(),
  /** Seconds since the expected arrival without a word of it; 0 = not yet. */
  unheardS: z.number().int(),
})
export type BoardArrival = z.infer<typeof BoardArrival>

const TEAM_GROUPS = ['onScene', 'onTheWay', 'waiting', 'notOut', 'released'] as const
export type TeamGroup = (typeof TEAM_GROUPS)[number]

const BoardVehicle = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** `following` = nobody said anything of its own, it is with its team. */
  state: z.enum(BOARD_STATES),
  heard: BoardWord.nullable(),
})
export type BoardVehicle = z.infer<typeof BoardVehicle>

export const TeamRow = z.strictObject({
  ...ROW,
  group: z.enum(TEAM_GROUPS),
  callSign: z.string(),
  phone: z.string(),
  hq: z.enum(HEADQUARTERS).nullable(),
  authority: z.enum(AUTHORITIES).nullable(),
  task: z.string(),
  place: z.string(),
  /** When the place was said; null = it was not. */
  placeAt: z.string().nullable(),
  position: BoardPosition.nullable(),
  arrival: BoardArrival,
  turnedOutAt: z.string().nullable(),
  /** Seconds since turn-out until now, or until release. */
  outForS: z.number().int().nullable(),
  reliefDueAt: z.string().nullable(),
  relief: z.enum(['none', 'later', 'soon', 'due']),
  crew: z.number().int().nullable(),
  /** Minutes of air left by now, reckoned from the last figure; null = not said. */
  airLeftMin: z.number().int().nullable(),
  isAirLow: z.boolean(),
  vehicles: z.array(BoardVehicle),
  /** Other open incidents that hold the team by a live order. */
  elsewhere: z.array(z.strictObject({ incidentId: z.string(), number: z.string(), title: z.string() })),
})
export type TeamRow = z.infer<typeof TeamRow>

export const TransferRow = z.strictObject({
  ...ROW,
  toName: z.string(),
  goods: z.array(
    z.strictObject({
      itemCode: z.string(),
      item: z.string(),
      unit: z.string(),
      planned: z.number(),
      /** Null = nobody has said. */
      sent: z.number().nullable(),
      received: z.number().nullable(),
    }),
  ),
  arrival: BoardArrival,
})
export type TransferRow = z.infer<typeof TransferRow>

export const ShelterRow = z.strictObject({
  ...ROW,
  phone: z.string(),
  /** People it holds, and those who were there before; null = not known. */
  capacity: z.number().int().nullable(),
  before: z.number().int().nullable(),
  /** People the plan sends there. */
  expected: z.number().int(),
  peopleIn: z.number().int().nullable(),
  peopleOut: z.number().int().nullable(),
  /** Room left by the figures said; below 0 = over full. */
  free: z.number().int().nullable(),
})
export type ShelterRow = z.infer<typeof ShelterRow>

export const PeopleRow = z.strictObject({
  ...ROW,
  people: z.number().int(),
  modes: z.array(z.enum(EVACUATION_MODES)),
  shelters: z.array(z.string()),
  personInCharge: z.string(),
  phone: z.string(),
  startBy: z.string().nullable(),
  doneBy: z.string().nullable(),
  done: z.number().int().nullable(),
  remaining: z.number().int().nullable(),
  isLate: z.boolean(),
})
export type PeopleRow = z.infer<typeof PeopleRow>

export const HospitalRow = z.strictObject({
  ...ROW,
  phone: z.string(),
  planned: z.number().int(),
  /** As the hospital says, and by the list of the trapped. */
  received: z.number().int().nullable(),
  handedOver: z.number().int(),
  bedsLeft: z.number().int().nullable(),
})
export type HospitalRow = z.infer<typeof HospitalRow>

export const RoadRow = z.strictObject({ ...ROW, planned: z.string() })
export type RoadRow = z.infer<typeof RoadRow>

export const TrappedRow = z.strictObject({
  ...ROW,
  floor: z.string(),
  room: z.string(),
  people: z.number().int().nullable(),
  condition: z.string(),
  by: z.string(),
  hospitalId: z.string().nullable(),
  hospitalName: z.string(),
})
export type TrappedRow = z.infer<typeof TrappedRow>

/** Sums over the list of the trapped. Reported is what the facts say; null = they do not. */
const TrappedSums = z.strictObject({
  reportedMin: z.number().nullable(),
  reportedMax: z.number().nullable(),
  listed: z.number().int(),
  /** Lines without a number of people. */
  unknown: z.number().int(),
  inside: z.number().int(),
  broughtOut: z.number().int(),
  handedOver: z.number().int(),
})

/** The status board of one incident at one moment: one truth for both headquarters. */
export const Board = z.strictObject({
  incidentId: z.string(),
  /** The moment that ages are reckoned at. */
  at: z.string(),
  /** The last operation it rests on; null = none yet. */
  opId: z.string().nullable(),
  planVersion: z.number().int().nullable(),
  teams: z.array(TeamRow),
  transfers: z.array(TransferRow),
  shelters: z.array(ShelterRow),
  people: z.array(PeopleRow),
  hospitals: z.array(HospitalRow),
  roads: z.array(RoadRow),
  trapped: z.array(TrappedRow),
  trappedSums: TrappedSums,
  /** Words that count for no row, such as steps of orders this machine does not have. */
  strays: z.array(z.strictObject({ opId: z.string(), at: z.string(), saidBy: z.string() })),
})
export type Board = z.infer<typeof Board>

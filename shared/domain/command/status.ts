import * as z from 'zod'
import { SAID_BY_WAYS } from './order.ts'

/**
 * What a word on the board can be about, with the states it can say. A team's and a vehicle's states are those of the
 * field; `transfer` is a run of goods from a store, `people` a place whose people move or stay indoors.
 */
export const STATUSES = {
  team: [
    'enRoute',
    'onScene',
    'working',
    'waiting',
    'resting',
    'distress',
    'lostContact',
    'taskDone',
    'withdrawing',
    'returning',
    'released',
    'broken',
  ],
  vehicle: ['enRoute', 'onScene', 'working', 'waiting', 'returning', 'released', 'broken'],
  transfer: ['loading', 'onTheWay', 'delivered', 'received', 'short', 'turnedBack'],
  shelter: ['opening', 'open', 'full', 'closed'],
  people: ['notified', 'indoors', 'moving', 'moved', 'refused', 'unreachable', 'returned'],
  hospital: ['ready', 'receiving', 'full', 'refusing'],
  road: ['closed', 'controlled', 'flooded', 'blocked', 'open'],
} as const

export type SubjectKind = keyof typeof STATUSES
export type StatusOf<K extends SubjectKind> = (typeof STATUSES)[K][number]
export type Status = StatusOf<SubjectKind>

export const SUBJECT_KINDS = [
  'team',
  'vehicle',
  'transfer',
  'shelter',
  'people',
  'hospital',
  'road',
] as const satisfies readonly SubjectKind[]

const ALL_STATUSES: readonly Status[] = [...new Set(Object.values(STATUSES).flat())]

/** True when this state can be said of this kind of thing. */
export function isStatusOf(kind: SubjectKind, status: string): status is Status {
  return STATUSES[kind].some((one) => one === status)
}

const Whole = z.number().int().nonnegative()

/** Where somebody says a thing is: in words, at a place of the plan, at a position, or several of these. */
export const SaidPlace = z.strictObject({
  text: z.string(),
  /** Id of a place of the plan (staging area, shelter); null = none. */
  placeId: z.string().nullable(),
  /** WGS84. */
  position: z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) }).nullable(),
})
export type SaidPlace = z.infer<typeof SaidPlace>

/** Figures that were said; null = not said, never 0. People are running totals, so that a lost word loses no one. */
export const SaidFigures = z.strictObject({
  /** Arrived there so far (shelter, hospital), or moved or indoors so far (people). */
  peopleIn: Whole.nullable(),
  /** Gone from there so far. */
  peopleOut: Whole.nullable(),
  /** Heads of a crew on the spot. */
  crew: Whole.nullable(),
  /** Minutes of breathing air the shortest has left. */
  airMin: Whole.nullable(),
  /** Still there to move, beds still free, or goods still in the store, by what the word is about. */
  remaining: Whole.nullable(),
})
export type SaidFigures = z.infer<typeof SaidFigures>

/** Goods that were said to be loaded or received. */
export const SaidGoods = z.strictObject({
  itemCode: z.string(),
  item: z.string(),
  quantity: z.number().nonnegative(),
  unit: z.string(),
})
export type SaidGoods = z.infer<typeof SaidGoods>

/** How, when and by whom something was said; `at` is the time that was stated, not when it was typed. */
const SAID = {
  at: z.string(),
  saidBy: z.string().min(1),
  via: z.enum(SAID_BY_WAYS),
  note: z.string(),
  /** Id of an earlier word that this one puts right, also of another thing (a call-sign misheard); null = none. */
  corrects: z.string().nullable(),
} as const

/** One word about one thing: its state, place and figures, as somebody said it. */
export const StatusSaid = z
  .strictObject({
    subject: z.strictObject({ kind: z.enum(SUBJECT_KINDS), id: z.string().min(1), name: z.string().min(1) }),
    status: z.enum(ALL_STATUSES),
    place: SaidPlace.nullable(),
    figures: SaidFigures,
    goods: z.array(SaidGoods),
    ...SAID,
  })
  .refine(({ subject, status }) => isStatusOf(subject.kind, status), {
    path: ['status'],
    message: 'a state of another kind of thing',
  })
export type StatusSaid = z.infer<typeof StatusSaid>

/** How far the rescue of trapped people is. */
export const TRAPPED_STATES = ['reported', 'found', 'broughtOut', 'handedOver', 'nobodyThere'] as const
export type TrappedState = (typeof TRAPPED_STATES)[number]

/** One line of the list of trapped people as it stands by this word. */
export const TrappedChanged = z.strictObject({
  trappedId: z.string().min(1),
  /** Where: floor and room, or any words; empty = not known. */
  floor: z.string(),
  room: z.string(),
  /** Null = how many is not known. */
  people: Whole.nullable(),
  condition: z.string(),
  state: z.enum(TRAPPED_STATES),
  /** Who found, brought out or took over; empty = not said. */
  by: z.string(),
  hospitalId: z.string().nullable(),
  hospitalName: z.string(),
  ...SAID,
})
export type TrappedChanged = z.infer<typeof TrappedChanged>

/** A word that is not to count, with nothing in its place; it stays in the record. */
export const WordTakenBack = z.strictObject({ word: z.string().min(1), reason: z.string().min(1) })
export type WordTakenBack = z.infer<typeof WordTakenBack>

/** Operations of the status board. */
export const STATUS_OPS = {
  'v1.status.said': StatusSaid,
  'v1.trapped.changed': TrappedChanged,
  'v1.status.takenBack': WordTakenBack,
} as const

import * as z from 'zod'
import { AUTHORITIES } from '../plan/force-plan.ts'
import { HEADQUARTERS } from '../taxonomy.ts'

/** Who gets an order. */
export const RECEIVER_KINDS = ['team', 'person', 'post', 'organisation', 'store', 'shelter'] as const

/** What an order was made from. */
export const ORDER_SOURCES = [
  'firstOrder',
  'assignment',
  'action',
  'supply',
  'evacuation',
  'request',
  'followUp',
  'free',
] as const

/** The one receiver of an order. `id` is that of the library's record, or the post; empty for one written by hand. */
export const OrderReceiver = z.strictObject({
  kind: z.enum(RECEIVER_KINDS),
  id: z.string(),
  name: z.string().min(1),
  phone: z.string(),
})
export type OrderReceiver = z.infer<typeof OrderReceiver>

/** A part of a lot of stock that an order has taken out of its store. */
export const OrderedGoods = z.strictObject({
  lotId: z.string(),
  storeId: z.string(),
  item: z.string(),
  quantity: z.number().positive(),
  unit: z.string(),
})
export type OrderedGoods = z.infer<typeof OrderedGoods>

/** Findings that forbid a line and that a person set aside, with name and reason. */
export const Overruled = z.strictObject({
  findings: z.array(z.strictObject({ code: z.string(), text: z.string() })).min(1),
  by: z.string().min(1),
  reason: z.string().min(1),
})
export type Overruled = z.infer<typeof Overruled>

/** Seconds after issue by which each step is due; null = the order has no such step. */
export const OrderTargets = z.strictObject({
  receivedByS: z.number().int().positive().nullable(),
  turnedOutByS: z.number().int().positive().nullable(),
  onSceneByS: z.number().int().positive().nullable(),
})
export type OrderTargets = z.infer<typeof OrderTargets>

/** One order: one issuer, one receiver (Beilun plan: 一个指挥体系、一个指令到底). It never changes; it is withdrawn, and another replaces it. */
export const IssuedOrder = z.strictObject({
  orderId: z.string().min(1),
  /** Number for people, the same on screen and paper. */
  number: z.string().min(1),
  hq: z.enum(HEADQUARTERS),
  /** Name of the officer who issued it. */
  issuer: z.string().min(1),
  /** When it was given, as the issuer states it. */
  issuedAt: z.string(),
  receiver: OrderReceiver,
  text: z.string().min(1),
  dueAt: z.string().nullable(),
  targets: OrderTargets,
  /** The team it sends, or null; a team is bound by its live orders. */
  teamId: z.string().nullable(),
  vehicleIds: z.array(z.string()),
  /** How that team may be called; null when no team is sent. */
  authority: z.enum(AUTHORITIES).nullable(),
  /** Name on the radio and channel; empty = not known. */
  callSign: z.string(),
  channel: z.string(),
  /** What it takes out of a store. */
  goods: z.array(OrderedGoods),
  overruled: Overruled.nullable(),
  source: z.strictObject({
    kind: z.enum(ORDER_SOURCES),
    planVersion: z.number().int().nullable(),
    /** Id of the line of the plan it was made from. */
    lineId: z.string().nullable(),
  }),
  /** The order it takes the place of, or follows up on. */
  replaces: z.string().nullable(),
  follows: z.string().nullable(),
})
export type IssuedOrder = z.infer<typeof IssuedOrder>

/** What can happen to an order after it was issued. `refused`, `done`, `withdrawn` and `released` end it. */
export const ORDER_STEPS = [
  'received',
  'refused',
  'turnedOut',
  'onScene',
  'progress',
  'done',
  'withdrawn',
  'released',
] as const
export type OrderStep = (typeof ORDER_STEPS)[number]

/** How a word reached the headquarters. */
export const SAID_BY_WAYS = ['radio', 'phone', 'inPerson', 'written', 'console'] as const

/** One step of an order, as somebody said it; `at` is the time that was stated, not when it was typed. */
export const OrderStepped = z.strictObject({
  orderId: z.string(),
  step: z.enum(ORDER_STEPS),
  at: z.string(),
  saidBy: z.string(),
  via: z.enum(SAID_BY_WAYS),
  note: z.string(),
})
export type OrderStepped = z.infer<typeof OrderStepped>

/** A step that was logged wrongly: `at` null = it never happened, otherwise the right time. The first entry stays in the record. */
export const OrderCorrected = z.strictObject({
  orderId: z.string(),
  /** Id of the operation that logged the step. */
  stepOp: z.string(),
  at: z.string().nullable(),
  reason: z.string().min(1),
})
export type OrderCorrected = z.infer<typeof OrderCorrected>

/** Somebody was rung about an overdue order. */
export const OrderRung = z.strictObject({
  orderId: z.string(),
  name: z.string(),
  phone: z.string(),
  outcome: z.enum(['reached', 'noAnswer']),
  at: z.string(),
  note: z.string(),
})
export type OrderRung = z.infer<typeof OrderRung>

/** Operations about orders. */
export const ORDER_OPS = {
  'v1.order.issued': IssuedOrder,
  'v1.order.stepped': OrderStepped,
  'v1.order.corrected': OrderCorrected,
  'v1.order.rung': OrderRung,
} as const

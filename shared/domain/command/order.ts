import * as z from 'zod'
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
  receiver: OrderReceiver,
  text: z.string().min(1),
  dueAt: z.string().nullable(),
  targets: OrderTargets,
  /** The team it sends, or null; a team is bound by its live orders. */
  teamId: z.string().nullable(),
  vehicleIds: z.array(z.string()),
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

/** Operations about orders. */
export const ORDER_OPS = {
  'v1.order.issued': IssuedOrder,
  'v1.order.stepped': OrderStepped,
} as const

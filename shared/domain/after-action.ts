import * as z from 'zod'
import { EVIDENCE_MARKS } from './taxonomy.ts'

/** Targets an incident is measured against, in the order of its course. */
export const REVIEW_TARGETS = [
  'callTaking',
  'turnOut',
  'firstOnScene',
  'warningIssued',
  'warningHeard',
  'report',
  'firstRelief',
] as const
export type ReviewTarget = (typeof REVIEW_TARGETS)[number]

/** `notRecorded` = nobody has said it and the time is up; `notDue` = the time is not up; `noLimit` = measured, no limit is set. */
export const TARGET_STATES = ['met', 'late', 'notRecorded', 'notDue', 'noLimit'] as const
export type TargetState = (typeof TARGET_STATES)[number]

/** What has to be known about a row to read it rightly. */
export const TARGET_NOTES = [
  /** The time of the call was not stated. */
  'callNotStated',
  /** The entry is earlier than the stated call: one of the two is wrong. */
  'beforeCall',
  /** It happened before the call reached the centre: a team that went by itself or was sent by another centre. */
  'alreadyOut',
  /** The street is not known, so neither is whether 5 or 15 minutes apply. */
  'townUnknown',
  'builtUp',
  'notBuiltUp',
  /** Nobody has stated when people first had to be looked after. */
  'noReliefStart',
  /** Somebody else reports: the unit where it happened. */
  'othersDuty',
  /** Some village or channel is known not to have been reached. */
  'notReached',
] as const
export type TargetNote = (typeof TARGET_NOTES)[number]

/** One target with what the record has about it. Times are those that people stated. */
export const TargetRow = z.strictObject({
  key: z.string(),
  target: z.enum(REVIEW_TARGETS),
  /** Which report or warning it is; empty where there is one only. */
  name: z.string(),
  limitS: z.number().int().nullable(),
  source: z.string(),
  evidence: z.enum(EVIDENCE_MARKS).nullable(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** Who said so. */
  who: z.string(),
  opId: z.string().nullable(),
  /** Seconds; null = not recorded, never 0 for it. */
  measuredS: z.number().int().nullable(),
  state: z.enum(TARGET_STATES),
  note: z.enum(TARGET_NOTES).nullable(),
  /** Of a warning: how many of those named have confirmed. */
  heard: z.strictObject({ done: z.number().int(), of: z.number().int() }).nullable(),
})
export type TargetRow = z.infer<typeof TargetRow>

export const REVIEW_MEASURES = ['receipt', 'turnOut', 'arrival'] as const

/** Seconds after issue of half and of nine tenths of the orders; null = fewer orders than make a percentile. */
export const OrderPercentile = z.strictObject({
  measure: z.enum(REVIEW_MEASURES),
  orders: z.number().int(),
  p50S: z.number().int().nullable(),
  p90S: z.number().int().nullable(),
})
export type OrderPercentile = z.infer<typeof OrderPercentile>

/** How an incident went otherwise than planned. */
export const DEVIATION_KINDS = [
  'planVersion',
  'discretion',
  'overruled',
  'orderWithdrawn',
  'orderRefused',
  'orderReplaced',
  'notPlanned',
  'notSent',
  'lateArrival',
] as const
export type DeviationKind = (typeof DEVIATION_KINDS)[number]

/** One deviation; `reason` is as somebody recorded it, null = nobody did. */
export const Deviation = z.strictObject({
  key: z.string(),
  kind: z.enum(DEVIATION_KINDS),
  /** Null = it is not one event but a state, such as a team that was never sent. */
  at: z.string().nullable(),
  who: z.string(),
  text: z.string(),
  reason: z.string().nullable(),
  opId: z.string().nullable(),
})
export type Deviation = z.infer<typeof Deviation>

/** Goods that orders took out of stores; `received` null = no receipt is recorded. */
export const StockUsed = z.strictObject({
  item: z.string(),
  unit: z.string(),
  ordered: z.number(),
  received: z.number().nullable(),
  /** Stores as the orders name them, and the numbers of the orders. */
  stores: z.array(z.string()),
  orders: z.array(z.string()),
})
export type StockUsed = z.infer<typeof StockUsed>

/** A fact that nobody knew to the end. */
export const StayedUnknown = z.strictObject({ key: z.string(), text: z.string() })
export type StayedUnknown = z.infer<typeof StayedUnknown>

/** Two things in the record that cannot both be true, or that two people decided apart. */
export const RecordFlaw = z.strictObject({ key: z.string(), subject: z.string(), text: z.string() })
export type RecordFlaw = z.infer<typeof RecordFlaw>

/** An entry that was put right later. */
export const CorrectedEntry = z.strictObject({ opId: z.string(), at: z.string(), who: z.string(), text: z.string() })
export type CorrectedEntry = z.infer<typeof CorrectedEntry>

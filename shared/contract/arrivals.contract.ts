import * as z from 'zod'
import { command, query } from './define.ts'
import { EvacueeLine } from './shelters.contract.ts'

const Who = z.string().trim().min(1).max(60)
const Name = z.string().trim().min(1).max(60)
const Words = z.string().trim().max(200)

/** What a tick came to: the person as they stand now, the shelter's numbers, and the batch to take it back by. */
const Ticked = z.strictObject({
  batchId: z.number().int().nullable(),
  person: EvacueeLine,
  shelter: z.strictObject({ shelterId: z.string(), present: z.number().int(), capacity: z.number().int() }),
})

/** People of one population point against its list; `pointId` empty = of no point. */
export const PointCount = z.strictObject({
  pointId: z.string(),
  name: z.string(),
  town: z.string(),
  personInCharge: z.string(),
  phone: z.string(),
  listed: z.number().int(),
  arrived: z.number().int(),
  missing: z.number().int(),
})
export type PointCount = z.infer<typeof PointCount>

/** What a line of a pasted list would do. */
export const LIST_VERDICTS = ['new', 'changed', 'same', 'refused'] as const
const ListLine = z.strictObject({
  /** Number of the line, from 1. */
  line: z.number().int(),
  verdict: z.enum(LIST_VERDICTS),
  code: z.string(),
  name: z.string(),
  point: z.string(),
  phone: z.string(),
  specialNeeds: z.string(),
  /** Why it is refused or what is not known; empty = nothing to say. */
  remark: z.string(),
})
export type ListLine = z.infer<typeof ListLine>

const ListCounts = z.strictObject({
  new: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
  refused: z.number().int(),
})

const ListText = z.string().max(2_000_000)

/** Ticking people off at the door of a shelter, by the safety code list (安全码名单). */
export const arrivalsContract = {
  /** People of the list by code, name, pinyin, phone or its last four digits; the exact code stands first. */
  find: query({
    input: z.strictObject({ text: z.string().max(80), limit: z.number().int().min(1).max(50).default(8) }),
    output: z.array(EvacueeLine),
    topics: ['library'],
  }),
  /** List, arrived and missing of each population point, the most missing first. */
  points: query({ input: z.strictObject({}), output: z.array(PointCount), topics: ['library'] }),
  /** Who has not yet arrived, of one point or of all, by point and name. */
  missing: query({
    input: z.strictObject({ pointId: z.string().nullable(), limit: z.number().int().min(1).max(2000).default(500) }),
    output: z.strictObject({ total: z.number().int(), people: z.array(EvacueeLine) }),
    topics: ['library'],
  }),
  /** What the lines of a pasted or scanned list would do; nothing is stored. */
  readList: query({
    input: z.strictObject({ text: ListText }),
    output: z.strictObject({ lines: z.array(ListLine), counts: ListCounts }),
    topics: ['library'],
  }),
  /** Takes over the sound lines of a list as one batch; arrivals are not touched. */
  takeList: command({
    input: z.strictObject({ commandId: z.uuid(), text: ListText, who: Who, reason: Words.min(1) }),
    output: z.strictObject({ batchId: z.number().int().nullable(), counts: ListCounts }),
    changes: ['library'],
  }),
  /**
   * Marks somebody as arrived, now. @throws `already-arrived` when they are in a shelter (here, or elsewhere without
   * `moveReason`), `needs-acknowledgement` when the shelter or zone is full or the shelter is not in use, `not-found`.
   */
  tick: command({
    input: z.strictObject({
      commandId: z.uuid(),
      evacueeId: z.string(),
      shelterId: z.string(),
      zoneId: z.string().nullable().default(null),
      moveReason: Words.default(''),
      acknowledged: z.boolean().default(false),
      who: Who,
    }),
    output: Ticked,
    changes: ['library'],
  }),
  /** Somebody who is on no list and has arrived. @throws `conflict` when the code is on the list. */
  add: command({
    input: z.strictObject({
      commandId: z.uuid(),
      code: Words.default(''),
      name: Name,
      phone: Words.default(''),
      /** Where they come from. */
      fromWhere: Words.min(1),
      specialNeeds: Words.default(''),
      shelterId: z.string(),
      zoneId: z.string().nullable().default(null),
      acknowledged: z.boolean().default(false),
      who: Who,
    }),
    output: Ticked,
    changes: ['library'],
  }),
  /** Marks somebody as gone, with where to. */
  leave: command({
    input: z.strictObject({ commandId: z.uuid(), evacueeId: z.string(), leftTo: Words.min(1), who: Who }),
    output: Ticked,
    changes: ['library'],
  }),
  /** Takes a tick back, as long as nothing of that person changed since. @throws `conflict`, `not-found`. */
  takeBack: command({
    input: z.strictObject({ commandId: z.uuid(), batchId: z.number().int().min(1), who: Who }),
    output: z.strictObject({ batchId: z.number().int().nullable(), name: z.string() }),
    changes: ['library'],
  }),
} as const

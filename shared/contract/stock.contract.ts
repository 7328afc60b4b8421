import * as z from 'zod'
import { LOT_OWNERSHIPS, LOT_STATUSES, WRITE_OFF_CAUSES } from '../domain/dataset/row-choices.ts'
import { LOT_STEPS } from '../domain/stock/lot-steps.ts'
import { LEVELS, STORE_TIERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

/** How near a day is; `days` is negative when it has passed. */
const Due = z.strictObject({ when: z.enum(['passed', 'urgent', 'soon', 'later']), days: z.number().int() })

/** A lot as it stands, with what can be done with it. Days are `YYYY-MM-DD`, empty = unknown or never. */
export const LotView = z.strictObject({
  lotId: z.string(),
  storeId: z.string(),
  storeName: z.string(),
  itemCode: z.string(),
  item: z.string(),
  quantity: z.number(),
  unit: z.string(),
  madeOn: z.string(),
  expiresOn: z.string(),
  checkedOn: z.string(),
  status: z.enum(LOT_STATUSES),
  ownership: z.enum(LOT_OWNERSHIPS),
  belongsTo: z.string(),
  document: z.string(),
  returnBy: z.string(),
  splitFrom: z.string(),
  holder: z.string(),
  signedBy: z.string(),
  stepDocument: z.string(),
  writeOffCause: z.enum(WRITE_OFF_CAUSES).nullable(),
  handledBy: z.string(),
  checkedBy: z.string(),
  isDemo: z.boolean(),
  /** Digest of this state: what a step or a count of it must be based on. */
  basis: z.string(),
  /** How near its last good day is; null = it never expires, or it is scrapped or written off. */
  due: Due.nullable(),
  /** How near the day is on which requisitioned goods go back; null = it is none. */
  returnDue: Due.nullable(),
  /** Steps it may take as it stands, from the asking window. */
  steps: z.array(z.enum(LOT_STEPS)),
  /** Causes it may be written off for as it stands. */
  causes: z.array(z.enum(WRITE_OFF_CAUSES)),
})
export type LotView = z.infer<typeof LotView>

/** A lot with who keeps it. */
export const KeptLot = z.strictObject({
  lot: LotView,
  keeper: z.string(),
  phone: z.string(),
  town: z.string(),
  /** Streets whose shelters lack this item: goods in store that are near their date could be used up there. */
  neededIn: z.array(z.string()),
})
export type KeptLot = z.infer<typeof KeptLot>

/** One store in short. */
export const StoreLine = z.strictObject({
  storeId: z.string(),
  name: z.string(),
  tier: z.enum(STORE_TIERS),
  town: z.string(),
  keeper: z.string(),
  phone: z.string(),
  /** Lots that are not written off. */
  lots: z.number().int(),
  expired: z.number().int(),
  /** Within the shorter and within the longer warning. */
  urgent: z.number().int(),
  soon: z.number().int(),
  /** Requisitioned lots to be given back, and those of them whose day has passed. */
  returns: z.number().int(),
  overdue: z.number().int(),
  /** The longest time any lot that lies here has not been checked: day of it; empty = one was never checked. */
  checkedSince: z.string(),
  /** When its unfinished stock-taking was last saved; null = there is none. */
  draftSavedAt: z.string().nullable(),
})
export type StoreLine = z.infer<typeof StoreLine>

/** One item summed up: by state and by whose it is, written-off lots apart. All in `unit`. */
export const ItemSum = z.strictObject({
  itemCode: z.string(),
  item: z.string(),
  unit: z.string(),
  /** All that is not written off. */
  total: z.number(),
  /** In store and not expired. */
  usable: z.number(),
  byStatus: z.array(z.strictObject({ status: z.enum(LOT_STATUSES), quantity: z.number() })),
  byOwnership: z.array(z.strictObject({ ownership: z.enum(LOT_OWNERSHIPS), quantity: z.number() })),
  writtenOff: z.array(z.strictObject({ cause: z.enum(WRITE_OFF_CAUSES).nullable(), quantity: z.number() })),
})
export type ItemSum = z.infer<typeof ItemSum>

/** Why a lot, or a part of it, is not on a pick list. */
export const PASSED_OVER = [
  'expired',
  'soon',
  'notInStock',
  'unavailable',
  'endangered',
  'otherUnit',
  'dueBack',
  'reserve',
  'notNeeded',
] as const

const Who = z.string().trim().min(1).max(60)
const Words = z.string().trim().max(200)

/** One line of a stock-taking: what was counted of a lot, and the state of the lot that was looked at. */
const CountLine = z.strictObject({
  lotId: z.string(),
  basis: z.string(),
  counted: z.number().min(0).max(1e9).nullable(),
  reason: Words,
})

const Sheet = {
  storeId: z.string(),
  countedBy: z.string().trim().max(60),
  checkedBy: z.string().trim().max(60),
  lines: z.array(CountLine).max(20_000),
}

const Kept = z.strictObject({ batchId: z.number().int().nullable(), version: z.string() })

/**
 * Stores and lots (物资台账): the ledger, the steps of a lot's life, stock-taking, write-off, returns and pick lists.
 * Every change is a batch of the library's history and can be taken back there.
 */
export const stockContract = {
  /** All stores with what needs doing in them, those of the district first. */
  stores: query({ input: z.strictObject({}), output: z.array(StoreLine), topics: ['library', 'stock'] }),
  /**
   * Lots and sums of one store or item, or of all. Written-off lots are listed only when asked for, and summed apart.
   * Words, ownership and limit choose what is listed; the sums are over all lots of store and item.
   */
  ledger: query({
    input: z.strictObject({
      storeId: z.string().nullable().default(null),
      itemCode: z.string().nullable().default(null),
      writtenOff: z.boolean().default(false),
      /** Words that must all stand in a lot; empty = every lot. */
      text: z.string().max(200).default(''),
      ownership: z.enum(LOT_OWNERSHIPS).nullable().default(null),
      /** Most lots that are answered; `total` says how many there are. */
      limit: z.number().int().min(0).max(5000).default(300),
    }),
    output: z.strictObject({
      day: z.string(),
      lots: z.array(LotView),
      /** Lots that were asked for, and those of store or item before words and ownership. */
      total: z.number().int(),
      all: z.number().int(),
      sums: z.array(ItemSum),
    }),
    topics: ['library'],
  }),
  /** Lots that have expired or will within the longer warning, the most urgent first, with who keeps them. */
  expiring: query({
    input: z.strictObject({}),
    output: z.strictObject({
      day: z.string(),
      soonDays: z.number().int(),
      laterDays: z.number().int(),
      lots: z.array(KeptLot),
    }),
    topics: ['library'],
  }),
  /** Requisitioned lots that are still here, those to be given back first; without a day last. */
  returns: query({
    input: z.strictObject({}),
    output: z.strictObject({ day: z.string(), lots: z.array(KeptLot) }),
    topics: ['library'],
  }),
  /** What can be picked and where it can go to. */
  pickChoices: query({
    input: z.strictObject({}),
    output: z.strictObject({
      items: z.array(z.strictObject({ itemCode: z.string(), item: z.string(), unit: z.string() })),
      destinations: z.array(z.strictObject({ id: z.string(), name: z.string(), town: z.string() })),
    }),
    topics: ['library'],
  }),
  /**
   * Lots of an item to take, first expired first out, by the planner's own rules; nothing is stored. `day` null = today.
   * With a destination (a shelter or a store) nearer stores are emptied first. @throws `not-found`.
   */
  pick: query({
    input: z.strictObject({
      itemCode: z.string(),
      quantity: z.number().positive().max(1e9),
      day: z.iso.date().nullable().default(null),
      response: z.enum(LEVELS).default('III'),
      storeId: z.string().nullable().default(null),
      destinationId: z.string().nullable().default(null),
    }),
    output: z.strictObject({
      unit: z.string(),
      missing: z.number(),
      picked: z.array(
        z.strictObject({
          lot: LotView,
          quantity: z.number(),
          /** Straight line, metres; null = no destination. */
          distanceM: z.number().int().nullable(),
        }),
      ),
      passedOver: z.array(z.strictObject({ lot: LotView, quantity: z.number(), cause: z.enum(PASSED_OVER) })),
    }),
    topics: ['library'],
  }),
  /**
   * Takes a step with a lot or a part of it (`quantity` in its unit; null = the whole lot). What a step needs follows from
   * its rule. @throws `stock-state` with the legal steps, `forbidden`, `bad-input`, `conflict` when the lot is no longer
   * what `basis` says, `not-found`, `unknown-reference` for a store that is not there.
   */
  step: command({
    input: z.strictObject({
      commandId: z.string().min(1),
      lotId: z.string(),
      basis: z.string(),
      step: z.enum(LOT_STEPS),
      quantity: z.number().nullable().default(null),
      who: Who,
      reason: Words.min(1),
      holder: Words.default(''),
      document: Words.default(''),
      signedBy: z.string().trim().max(60).default(''),
      storeId: z.string().default(''),
      cause: z.union([z.enum(WRITE_OFF_CAUSES), z.literal('')]).default(''),
      checkedBy: z.string().trim().max(60).default(''),
    }),
    /** `lotId` is the lot that took the step: a new one when it was a part. */
    output: z.strictObject({ ...Kept.shape, lotId: z.string() }),
    changes: ['library'],
  }),
  /** The sheet of a store: every lot that lies there, with what was counted so far. @throws `not-found`. */
  sheet: query({
    input: z.strictObject({ storeId: z.string() }),
    output: z.strictObject({
      store: StoreLine,
      countedBy: z.string(),
      checkedBy: z.string(),
      /** Null = no stock-taking is begun. */
      savedAt: z.string().nullable(),
      /** Counts how often the sheet was saved; 0 = never. */
      revision: z.number().int(),
      lines: z.array(
        z.strictObject({
          lot: LotView,
          counted: z.number().nullable(),
          reason: z.string(),
          /** State of the lot that was counted; another than the lot's own = it changed since. Null = not looked at. */
          basis: z.string().nullable(),
        }),
      ),
      /** Lots that were counted and no longer lie here. */
      gone: z.array(z.string()),
    }),
    topics: ['library', 'stock'],
  }),
  /**
   * Keeps a half-done sheet. `revision` is that of the sheet as it was opened: saved by somebody else since, it is
   * refused with `conflict`.
   */
  saveSheet: command({
    input: z.strictObject({ commandId: z.string().min(1), revision: z.number().int(), ...Sheet }),
    output: z.strictObject({ savedAt: z.string(), revision: z.number().int() }),
    changes: ['stock'],
  }),
  /** Throws an unfinished sheet away. */
  discardSheet: command({
    input: z.strictObject({ commandId: z.string().min(1), storeId: z.string() }),
    output: z.strictObject({ discarded: z.boolean() }),
    changes: ['stock'],
  }),
  /**
   * Makes the library what was counted, in one batch. @throws `bad-input` for names, missing counts or differences
   * without a reason; `conflict` with the lots that changed since they were looked at; `forbidden` from the tactical
   * window. Nothing is stored then.
   */
  finishSheet: command({
    input: z.strictObject({ commandId: z.string().min(1), ...Sheet }),
    output: z.strictObject({ ...Kept.shape, lots: z.number().int(), differences: z.number().int() }),
    changes: ['library', 'stock'],
  }),
  /** The sheet of a store as a file to be filled in by hand: `.xlsx`, or `.csv` in UTF-8 with a byte order mark. */
  sheetFile: query({
    input: z.strictObject({ storeId: z.string(), format: z.enum(['xlsx', 'csv']) }),
    output: z.strictObject({ fileName: z.string(), base64: z.string() }),
    topics: ['library'],
  }),
  /** Reads such a file back; nothing is stored. @throws `file-broken`, `file-too-large`, `bad-input` for another kind of file. */
  readSheetFile: query({
    input: z.strictObject({ storeId: z.string(), fileName: z.string().max(300), base64: z.string().max(14_000_000) }),
    output: z.strictObject({
      lines: z.array(z.strictObject({ lotId: z.string(), counted: z.number().nullable(), reason: z.string() })),
      problems: z.array(z.strictObject({ line: z.number().int(), value: z.string(), message: z.string() })),
    }),
    topics: ['library'],
  }),
} as const

import * as z from 'zod'
import { SeatName } from '../domain/command/seat.ts'
import { command, query, TOPICS } from './define.ts'

const CommandId = z.uuid()
const Count = z.number().int().nonnegative()
const Who = z.string().trim().min(1, '请填写姓名').max(60)

/** A machine that writes the record. */
const Seat = z.strictObject({
  seat: z.string(),
  /** Four signs that tell machines apart. */
  mark: z.string(),
  /** Name it gave itself; empty when none. */
  name: z.string(),
  /** Eight groups of four digits, to be read aloud and compared. */
  fingerprint: z.string(),
})
export type MergingSeat = z.infer<typeof Seat>

/** An entry that was not taken, with the two contents where one number has two. */
const Refused = z.strictObject({
  seat: z.string(),
  seq: z.number().int(),
  reason: z.string(),
  text: z.string(),
  hash: z.string(),
  ownHash: z.string(),
})
export type RefusedEntry = z.infer<typeof Refused>

/** What taking a bundle does, or did. */
export const BundleReport = z.strictObject({
  from: Seat,
  madeAt: z.string(),
  /** Nothing in it is new. */
  isKnown: z.boolean(),
  newOps: Count,
  knownOps: Count,
  incidents: z.array(
    z.strictObject({
      incidentId: z.string(),
      number: z.string(),
      title: z.string(),
      mode: z.enum(['real', 'drill', 'tabletop']),
      isNew: z.boolean(),
      ops: Count,
    }),
  ),
  /** New entries that belong to no incident. */
  otherOps: Count,
  refused: z.array(Refused),
  /** Machines met for the first time: nothing is taken until a person trusts each. */
  unknownSeats: z.array(Seat.extend({ ops: Count })),
  /** The sender plans from another library: ids of teams and stores may mean something else there. */
  libraryDiffers: z.boolean(),
})
export type BundleReport = z.infer<typeof BundleReport>

/** Another machine, as far as this one knows it. */
const KnownSeat = Seat.extend({
  entries: Count,
  /** Wall time of its newest entry; empty when there is none. */
  lastEntryAt: z.string(),
  lastInAt: z.string(),
  lastOutAt: z.string(),
  /** Entries here that it is not known to have. */
  waiting: Count,
  /** Proof that it wrote one number twice: nothing more of it is taken. */
  frozen: z.strictObject({ seq: z.number().int(), hash: z.string(), ownHash: z.string() }).nullable(),
})
export type KnownSeat = z.infer<typeof KnownSeat>

/** Records of two machines joined by a signed file (`bundle/1`): all or nothing, and twice is once. */
export const bundlesContract = {
  /** What the chosen file would bring; nothing is written. */
  preview: query({ input: z.strictObject({ ticket: z.string() }), output: BundleReport, topics: [] }),
  /** Takes it. Refused as `bundle-untrusted` until every machine in it is known or named in `trust`. */
  import: command({
    input: z.strictObject({
      commandId: CommandId,
      ticket: z.string(),
      /** Machines whose fingerprint was compared. */
      trust: z.array(z.string()).max(100),
      who: Who,
    }),
    output: BundleReport,
    changes: TOPICS,
  }),
  /** Writes what one machine lacks, or with `to: null` everything, to the place the shell was given. */
  export: command({
    input: z.strictObject({ commandId: CommandId, ticket: z.string(), to: z.string().nullable(), who: Who }),
    output: z.strictObject({ path: z.string(), ops: Count, contents: Count, attachments: Count, bytes: Count }),
    changes: ['system'],
  }),
  /** Name of the file an export is offered under. */
  fileName: query({ input: z.strictObject({}), output: z.strictObject({ fileName: z.string() }), topics: ['system'] }),
  /** This machine and the others it knows. */
  seats: query({
    input: z.strictObject({}),
    output: z.strictObject({ own: Seat, others: z.array(KnownSeat) }),
    topics: ['system', 'journal'],
  }),
  /** What this machine calls itself, e.g. 前方指挥车. */
  nameSeat: command({
    input: z.strictObject({ commandId: CommandId, name: SeatName, who: Who }),
    output: z.strictObject({ name: z.string() }),
    changes: ['system', 'journal'],
  }),
} as const

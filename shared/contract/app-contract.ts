import * as z from 'zod'
import { arrivalsContract } from './arrivals.contract.ts'
import { boardContract } from './board.contract.ts'
import { bundlesContract } from './bundles.contract.ts'
import { cardsContract } from './cards.contract.ts'
import { documentsContract } from './documents.contract.ts'
import { contestsContract } from './contests.contract.ts'
import { rosterContract } from './roster.contract.ts'
import { journalContract } from './journal.contract.ts'
import { TOPICS, type Client, type Handlers } from './define.ts'
import { dutyContract } from './duty.contract.ts'
import { exportsContract } from './exports.contract.ts'
import { hazmatContract } from './hazmat.contract.ts'
import { consultationContract } from './consultation.contract.ts'
import { handoverContract } from './handover.contract.ts'
import { headquartersContract } from './headquarters.contract.ts'
import { importsContract } from './imports.contract.ts'
import { incidentContract } from './incident.contract.ts'
import { claimsContract } from './claims.contract.ts'
import { lifeContract } from './life.contract.ts'
import { lendingContract } from './lending.contract.ts'
import { libraryContract } from './library.contract.ts'
import { ordersContract } from './orders.contract.ts'
import { planContract } from './plan.contract.ts'
import { PlanProgress } from './plan-progress.ts'
import { readinessContract } from './readiness.contract.ts'
import { recordsContract } from './records.contract.ts'
import { referenceContract } from './reference.contract.ts'
import { newsContract } from './news.contract.ts'
import { notesContract } from './notes.contract.ts'
import { reportsContract } from './reports.contract.ts'
import { reviewContract } from './review.contract.ts'
import { searchContract } from './search.contract.ts'
import { sheltersContract } from './shelters.contract.ts'
import { stockContract } from './stock.contract.ts'
import { surroundingsContract } from './surroundings.contract.ts'
import { systemContract } from './system.contract.ts'
import { warningsContract } from './warnings.contract.ts'

/** Everything a window, the command line or a test can ask of the core. Declared here once; all else derives from it. */
export const appContract = {
  system: systemContract,
  reference: referenceContract,
  hazmat: hazmatContract,
  cards: cardsContract,
  documents: documentsContract,
  roster: rosterContract,
  duty: dutyContract,
  headquarters: headquartersContract,
  handover: handoverContract,
  consultation: consultationContract,
  shelters: sheltersContract,
  arrivals: arrivalsContract,
  surroundings: surroundingsContract,
  lending: lendingContract,
  incident: incidentContract,
  journal: journalContract,
  plan: planContract,
  reports: reportsContract,
  orders: ordersContract,
  board: boardContract,
  life: lifeContract,
  warnings: warningsContract,
  news: newsContract,
  notes: notesContract,
  review: reviewContract,
  claims: claimsContract,
  library: libraryContract,
  records: recordsContract,
  stock: stockContract,
  readiness: readinessContract,
  search: searchContract,
  imports: importsContract,
  exports: exportsContract,
  bundles: bundlesContract,
  contests: contestsContract,
} as const

export type AppContract = typeof appContract
export type AppClient = Client<AppContract>

/** Which window or program calls. */
export interface CallingWindow {
  readonly seat: string
  readonly role: 'administrative' | 'tactical' | 'commandLine' | 'test'
}

/** Who calls, for the record: the window and the officer on duty at it, null when nobody has given a name. */
export interface Caller extends CallingWindow {
  readonly officer: string | null
}

export type AppHandlers = Handlers<AppContract, Caller>

/** Sent to every window after a commit. A window that missed a revision fetches everything again. */
export const ChangedEvent = z.strictObject({ topics: z.array(z.enum(TOPICS)), revision: z.number().int() })
export type ChangedEvent = z.infer<typeof ChangedEvent>

/** Messages over a window's port. */
export const PortRequest = z.strictObject({ id: z.number().int(), channel: z.string(), input: z.unknown() })
export type PortRequest = z.infer<typeof PortRequest>
export const PortMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answer'), id: z.number().int(), answer: z.unknown() }),
  z.strictObject({ kind: z.literal('changed'), event: ChangedEvent }),
  z.strictObject({ kind: z.literal('progress'), event: PlanProgress }),
])
export type PortMessage = z.infer<typeof PortMessage>

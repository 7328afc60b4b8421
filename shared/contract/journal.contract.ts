import * as z from 'zod'
import { JOURNAL_KINDS } from '../domain/command/journal.ts'
import { PaperDocument } from '../domain/paper-document.ts'
import { HEADQUARTERS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const Text = z.string().trim().min(1, '请写明内容').max(2000)

/** Areas of the record that can be looked at apart. */
export const JOURNAL_AREAS = [
  'incident',
  'plan',
  'order',
  'claim',
  'status',
  'trapped',
  'discretion',
  'request',
  'handover',
  'consultation',
  'report',
  'warning',
  'news',
  'note',
  'journal',
  'shift',
  'seat',
  'contest',
  'lesson',
  'console',
] as const

/** What of the record is wanted; null = all. */
const Filter = z.strictObject({
  incidentId: z.string().nullable(),
  /** Part of the sentence or of the author's name. */
  text: z.string().max(100),
  headquarters: z.enum(HEADQUARTERS).nullable(),
  area: z.enum(JOURNAL_AREAS).nullable(),
  /** Day, `YYYY-MM-DD`, both ends included. */
  fromDay: z.iso.date().nullable(),
  toDay: z.iso.date().nullable(),
})
export type JournalFilter = z.infer<typeof Filter>

/** An entry as people read it, with its place in its seat's chain. */
export const JournalLine = z.strictObject({
  opId: z.string(),
  seat: z.string(),
  seq: z.number().int(),
  at: z.string(),
  incidentId: z.string(),
  /** Number of the incident; empty when the entry belongs to none. */
  number: z.string(),
  kind: z.string(),
  role: z.string(),
  who: z.string(),
  text: z.string(),
  hash: z.string(),
  corrects: z.string().nullable(),
  /** Corrections of this entry, the oldest first. */
  correctedBy: z.array(z.strictObject({ opId: z.string(), at: z.string(), who: z.string(), text: z.string() })),
})
export type JournalLine = z.infer<typeof JournalLine>

/** The record as people read it. It is only ever added to. */
export const journalContract = {
  /** One page, the newest first. `behind` = entries not yet put in words (after a large merge): ask again. */
  lines: query({
    input: z.strictObject({
      filter: Filter,
      /** Where the page before ended; null = from the newest on. */
      after: z.string().nullable().default(null),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    output: z.strictObject({
      lines: z.array(JournalLine),
      next: z.string().nullable(),
      behind: z.number().int(),
    }),
    topics: ['journal'],
  }),
  /** Writes an entry by hand. */
  add: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: z.string().min(1),
      kind: z.enum(JOURNAL_KINDS),
      text: Text,
      at: z.iso.datetime({ offset: true, message: '时间须带时区' }),
      saidBy: z.string().trim().max(60).default(''),
    }),
    output: z.strictObject({ opId: z.string() }),
    changes: ['journal'],
  }),
  /** Puts an entry right with a new one that points to it; both stay. */
  correct: command({
    input: z.strictObject({
      commandId: CommandId,
      opId: z.string().min(1),
      text: Text,
      reason: z.string().trim().min(1, '请写明更正理由').max(300),
    }),
    output: z.strictObject({ opId: z.string() }),
    changes: ['journal'],
  }),
  /** The chosen entries as a file: `json` with operations, hashes, signatures and public keys, so that it can be proven elsewhere; `csv` for people. */
  exportText: query({
    input: z.strictObject({ filter: Filter, format: z.enum(['json', 'csv']) }),
    output: z.strictObject({ fileName: z.string(), text: z.string(), entries: z.number().int() }),
    topics: [],
  }),
  /** The chosen entries on paper, the oldest first. */
  document: query({ input: z.strictObject({ filter: Filter }), output: PaperDocument, topics: [] }),
}

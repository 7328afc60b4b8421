import * as z from 'zod'

/** Kinds of report upward: 首报, 续报, 终报, and the correction of one that was issued. */
export const REPORT_KINDS = ['initial', 'followUp', 'final', 'correction'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Elements of a report, in the order of the paper: source, times, place, type, cause, course, casualties … contact; the last three in the final report only. */
export const REPORT_FIELDS = [
  'source',
  'receivedAt',
  'occurredAt',
  'place',
  'type',
  'cause',
  'course',
  'casualties',
  'loss',
  'impact',
  'trend',
  'leadersOnScene',
  'measures',
  'next',
  'contact',
  'aftermath',
  'rebuild',
  'evaluation',
] as const
export type ReportField = (typeof REPORT_FIELDS)[number]

/** How sure a line is; `toVerify` = 待核, nobody knows it yet. */
export const ELEMENT_STATES = ['known', 'range', 'toVerify'] as const

/** One line of a report. `key` names the same line in every report of an incident, so that a follow-up can say what is new. */
export const ReportElement = z.strictObject({
  key: z.string().min(1),
  field: z.enum(REPORT_FIELDS),
  text: z.string().min(1),
  /** Who said it; empty = nobody is named. */
  source: z.string(),
  /** The time it was true at; null = not told. */
  asOf: z.string().nullable(),
  state: z.enum(ELEMENT_STATES),
})
export type ReportElement = z.infer<typeof ReportElement>

/** What an officer changed in a draft: the line as he wants it. `over` = the text it was filled with when he wrote; null = his own line. */
export const DraftEdit = ReportElement.extend({ dropped: z.boolean(), over: z.string().nullable() })
export type DraftEdit = z.infer<typeof DraftEdit>

/** An issued report. It never changes; a correction is a report of its own that names it. */
export const IssuedReport = z.strictObject({
  reportId: z.string().min(1),
  kind: z.enum(REPORT_KINDS),
  /** Of follow-ups: 续报一 = 1; 0 for the other kinds. */
  ordinal: z.number().int().nonnegative(),
  /** Number for people, the same on screen and paper. */
  number: z.string().min(1),
  to: z.string().min(1),
  title: z.string().min(1),
  elements: z.array(ReportElement).min(1),
  signer: z.string().min(1),
  /** The report this one corrects, or null. */
  corrects: z.string().nullable(),
  /** Revision of the facts and version of the plan it was filled from. */
  incidentRevision: z.number().int(),
  planVersion: z.number().int().nullable(),
  /** SHA-256 (hex) of the kept paper and plain text. */
  contentHash: z.string().min(1),
})
export type IssuedReport = z.infer<typeof IssuedReport>

/** Ways a report goes up. */
export const REPORT_WAYS = ['phone', 'written'] as const

/** A report reached somebody; `at` is the time that was stated. A mistaken entry is replaced by another that names it in its basis. */
export const SentReport = z.strictObject({
  reportId: z.string().min(1),
  way: z.enum(REPORT_WAYS),
  to: z.string().min(1),
  at: z.string(),
  /** Name of the person who took it. */
  receivedBy: z.string().min(1),
  /** The duty this meets, e.g. `report-phone`, `report-follow:2`; empty = none of those listed. */
  duty: z.string(),
  /** True: this was not sent after all; takes back the entry named in the basis. */
  withdrawn: z.boolean(),
})
export type SentReport = z.infer<typeof SentReport>

/** Operations about reports. */
export const REPORT_OPS = {
  'v1.report.issued': IssuedReport,
  'v1.report.sent': SentReport,
} as const

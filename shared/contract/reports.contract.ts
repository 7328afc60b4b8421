import * as z from 'zod'
import {
  DraftEdit,
  IssuedReport,
  REPORT_KINDS,
  REPORT_WAYS,
  ReportElement,
  SentReport,
} from '../domain/command/report.ts'
import { PaperDocument } from '../domain/paper-document.ts'
import { EVIDENCE_MARKS } from '../domain/taxonomy.ts'
import { command, query } from './define.ts'

const CommandId = z.uuid()
const IncidentId = z.string().min(1)

/** A report that must go up by a time, and what met it. */
const Duty = z.strictObject({
  duty: z.string(),
  kind: z.enum(['initial', 'followUp', 'final']),
  to: z.string(),
  dueAt: z.string(),
  /** Null: somebody else's to make; shown, not watched. */
  way: z.enum([...REPORT_WAYS, 'either']).nullable(),
  /** The limit in words with its source. */
  basis: z.string(),
  evidence: z.enum(EVIDENCE_MARKS),
  /** The earliest sending that meets it. */
  met: z.strictObject({ number: z.string(), at: z.string(), receivedBy: z.string() }).nullable(),
  /** Seconds after the limit of what met it; null = not met. */
  lateS: z.number().int().nullable(),
})

const Sending = SentReport.extend({ opId: z.string(), who: z.string(), replaced: z.boolean() })

/** An issued report with what became of it. */
const ReportRow = IssuedReport.extend({
  opId: z.string(),
  /** 首报, 续报一 … */
  kindWords: z.string(),
  issuedAt: z.string(),
  who: z.string(),
  role: z.string(),
  sendings: z.array(Sending),
  correctedBy: z.array(z.string()),
  /** True: another seat gave the same number apart from this one. */
  sameNumber: z.boolean(),
  /** The frozen text, ready to copy; null = its content is not in this database (yet). */
  plainText: z.string().nullable(),
})
export type ReportRow = z.infer<typeof ReportRow>

const DraftLine = ReportElement.extend({
  was: z.string().nullable(),
  origin: z.enum(['filled', 'edited', 'added']),
  dropped: z.boolean(),
  newer: z.string().nullable(),
})
export type DraftLine = z.infer<typeof DraftLine>

/** Which report is drafted; `corrects` names the report of a correction. */
const DraftOf = { incidentId: IncidentId, kind: z.enum(REPORT_KINDS), corrects: z.string().nullable() }

/** Reports upward (首报、续报、终报): limits, drafts, issued reports. */
export const reportsContract = {
  /** Every limit with what met it, and every report in the order of the record. */
  overview: query({
    input: z.strictObject({ incidentId: IncidentId }),
    output: z.strictObject({
      duties: z.array(Duty),
      reports: z.array(ReportRow),
      /** The newest reports that no other follows; to be named when the next is issued. */
      heads: z.array(z.string()),
      /** Kind of report that is next. */
      nextKind: z.enum(['initial', 'followUp', 'final']),
    }),
    topics: ['reports', 'incidents'],
  }),
  /** The draft of a report: filled from facts, plan and record, with what officers changed over it. */
  draft: query({
    input: z.strictObject(DraftOf),
    output: z.strictObject({
      number: z.string(),
      title: z.string(),
      to: z.string(),
      signer: z.string(),
      lines: z.array(DraftLine),
      edits: z.array(DraftEdit),
      /** Notes from the scene that no report has told yet: lines to take over. */
      offers: z.array(ReportElement),
      incidentRevision: z.number().int(),
      planVersion: z.number().int().nullable(),
      /** When the draft was last changed by a person; null = never. */
      savedAt: z.string().nullable(),
    }),
    topics: ['reports', 'incidents', 'plans', 'orders'],
  }),
  /** Keeps what an officer changed; a draft is no operation of the record. */
  saveDraft: command({
    input: z.strictObject({
      commandId: CommandId,
      ...DraftOf,
      to: z.string().max(200),
      signer: z.string().max(50),
      edits: z.array(DraftEdit).max(500),
    }),
    output: z.strictObject({ savedAt: z.string() }),
    changes: ['reports'],
  }),
  /** Freezes a report as it stands on the screen. Refused with `conflict` when another report was issued meanwhile. */
  issue: command({
    input: z.strictObject({
      commandId: CommandId,
      ...DraftOf,
      to: z.string().trim().min(1, '请填写报送单位').max(200),
      signer: z.string().trim().min(1, '请填写签发人').max(50),
      elements: z.array(ReportElement).min(1, '报告没有内容；请至少写一项').max(500),
      heads: z.array(z.string()),
      incidentRevision: z.number().int(),
      planVersion: z.number().int().nullable(),
    }),
    output: z.strictObject({ reportId: z.string(), number: z.string(), title: z.string() }),
    changes: ['reports', 'journal'],
  }),
  /** A report reached somebody. `replaces` = the mistaken entry this one takes the place of. */
  recordSent: command({
    input: z.strictObject({
      commandId: CommandId,
      incidentId: IncidentId,
      sent: SentReport.extend({
        to: z.string().trim().min(1, '请填写报给谁').max(200),
        receivedBy: z.string().trim().min(1, '请填写接报人').max(50),
      }),
      replaces: z.string().nullable(),
    }),
    output: z.strictObject({}),
    changes: ['reports', 'journal'],
  }),
  /** The frozen paper of an issued report. */
  document: query({
    input: z.strictObject({ incidentId: IncidentId, reportId: z.string().min(1) }),
    output: PaperDocument,
    topics: ['reports'],
  }),
}

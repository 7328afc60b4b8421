import * as z from 'zod'
import type { IssuedReport } from '#shared/domain/command/report.ts'
import { PaperDocument } from '#shared/domain/paper-document.ts'
import { canonicalJson } from '#shared/kernel/digest.ts'
import { momentWords } from '#shared/text/reports/moment-words.ts'
import { reportDocument } from '#shared/text/reports/report-document.ts'
import { reportPlainText } from '#shared/text/reports/report-paper.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findContent } from '../../db/repositories/contents.repo.ts'
import type { Recorder } from '../../replication/journal.ts'

/** Paper and text of a report as it was issued, kept by hash: a later version of the program shows the same. */
const ReportContent = z.strictObject({
  schema: z.literal('report-content/1'),
  plainText: z.string(),
  document: PaperDocument,
})

/** Keeps paper and text of a report; returns the hash for its operation. */
export function keepReportContent(
  recorder: Recorder,
  report: Omit<IssuedReport, 'contentHash'>,
  issued: { readonly mode: 'real' | 'drill' | 'tabletop'; readonly unit: string; readonly at: string },
): string {
  const content: z.infer<typeof ReportContent> = {
    schema: 'report-content/1',
    plainText: reportPlainText(report, { unit: issued.unit, at: momentWords(issued.at) }),
    document: reportDocument(report, issued),
  }
  return recorder.keep(canonicalJson(content))
}

/** The kept paper and text, or null when this database does not have them (yet). */
export function findReportContent(db: ReadDb, hash: string): z.infer<typeof ReportContent> | null {
  const content = findContent(db, hash)
  return content === null ? null : ReportContent.parse(JSON.parse(content))
}

import type { StandingReport } from '#shared/command/reports/report-book.ts'
import type { ReportRow } from '#shared/contract/reports.contract.ts'
import { seatMarkOf } from '#shared/replication/op.ts'
import { reportKindWords } from '#shared/text/reports/report-names.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { findReportContent } from './report-content.ts'

/** An issued report for the screen; a number that two seats both gave carries the mark of the seat. */
export function reportRow(db: ReadDb, report: StandingReport): ReportRow {
  const { opId, body, issuedAt, by, sendings, correctedBy, sameNumber } = report
  return {
    ...body,
    opId,
    number: sameNumber ? `${body.number}·${seatMarkOf(opId)}` : body.number,
    kindWords: reportKindWords(body),
    issuedAt,
    who: by.user,
    role: by.role,
    sendings: sendings.map(({ opId: id, body: sent, by: { user }, replaced }) => ({
      ...sent,
      opId: id,
      who: user,
      replaced,
    })),
    correctedBy: [...correctedBy],
    sameNumber,
    plainText: findReportContent(db, body.contentHash)?.plainText ?? null,
  }
}

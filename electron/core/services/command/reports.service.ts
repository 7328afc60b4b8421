import { opsOfKind } from '#shared/command/heads.ts'
import { notesInForce } from '#shared/command/notes/field-notes.ts'
import { nextOrdinal, nextReportNumber, reportBookOf, type ReportBook } from '#shared/command/reports/report-book.ts'
import { draftElements } from '#shared/command/reports/report-draft.ts'
import { reportDuties } from '#shared/command/reports/report-duties.ts'
import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { IssuedReport, ReportKind } from '#shared/domain/command/report.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { fillReport } from '#shared/text/reports/fill-report.ts'
import { noteLines } from '#shared/text/reports/note-lines.ts'
import { reportTitle } from '#shared/text/reports/report-names.ts'
import {
  dropReportDraft,
  findReportDraft,
  saveReportDraft,
  type DraftName,
} from '../../db/repositories/report-draft.repo.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce, findAnswer } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { findReportContent, keepReportContent } from './report-content.ts'
import { limitsOf } from './report-limits.ts'
import { readReportedIncident, type ReportedIncident } from './report-situation.ts'
import { reportRow } from './report-row.ts'
import { requireMoment } from './stated-moment.ts'
import { unitOf } from './unit-of.ts'

/** Reports upward: limits, drafts, issued reports. */
export type ReportsService = AppHandlers['reports']

/** Builds the reports service. */
export function createReportsService(core: IncidentServiceParts): ReportsService {
  const bookOf = (incidentId: string): ReportBook => reportBookOf(core.log.opsOf(incidentId))
  return {
    overview: ({ incidentId }) => {
      const reported = readReportedIncident(core, incidentId)
      const book = reportBookOf(reported.ops)
      const duties = reportDuties(book, limitsOf(reported, book, core.references()))
      return {
        duties: duties.map(({ limit, met, lateS }) => ({
          ...limit,
          met: met === null ? null : { number: met.number, at: met.sent.at, receivedBy: met.sent.receivedBy },
          lateS,
        })),
        reports: book.reports.map((report) => reportRow(core.db, report)),
        heads: [...book.heads],
        nextKind: book.reports.length === 0 ? 'initial' : 'followUp',
      }
    },

    draft: ({ incidentId, kind, corrects }) => {
      const reported = readReportedIncident(core, incidentId)
      const book = reportBookOf(reported.ops)
      const corrected = correctedReport(book, kind, corrects)
      const stored = findReportDraft(core.db, draftName(incidentId, kind, corrects))
      const filled = fillReport(kind, reported.situation)
      const { to, signer } = lastSigned(book)
      return {
        number: nextReportNumber(book, reported.summary.number),
        title: titleOf(reported, book, { kind, corrected }),
        to: stored?.to ?? to,
        signer: stored?.signer ?? signer,
        lines: draftElements({
          ...{ kind, filled, edits: stored?.edits ?? [], book, corrected },
          saidThen: saidAtLastReport(reported, book),
        }),
        edits: [...(stored?.edits ?? [])],
        offers: noteLines(notesInForce(reported.ops)).filter(({ key }) => !book.told.has(key)),
        incidentRevision: reported.summary.revision,
        planVersion: reported.situation.plan?.version ?? null,
        savedAt: stored?.savedAt ?? null,
      }
    },

    saveDraft: (input, caller) => {
      const { incidentId, kind, corrects, to, signer, edits } = input
      const command = { channel: 'reports.saveDraft', input, output: appContract.reports.saveDraft.output }
      return answerOnce(core, command, () => {
        existingIncident(core.db, incidentId)
        const savedAt = wallTimeOf(core.nowMs())
        const { user } = authorOf(caller)
        saveReportDraft(core.db, draftName(incidentId, kind, corrects), { to, signer, edits, savedAt, who: user })
        return { savedAt }
      })
    },

    issue: (input, caller) => {
      const command = { channel: 'reports.issue', input, output: appContract.reports.issue.output }
      const kept = findAnswer(core.db, command)
      if (kept !== null) return kept
      if (caller.role === 'tactical') {
        throw new AppError('forbidden', '报告由行政指挥部签发；战术指挥部可以填写草稿，请行政指挥部签发', {
          path: 'kind',
          value: input.kind,
        })
      }
      return answerOnce(core, command, (recorder) => {
        const { incidentId, kind, corrects, to, signer, elements, incidentRevision, planVersion } = input
        const reported = readReportedIncident(core, incidentId)
        const book = reportBookOf(reported.ops)
        refuseSecondInitial(book, kind)
        refuseUnseen(book, input.heads)
        const corrected = correctedReport(book, kind, corrects)
        const report: Omit<IssuedReport, 'contentHash'> = {
          reportId: `report-${input.commandId}`,
          kind,
          ordinal: kind === 'followUp' ? nextOrdinal(book) : 0,
          number: nextReportNumber(book, reported.summary.number),
          to,
          title: titleOf(reported, book, { kind, corrected }),
          elements,
          signer,
          corrects,
          incidentRevision,
          planVersion,
        }
        const contentHash = keepReportContent(recorder, report, {
          mode: reported.incident.mode,
          unit: unitOf(core.library.current().head.region),
          at: wallTimeOf(core.nowMs()),
        })
        recorder.append({
          kind: 'v1.report.issued',
          incidentId,
          entity: `reports:${incidentId}`,
          basis: book.heads,
          by: authorOf(caller),
          body: { ...report, contentHash },
        })
        dropReportDraft(core.db, draftName(incidentId, kind, corrects))
        return { reportId: report.reportId, number: report.number, title: report.title }
      })
    },

    recordSent: (input, caller) => {
      const command = { channel: 'reports.recordSent', input, output: appContract.reports.recordSent.output }
      return answerOnce(core, command, (recorder) => {
        const { incidentId, sent, replaces } = input
        existingIncident(core.db, incidentId)
        const report = existingReport(bookOf(incidentId), sent.reportId)
        requireMoment(sent.at, 'sent.at')
        if (replaces !== null && !report.sendings.some(({ opId, replaced }) => opId === replaces && !replaced)) {
          throw new AppError('conflict', '要更正的报出记录已被更正过；请刷新后再看', {
            path: 'replaces',
            value: replaces,
          })
        }
        recorder.append({
          kind: 'v1.report.sent',
          incidentId,
          entity: `report:${sent.reportId}`,
          basis: replaces === null ? [] : [replaces],
          by: authorOf(caller),
          body: sent,
        })
        return {}
      })
    },

    document: ({ incidentId, reportId }) => {
      const { body } = existingReport(bookOf(incidentId), reportId)
      const content = findReportContent(core.db, body.contentHash)
      if (content !== null) return content.document
      throw new AppError(
        'not-found',
        `报告 ${body.number} 的正文不在本机（由另一席位签发，尚未传来）；请再次合并数据`,
        {
          path: 'reportId',
          value: reportId,
        },
      )
    },
  }
}

function draftName(incidentId: string, kind: ReportKind, corrects: string | null): DraftName {
  return { incidentId, draft: corrects === null ? kind : `${kind}:${corrects}` }
}

/** Keys of what the facts said when the newest report was made. */
function saidAtLastReport({ ops, situation }: ReportedIncident, book: ReportBook): ReadonlySet<string> {
  const revision = book.reports.at(-1)?.body.incidentRevision ?? 0
  const opened = opsOfKind(ops, 'v1.incident.opened').map(({ body }) => ({ revision: 1, incident: body.incident }))
  const known = [...opened, ...opsOfKind(ops, 'v1.incident.amended').map(({ body }) => body)]
  const incident = known.findLast((facts) => facts.revision === revision)?.incident
  if (incident === undefined) return new Set()
  const lines = fillReport('followUp', { ...situation, incident })
  return new Set(lines.flatMap(({ key, state }) => (state === 'toVerify' ? [] : [key])))
}

/** Who signed and got the newest report: the usual answer for the next. */
function lastSigned(book: ReportBook): { to: string; signer: string } {
  const last = book.reports.at(-1)?.body
  return { to: last?.to ?? '宁波市应急指挥部', signer: last?.signer ?? '' }
}

function titleOf(
  { summary, incident, situation }: ReportedIncident,
  book: ReportBook,
  { kind, corrected }: { kind: ReportKind; corrected: IssuedReport | null },
): string {
  const title = summary.title === '' ? (situation.town ?? summary.number) : summary.title
  const ordinal = kind === 'followUp' ? nextOrdinal(book) : 0
  return reportTitle({ kind, ordinal }, { title, mode: incident.mode }, corrected?.title ?? null)
}

function existingReport(book: ReportBook, reportId: string): ReportBook['reports'][number] {
  const report = book.reports.find(({ body }) => body.reportId === reportId)
  if (report !== undefined) return report
  throw new AppError('not-found', `没有编号为“${reportId}”的报告；请刷新列表后重试`, {
    path: 'reportId',
    value: reportId,
  })
}

function correctedReport(book: ReportBook, kind: ReportKind, corrects: string | null): IssuedReport | null {
  if ((kind === 'correction') !== (corrects !== null)) {
    throw new AppError('bad-input', '更正报告必须指明更正哪一份，其他报告不得指明；请从报告列表中点“更正”', {
      path: 'corrects',
      value: corrects,
    })
  }
  return corrects === null ? null : existingReport(book, corrects).body
}

function refuseSecondInitial(book: ReportBook, kind: ReportKind): void {
  const first = book.reports.find(({ body }) => body.kind === 'initial')
  if (kind !== 'initial' || first === undefined) return
  throw new AppError('conflict', `首报 ${first.body.number} 已签发；新情况请写续报，写错请发更正报告`, {
    path: 'kind',
    value: first.body.number,
  })
}

/** A report must not be issued over one its signer has not seen. */
function refuseUnseen(book: ReportBook, seen: readonly string[]): void {
  const unseen = book.reports.find(({ opId }) => book.heads.includes(opId) && !seen.includes(opId))
  if (unseen === undefined) return
  throw new AppError('conflict', `刚刚已签发 ${unseen.body.number}《${unseen.body.title}》，本次未签发；请对照后再签`, {
    path: 'heads',
    value: unseen.body.number,
  })
}

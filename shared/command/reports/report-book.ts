import type { IssuedReport, ReportElement, SentReport } from '../../domain/command/report.ts'
import type { Author, Op, OpId } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'

/** One entry that a report went out; `replaced` = another entry took its place. */
export interface ReportSending {
  readonly opId: OpId
  readonly body: SentReport
  readonly by: Author
  readonly replaced: boolean
}

/** An issued report with what became of it. */
export interface StandingReport {
  readonly opId: OpId
  readonly body: IssuedReport
  /** Wall time of the seat that issued it. */
  readonly issuedAt: string
  readonly by: Author
  readonly sendings: readonly ReportSending[]
  /** Ids of the reports that correct it. */
  readonly correctedBy: readonly string[]
  /** True when another report has the same number: two seats issued apart. */
  readonly sameNumber: boolean
}

/** All reports of an incident, in the order of the record. */
export interface ReportBook {
  readonly reports: readonly StandingReport[]
  /** Reports that no later one follows: more than one = two seats issued apart, until the next report names them all. */
  readonly heads: readonly OpId[]
  /** The newest told line of each key. */
  readonly told: ReadonlyMap<string, ReportElement>
  /** Entries about reports that are not in this record (yet). */
  readonly strays: readonly ReportSending[]
}

/** The reports of an incident from its operations. */
export function reportBookOf(ops: readonly Op[]): ReportBook {
  const issued = opsOfKind(ops, 'v1.report.issued')
  const sent = opsOfKind(ops, 'v1.report.sent')
  const standing = new Set<OpId>(headsOf(sent).map(({ id }) => id))
  const sendings = sent.map(({ id, body, by }): ReportSending => ({
    opId: id,
    body,
    by,
    replaced: !standing.has(id) || body.withdrawn,
  }))
  const known = new Set(issued.map(({ body }) => body.reportId))
  const reports = issued.map(({ id, body, wall, by }): StandingReport => ({
    opId: id,
    body,
    issuedAt: wall,
    by,
    sendings: sendings.filter((sending) => sending.body.reportId === body.reportId),
    correctedBy: issued.flatMap((other) => (other.body.corrects === body.reportId ? [other.body.reportId] : [])),
    sameNumber: issued.some((other) => other.id !== id && other.body.number === body.number),
  }))
  return {
    reports,
    heads: headsOf(issued).map(({ id }) => id),
    told: new Map(issued.flatMap(({ body }) => body.elements.map((element) => [element.key, element] as const))),
    strays: sendings.filter(({ body }) => !known.has(body.reportId)),
  }
}

/** Number of the next report of an incident, e.g. `BL-20260714-001-报02`. */
export function nextReportNumber(book: ReportBook, incidentNumber: string): string {
  return `${incidentNumber}-报${String(book.reports.length + 1).padStart(2, '0')}`
}

/** Ordinal of the next follow-up. */
export function nextOrdinal(book: ReportBook): number {
  return Math.max(0, ...book.reports.map(({ body }) => body.ordinal)) + 1
}

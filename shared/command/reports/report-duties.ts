import type { ReportKind, SentReport } from '../../domain/command/report.ts'
import { parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { ReportBook } from './report-book.ts'

/** A report that must go up by a time. */
export interface ReportLimit {
  readonly duty: string
  readonly kind: Exclude<ReportKind, 'correction'>
  readonly to: string
  readonly dueAt: string
  /** Null: it is somebody else's to make, such as the unit where it happened; shown, not watched. */
  readonly way: SentReport['way'] | 'either' | null
}

/** A limit with what met it. */
export interface ReportDuty<L extends ReportLimit = ReportLimit> {
  readonly limit: L
  /** The earliest sending that meets it; null = none yet. */
  readonly met: { readonly number: string; readonly sent: SentReport } | null
  /** Seconds after the limit (迟报) of what met it; 0 = in time; null = not met yet. */
  readonly lateS: number | null
}

/** Judges every limit by the stated times of the sendings; whether an open one has run out is for the clock of the screen. */
export function reportDuties<L extends ReportLimit>(book: ReportBook, limits: readonly L[]): ReportDuty<L>[] {
  const sendings = book.reports.flatMap(({ body, sendings: all }) =>
    all.filter(({ replaced }) => !replaced).map(({ body: sent }) => ({ number: body.number, sent })),
  )
  return limits.map((limit) => {
    const meeting = sendings.filter(({ sent }) => sent.duty === limit.duty)
    const [met] = sortedBy(meeting, ({ sent, number }) => [epochOf(sent.at), number])
    if (met === undefined) return { limit, met: null, lateS: null }
    return { limit, met, lateS: Math.max(0, epochOf(met.sent.at) - epochOf(limit.dueAt)) }
  })
}

function epochOf(at: string): number {
  return parseInstant(at)?.epochS ?? Number.MAX_SAFE_INTEGER
}

import type { ReportElement, ReportKind } from '../../domain/command/report.ts'
import { figureLines } from './figure-lines.ts'
import { contactLines, gapLines, leaderLines, reachLines, riseLines } from './plan-lines.ts'
import { linesOf, type MeasureLine, type ReportSituation } from './report-situation.ts'
import { callLines, weatherLines } from './scene-lines.ts'

/**
 * Every line the console can fill from facts, plan and record, in the order of the paper. Nothing is invented: what nobody
 * said is 待核, a figure names who said it and when, a number worked out by the plan says so. Design rule.
 */
export function fillReport(kind: ReportKind, situation: ReportSituation): ReportElement[] {
  const { plan } = situation
  const trend = [...weatherLines(situation), ...(plan === null ? [] : riseLines(plan))]
  const next = plan === null ? [] : gapLines(plan)
  return [
    ...callLines(situation),
    ...figureLines('casualties', situation),
    ...figureLines('loss', situation),
    ...figureLines('impact', situation),
    ...(plan === null ? [] : reachLines(plan)),
    ...orToVerify('trend', trend),
    ...leaderLines(plan),
    ...orToVerify('measures', situation.measures.map(measureLine)),
    ...orToVerify('next', next),
    ...contactLines(plan),
    ...(kind === 'final' ? CLOSING.map((field) => linesOf(field).toVerify('')) : []),
  ]
}

const CLOSING = ['aftermath', 'rebuild', 'evaluation'] as const

function measureLine({ key, text, source, asOf }: MeasureLine): ReportElement {
  return linesOf('measures').known(key, text, source, asOf)
}

function orToVerify(field: ReportElement['field'], lines: readonly ReportElement[]): readonly ReportElement[] {
  return lines.length === 0 ? [linesOf(field).toVerify('')] : lines
}

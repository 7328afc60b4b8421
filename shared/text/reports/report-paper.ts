import type { IssuedReport, ReportElement, ReportField } from '../../domain/command/report.ts'
import { REPORT_FIELDS } from '../../domain/command/report.ts'
import { groupBy } from '../../kernel/order.ts'
import { REPORT_FIELD_WORDS } from './report-names.ts'

/** The text of a report, ready to be read out over the telephone or pasted into another system. */
export function reportPlainText(
  report: Pick<IssuedReport, 'number' | 'title' | 'to' | 'signer' | 'elements'>,
  issuer: { readonly unit: string; readonly at: string },
): string {
  const body = fieldTexts(report.elements).map(({ name, lines }) => `${name}：${lines.join('；')}`)
  return [
    report.title,
    `编号：${report.number}`,
    `报送：${report.to}`,
    ...body,
    `签发人：${report.signer}`,
    `${issuer.unit}　${issuer.at}`,
  ].join('\n')
}

/** The lines of each field, in the order of the paper, each with its source and time in brackets. */
export function fieldTexts(
  elements: readonly ReportElement[],
): { readonly field: ReportField; readonly name: string; readonly lines: readonly string[] }[] {
  const byField = groupBy(elements, ({ field }) => field)
  return REPORT_FIELDS.flatMap((field) => {
    const lines = (byField.get(field) ?? []).map(elementWords)
    return lines.length === 0 ? [] : [{ field, name: REPORT_FIELD_WORDS[field], lines }]
  })
}

/** `死亡：0人（119，10:20）`; a line that says its own source carries no bracket. */
export function elementWords({ text, source, asOf }: ReportElement): string {
  const marks = [source, asOf === null ? '' : `${asOf.slice(5, 10)} ${asOf.slice(11, 16)}`].filter(
    (mark) => mark !== '',
  )
  return marks.length === 0 ? text : `${text}（${marks.join('，')}）`
}

import type { DraftEdit, IssuedReport, ReportElement, ReportKind } from '../../domain/command/report.ts'
import { REPORT_FIELDS } from '../../domain/command/report.ts'
import { sortedBy } from '../../kernel/order.ts'
import type { ReportBook } from './report-book.ts'

/** A line of a draft: as it will be issued, beside what the console would fill in now. */
export interface DraftElement extends ReportElement {
  /** What was told upward before; null = nothing yet. */
  readonly was: string | null
  readonly origin: 'filled' | 'edited' | 'added'
  /** True: left out of the report by the officer. */
  readonly dropped: boolean
  /** What the facts say now, when that changed since the officer wrote his own line; null = nothing newer. */
  readonly newer: string | null
}

/**
 * The lines of a draft. A follow-up has only what is new since the reports before; a correction starts from the report it
 * corrects; an initial or a final report has every line. What an officer wrote is never overwritten.
 */
export function draftElements(wish: {
  readonly kind: ReportKind
  readonly filled: readonly ReportElement[]
  readonly edits: readonly DraftEdit[]
  readonly book: ReportBook
  readonly corrected: IssuedReport | null
  /** Keys of lines that the facts said when the newest report was made: unknown now, they were taken back. */
  readonly saidThen: ReadonlySet<string>
}): DraftElement[] {
  const { book, edits } = wish
  const base = baseOf(wish)
  const byKey = new Map(edits.map((edit) => [edit.key, edit]))
  const toldOf = (key: string): string | null => book.told.get(key)?.text ?? null
  const fromBase = base.map((element): DraftElement => {
    const edit = byKey.get(element.key)
    if (edit === undefined) {
      return { ...element, was: toldOf(element.key), origin: 'filled', dropped: false, newer: null }
    }
    const newer = edit.over !== null && edit.over !== element.text ? element.text : null
    return { ...lineOf(edit), was: toldOf(edit.key), origin: 'edited', dropped: edit.dropped, newer }
  })
  const inBase = new Set(base.map(({ key }) => key))
  const added = edits
    .filter((edit) => !inBase.has(edit.key) && !edit.dropped)
    .map((edit): DraftElement => {
      const origin = edit.over === null ? 'added' : 'edited'
      return { ...lineOf(edit), was: toldOf(edit.key), origin, dropped: false, newer: null }
    })
  return sortedBy([...fromBase, ...added], ({ field }) => [REPORT_FIELDS.indexOf(field)])
}

/** True when the line says something else than the reports before it. */
export function isNews(element: ReportElement, book: ReportBook): boolean {
  const told = book.told.get(element.key)
  return told === undefined || told.text !== element.text || told.state !== element.state
}

/** How sure a line is, by its own words: 待核 is not known, 至少, 至多, 约 and a range are not exact. */
export function stateOfText(text: string): ReportElement['state'] {
  if (text.trim() === '' || text.includes('待核')) return 'toVerify'
  return /至少|至多|约|\d+\S{0,3}至\S{0,3}\d+|\d+[-~—]\d+/.test(text) ? 'range' : 'known'
}

function baseOf({
  kind,
  filled,
  book,
  corrected,
  saidThen,
}: Parameters<typeof draftElements>[0]): readonly ReportElement[] {
  if (kind === 'correction') return corrected?.elements ?? []
  if (kind !== 'followUp') return filled
  // What the facts do not say is no news, also when an officer told it by hand; what they said and no longer say is.
  return filled.filter((line) => isNews(line, book) && (line.state !== 'toVerify' || saidThen.has(line.key)))
}

function lineOf({ key, field, text, source, asOf, state }: DraftEdit): ReportElement {
  return { key, field, text, source, asOf, state }
}

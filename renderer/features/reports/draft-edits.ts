import { stateOfText } from '#shared/command/reports/report-draft.ts'
import type { DraftLine } from '#shared/contract/reports.contract.ts'
import type { DraftEdit, ReportElement } from '#shared/domain/command/report.ts'

/** Edits by the key of their line that are not saved yet; null = the line goes back to what the facts say. */
export type DirtyEdits = ReadonlyMap<string, DraftEdit | null>

/** The lines as the officer sees them: what the core answered, with what he typed since. */
export function shownLines(lines: readonly DraftLine[], dirty: DirtyEdits): DraftLine[] {
  const known = new Set(lines.map(({ key }) => key))
  const shown = lines.flatMap((line): DraftLine[] => {
    const edit = dirty.get(line.key)
    if (edit === undefined) return [line]
    if (edit === null) return line.origin === 'added' ? [] : [{ ...line, ...backTo(line) }]
    return [{ ...line, ...lineOf(edit), origin: edit.over === null ? 'added' : 'edited', dropped: edit.dropped }]
  })
  const added = [...dirty].flatMap(([key, edit]): DraftLine[] =>
    known.has(key) || edit === null || edit.dropped
      ? []
      : [{ ...lineOf(edit), was: null, origin: 'added', dropped: false, newer: null }],
  )
  return [...shown, ...added]
}

/** Unsaved edits without those the core has by now. */
export function unsavedOf(dirty: DirtyEdits, saved: readonly DraftEdit[]): DirtyEdits {
  const byKey = new Map(saved.map((edit) => [edit.key, JSON.stringify(edit)]))
  return new Map(
    [...dirty].filter(([key, edit]) => (edit === null ? byKey.has(key) : byKey.get(key) !== JSON.stringify(edit))),
  )
}

/** All edits as they are to be kept. */
export function allEdits(saved: readonly DraftEdit[], dirty: DirtyEdits): DraftEdit[] {
  const edits = new Map(saved.map((edit) => [edit.key, edit]))
  for (const [key, edit] of dirty) {
    if (edit === null) edits.delete(key)
    else edits.set(key, edit)
  }
  return [...edits.values()]
}

/** An edit of a line; what it is changed from is remembered, so that newer facts can be told. */
export function editOf(line: DraftLine, saved: readonly DraftEdit[], change: Partial<DraftEdit>): DraftEdit {
  const over = line.origin === 'filled' ? line.text : (saved.find(({ key }) => key === line.key)?.over ?? null)
  const edit: DraftEdit = { ...lineOf(line), dropped: line.dropped, over, ...change }
  // Written in the order of the schema, as the core gives it back.
  const { key, field, source, asOf, dropped } = edit
  // A draft has no empty lines; one that is blank is 待核 when it is signed.
  const text = edit.text === '' ? ' ' : edit.text
  return { key, field, text, source, asOf, state: stateOfText(text), dropped, over: edit.over }
}

/** What is issued: every line that was not left out; a blank one is 待核. */
export function elementsOf(lines: readonly DraftLine[], blank: string): ReportElement[] {
  return lines
    .filter(({ dropped }) => !dropped)
    .map((line) => (line.text.trim() === '' ? { ...lineOf(line), text: blank, state: 'toVerify' } : lineOf(line)))
}

function lineOf({ key, field, text, source, asOf, state }: ReportElement): ReportElement {
  return { key, field, text, source, asOf, state }
}

function backTo(line: DraftLine): Pick<DraftLine, 'text' | 'origin' | 'dropped' | 'newer'> {
  return { text: line.newer ?? line.text, origin: 'filled', dropped: false, newer: null }
}

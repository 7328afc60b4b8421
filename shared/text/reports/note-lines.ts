import type { StandingNote } from '../../command/notes/field-notes.ts'
import type { ReportElement } from '../../domain/command/report.ts'
import { linesOf } from './report-situation.ts'

/** Notes from the scene as lines of a report: what was seen, where, by whom and when; pictures are counted. */
export function noteLines(notes: readonly StandingNote[]): ReportElement[] {
  return notes.map(({ body: { noteId, text, place, author, takenAt, attachments } }) => {
    const pictures = attachments.length === 0 ? '' : `（附照片${attachments.length}张）`
    const where = place === '' ? '' : `${place}：`
    const words = `${where}${text === '' ? '现场照片' : text}${pictures}`
    return linesOf('course').known(noteId, words, author, takenAt)
  })
}

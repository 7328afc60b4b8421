import type { Op } from './op.ts'

/** Hash of the content an operation names, which is kept beside the log; null = it names none. */
export function contentHashOf(op: Op): string | null {
  return op.kind === 'v1.plan.published' || op.kind === 'v1.report.issued' ? op.body.contentHash : null
}

/** Hashes of the pictures an operation names, which are kept beside the log too. */
export function attachmentHashesOf(op: Op): string[] {
  return op.kind === 'v1.note.added' ? op.body.attachments.map(({ hash }) => hash) : []
}

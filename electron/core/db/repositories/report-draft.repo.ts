import * as z from 'zod'
import { DraftEdit } from '#shared/domain/command/report.ts'
import type { ReadDb, WriteDb } from '../db-types.ts'
import { firstRow, jsonOf, textOf } from '../rows.ts'

/** What officers changed in a report that is not issued yet. */
export interface StoredReportDraft {
  readonly to: string
  readonly signer: string
  readonly edits: readonly DraftEdit[]
  /** Wall time of the console, ISO 8601. */
  readonly savedAt: string
  readonly who: string
}

/** Names a draft: the incident, and the kind of report (of a correction with the report it corrects). */
export interface DraftName {
  readonly incidentId: string
  readonly draft: string
}

/** The draft of that name, or null. */
export function findReportDraft(db: ReadDb, { incidentId, draft }: DraftName): StoredReportDraft | null {
  const row = firstRow(db, 'SELECT * FROM report_drafts WHERE incident_id = ? AND draft = ?', [incidentId, draft])
  if (row === null) return null
  return {
    to: textOf(row, 'addressee'),
    signer: textOf(row, 'signer'),
    edits: z.array(DraftEdit).parse(jsonOf(row, 'edits')),
    savedAt: textOf(row, 'saved_at'),
    who: textOf(row, 'who'),
  }
}

/** Keeps a draft in place of the one before. */
export function saveReportDraft(db: WriteDb, { incidentId, draft }: DraftName, content: StoredReportDraft): void {
  db.prepare(
    `INSERT OR REPLACE INTO report_drafts (incident_id, draft, addressee, signer, edits, saved_at, who)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    ...[incidentId, draft, content.to, content.signer],
    ...[JSON.stringify(content.edits), content.savedAt, content.who],
  )
}

/** Removes a draft that became a report. */
export function dropReportDraft(db: WriteDb, { incidentId, draft }: DraftName): void {
  db.prepare('DELETE FROM report_drafts WHERE incident_id = ? AND draft = ?').run(incidentId, draft)
}

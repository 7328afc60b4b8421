import type {
  ImportCounts,
  ImportMapping,
  ImportOutcome,
  ImportPreview,
  ImportProgress,
  ImportReportPage,
  ImportSource,
  ImportSystem,
} from '#shared/contract/imports.contract.ts'
import type { BatchStamp } from '../keeping/library-change.ts'
import type { ExportAsk } from '../exports/write-export.ts'
import type { WrittenImport } from './write-import.ts'

/** A page of the report that is asked for; `outcome` null = all rows. */
export interface ReportAsk {
  readonly outcome: ImportOutcome | null
  readonly offset: number
  readonly limit: number
}

/** What a check found. With a question open the rows are compared as they stand in the file. */
export interface CheckedImport {
  readonly question: { readonly message: string; readonly proposal: ImportSystem | null } | null
  readonly sources: readonly ImportSource[]
  readonly counts: ImportCounts
}

/**
 * Where files are read, checked and compared, apart from the core: on a thread of its own in the application. It holds
 * everything of one import; nothing of it is stored.
 */
export interface ImportDesk {
  open(paths: readonly string[]): Promise<readonly ImportSource[]>
  preview(source: number): Promise<ImportPreview>
  setMapping(source: number, mapping: ImportMapping): Promise<ImportPreview>
  check(crs: ImportSystem | null): Promise<CheckedImport>
  report(ask: ReportAsk): Promise<ImportReportPage>
  /** Refused rows of all files as CSV, one a kind. */
  refusedRows(): Promise<RefusedRowsFile[]>
  /** @throws AppError `conflict` when files or library are no longer what was checked; check again then. */
  commit(ask: CommitAsk): Promise<WrittenImport & { readonly plans: number }>
  /** Takes a whole batch back; for a desk without files. */
  undo(batchId: number, stamp: BatchStamp): Promise<WrittenImport>
  /** Writes an export and records it; for a desk without files. Answers how many records it holds. */
  exportTo(ask: ExportAsk): Promise<number>
  /** Asks work under way to stop; what is being written then leaves nothing. */
  stop(): void
  /** Ends it; calls under way are refused as `cancelled`. */
  dispose(): void
}

/** Refused rows of one kind. */
export interface RefusedRowsFile {
  readonly fileName: string
  readonly text: string
}

/** Who writes it and what of it. */
export interface CommitAsk {
  readonly stamp: BatchStamp
  readonly skipRefused: boolean
  readonly retireAbsent: boolean
}

/** What a desk is made with. */
export interface DeskParts {
  readonly resourcesFolder: string
  readonly databasePath: string
  readonly onProgress: (progress: ImportProgress) => void
}

/** Makes the desk of one import. */
export type OpenDesk = (parts: DeskParts) => ImportDesk

import * as z from 'zod'

/**
 * What a change of the library was: the data a database began with, an import, an edit, a demo record verified as real,
 * a record retired or brought back, an undone batch, a stock-taking, a step in the life of a lot, a lot written off.
 */
export const BATCH_KINDS = [
  'initial',
  'import',
  'edit',
  'verified',
  'retire',
  'restore',
  'undo',
  'stockTaking',
  'stockStep',
  'writeOff',
] as const
export const BatchKind = z.enum(BATCH_KINDS)
export type BatchKind = z.infer<typeof BatchKind>

import * as z from 'zod'
import { ExportChoice } from '#shared/contract/exports.contract.ts'
import { IMPORT_OUTCOMES, IMPORT_SYSTEMS, ImportMapping, ImportProgress } from '#shared/contract/imports.contract.ts'
import { ERROR_CODES } from '#shared/kernel/app-error.ts'

/** What the worker is started with. `stop` is shared memory: not 0 = stop at the next chance. */
export const WorkerStart = z.strictObject({
  databasePath: z.string(),
  resourcesFolder: z.string(),
  stop: z.instanceof(SharedArrayBuffer),
})

const Count = z.number().int().nonnegative()
const id = z.number().int()

const Stamp = z.strictObject({
  recordedAt: z.string(),
  who: z.string(),
  role: z.string(),
  seat: z.string(),
  reason: z.string(),
})

/** What the core asks of its import worker; it answers one after the other. */
export const ToImporter = z.discriminatedUnion('call', [
  z.strictObject({ id, call: z.literal('open'), paths: z.array(z.string()) }),
  z.strictObject({ id, call: z.literal('preview'), source: Count }),
  z.strictObject({ id, call: z.literal('setMapping'), source: Count, mapping: ImportMapping }),
  z.strictObject({ id, call: z.literal('check'), crs: z.enum(IMPORT_SYSTEMS).nullable() }),
  z.strictObject({
    id,
    call: z.literal('report'),
    outcome: z.enum(IMPORT_OUTCOMES).nullable(),
    offset: Count,
    limit: Count,
  }),
  z.strictObject({ id, call: z.literal('refusedRows') }),
  z.strictObject({
    id,
    call: z.literal('commit'),
    stamp: Stamp,
    skipRefused: z.boolean(),
    retireAbsent: z.boolean(),
  }),
  z.strictObject({
    id,
    call: z.literal('exportTo'),
    choice: ExportChoice,
    keys: z.array(z.string()).nullable(),
    target: z.string(),
    stamp: Stamp,
  }),
  z.strictObject({ id, call: z.literal('undo'), batchId: z.number().int(), stamp: Stamp }),
])
export type ToImporter = z.infer<typeof ToImporter>

/** What the import worker says. */
export const FromImporter = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), progress: ImportProgress }),
  z.strictObject({ kind: z.literal('answer'), id, value: z.unknown() }),
  /** Refused; `report` is null for a bug, which `text` then tells. */
  z.strictObject({
    kind: z.literal('failed'),
    id,
    report: z
      .strictObject({ code: z.enum(ERROR_CODES), message: z.string(), path: z.string(), value: z.unknown() })
      .nullable(),
    text: z.string(),
  }),
])
export type FromImporter = z.infer<typeof FromImporter>

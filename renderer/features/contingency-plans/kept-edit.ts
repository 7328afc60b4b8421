import * as z from 'zod'
import type { PlanEdit } from '../../app/plan-desk.ts'

/** Unsaved work as it is kept beside the preferences of this seat, so that a closed or crashed window loses none. */
const KeptEdit = z.strictObject({
  base: z
    .strictObject({
      planId: z.string(),
      version: z.number().int().positive(),
      revision: z.number().int().positive(),
    })
    .nullable(),
  title: z.string(),
  mode: z.enum(['form', 'text']),
  value: z.record(z.string(), z.json()),
  text: z.string(),
  formChanged: z.boolean(),
  dirty: z.boolean(),
  note: z.string(),
})

const keyOf = (headquarters: string): string => `contingency-plan-edit-${headquarters}`

/** Keeps unsaved work of one window; what is saved or given up is forgotten. */
export function keepEdit(
  storage: Pick<Storage, 'setItem' | 'removeItem'>,
  headquarters: string,
  edit: PlanEdit | null,
): void {
  if (edit?.dirty === true) storage.setItem(keyOf(headquarters), JSON.stringify(edit))
  else storage.removeItem(keyOf(headquarters))
}

/** Unsaved work of an earlier window; null when there is none or it cannot be read. */
export function readKeptEdit(storage: Pick<Storage, 'getItem'>, headquarters: string): PlanEdit | null {
  const kept = storage.getItem(keyOf(headquarters))
  if (kept === null) return null
  try {
    const read = KeptEdit.safeParse(JSON.parse(kept))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

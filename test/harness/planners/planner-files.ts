import { join } from 'node:path'

/** Entries of planner workers as plain Node runs them: the product's own, and two for trials. */
export const PLANNER = join(import.meta.dirname, '../../../electron/core/solver/planner-worker.ts')
export const HOLDING_PLANNER = join(import.meta.dirname, 'holding-planner.ts')
export const DYING_PLANNER = join(import.meta.dirname, 'dying-planner.ts')

import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { type EvacueeRow, occupancyAfter, presentByShelter } from '#shared/domain/evacuee.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { applyLibraryBatch, type AppliedBatch } from '../../keeping/apply-library-batch.ts'
import type { BatchStamp, RecordChange } from '../../keeping/library-change.ts'
import type { RecordsParts } from '../records/record-parts.ts'

/** One person before and after; null = not on the list. */
export interface EvacueeChange {
  readonly before: EvacueeRow | null
  readonly after: EvacueeRow | null
}

/** What kind of batch it is, and which one it takes back. */
interface BatchPurpose {
  readonly kind: 'edit' | 'undo'
  readonly undoes: number | null
}

/** Writes people and, with them, the numbers of the shelters they came to or left: one batch. */
export function writeEvacuees(
  core: RecordsParts,
  changes: readonly EvacueeChange[],
  stamp: BatchStamp,
  purpose: BatchPurpose = { kind: 'edit', undoes: null },
): AppliedBatch {
  const records = changes.map(({ before, after }): RecordChange => {
    return { kind: 'evacuees', key: (after ?? before)?.id ?? '', before, after }
  })
  const shelters = shelterChanges(core.library.current(), changes)
  return applyLibraryBatch(core.db, { ...stamp, ...purpose, changes: [...records, ...shelters] })
}

function shelterChanges(dataset: Dataset, changes: readonly EvacueeChange[]): RecordChange[] {
  const before = presentByShelter(changes.flatMap((change) => change.before ?? []))
  const after = presentByShelter(changes.flatMap((change) => change.after ?? []))
  const standing = presentByShelter(dataset.evacuees)
  return dataset.shelters.flatMap((shelter): RecordChange[] => {
    const now = standing.get(shelter.id) ?? 0
    const then = now - (before.get(shelter.id) ?? 0) + (after.get(shelter.id) ?? 0)
    if (then === now) return []
    const changed = { ...shelter, occupied: occupancyAfter(shelter, now, then) }
    return [{ kind: 'shelters', key: shelter.id, before: shelter, after: changed }]
  })
}

/** A person of the list. @throws AppError `not-found`. */
export function evacueeOf({ evacuees }: Pick<Dataset, 'evacuees'>, id: string): EvacueeRow {
  const row = evacuees.find((one) => one.id === id)
  if (row !== undefined) return row
  throw new AppError('not-found', `${TABLES.evacuees.title}中没有编号为“${id}”的人；请重新查找`, {
    path: 'evacueeId',
    value: id,
  })
}

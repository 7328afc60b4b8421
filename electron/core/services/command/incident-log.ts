import type { Op } from '#shared/replication/op.ts'
import type { ReadDb } from '../../db/db-types.ts'
import { countOpsOf, readOpsOf } from '../../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../../replication/known-op.ts'

/** The record of each incident as values: what every state of command is worked out from. */
export interface IncidentLog {
  /** Operations of an incident that this version knows, a cause before its effects; the same list until something is added. */
  opsOf(incidentId: string): readonly Op[]
}

/** Reads the record of an incident once and again only when it grew, also by entries of another seat that sort in between. */
export function createIncidentLog(db: ReadDb): IncidentLog {
  const kept = new Map<string, { readonly count: number; readonly ops: readonly Op[] }>()
  return {
    opsOf: (incidentId) => {
      const count = countOpsOf(db, incidentId)
      const known = kept.get(incidentId)
      if (known?.count === count) return known.ops
      const ops = readOpsOf(db, incidentId).flatMap(({ op }) => readKnownOp(op) ?? [])
      kept.set(incidentId, { count, ops })
      return ops
    },
  }
}

import * as z from 'zod'
import { Incident } from '#shared/domain/incident.ts'
import { LevelOverride, LevelRise, RiseSeen } from '#shared/domain/level-record.ts'
import { LEVELS } from '#shared/domain/taxonomy.ts'
import type { Op, OpEnvelope } from '#shared/replication/op.ts'

const Opened = z.strictObject({ number: z.string(), incident: Incident, receivedAt: z.string() })
const Amended = z.strictObject({ revision: z.number().int(), incident: Incident, receivedAt: z.string() })
const Published = z.strictObject({
  version: z.number().int(),
  incidentRevision: z.number().int(),
  level: z.enum(LEVELS).nullable(),
  findings: z.number().int(),
  datasetVersion: z.string(),
  elapsedMs: z.number(),
  contentHash: z.string(),
})

const Weighted = z.strictObject({ parameter: z.string(), value: z.number().nullable(), shipped: z.number() })

/**
 * The operation with its body read, or null for a kind this version does not know (it is kept, not applied).
 *
 * @throws ZodError when a known kind has another body.
 */
export function readKnownOp(op: OpEnvelope): Op | null {
  switch (op.kind) {
    case 'v1.incident.opened':
      return { ...op, kind: op.kind, body: Opened.parse(op.body) }
    case 'v1.incident.amended':
      return { ...op, kind: op.kind, body: Amended.parse(op.body) }
    case 'v1.incident.graded':
      return { ...op, kind: op.kind, body: LevelOverride.parse(op.body) }
    case 'v1.incident.levelRose':
      return { ...op, kind: op.kind, body: LevelRise.parse(op.body) }
    case 'v1.incident.riseSeen':
      return { ...op, kind: op.kind, body: RiseSeen.parse(op.body) }
    case 'v1.plan.published':
      return { ...op, kind: op.kind, body: Published.parse(op.body) }
    case 'v1.plan.weighted':
      return { ...op, kind: op.kind, body: Weighted.parse(op.body) }
    default:
      return null
  }
}

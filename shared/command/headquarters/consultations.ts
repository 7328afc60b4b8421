import type { ConsultationHeld } from '../../domain/command/consultation.ts'
import type { Op } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'

/** A consultation as it stands in the record. */
export interface Consultation extends ConsultationHeld {
  readonly opId: string
  readonly recordedAt: string
  /** Ids of later consultations that correct this one; it stays as it was. */
  readonly correctedBy: readonly string[]
}

/** The consultations of an incident in the order of the record. */
export function consultationsOf(ops: readonly Op[]): Consultation[] {
  const held = opsOfKind(ops, 'v1.consultation.held')
  return held.map(({ id, wall, body }) => ({
    ...body,
    opId: id,
    recordedAt: wall,
    correctedBy: held.flatMap((later) =>
      later.body.corrects === body.consultationId ? [later.body.consultationId] : [],
    ),
  }))
}

/** When the next consultation is due by the last one that is not corrected; null when none is set. */
export function nextConsultationAt(consultations: readonly Consultation[]): string | null {
  return consultations.findLast(({ correctedBy }) => correctedBy.length === 0)?.nextAt ?? null
}

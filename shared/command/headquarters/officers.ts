import type { ShiftTaken } from '../../domain/command/shift.ts'
import type { Headquarters } from '../../domain/taxonomy.ts'
import type { Op } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'

/** Who is on duty, where and since when. */
export interface OfficerOnDuty extends ShiftTaken {
  readonly seat: string
  /** Wall time of the seat at which he took over. */
  readonly since: string
  readonly opId: string
}

/** Operations that belong to no incident stand under this name in the record. */
export const NO_INCIDENT = ''

/**
 * The officers on duty: the last who took over at each seat of each headquarters, in the order of the record. Two
 * machines of one headquarters may each have their own.
 */
export function officersOnDuty(ops: readonly Op[]): OfficerOnDuty[] {
  const last = new Map<string, OfficerOnDuty>()
  for (const { id, seat, wall, body } of opsOfKind(ops, 'v1.shift.taken')) {
    const place = `${body.hq} ${seat}`
    last.delete(place)
    last.set(place, { ...body, seat, since: wall, opId: id })
  }
  return [...last.values()]
}

/** The officer on duty at one seat of a headquarters, or null. */
export function officerAt(ops: readonly Op[], seat: string, hq: Headquarters): OfficerOnDuty | null {
  return officersOnDuty(ops).find((officer) => officer.seat === seat && officer.hq === hq) ?? null
}

import type { Op, OpId, OpOf } from '../../replication/op.ts'
import { opsOfKind } from '../heads.ts'
import { approvalsOf } from './approvals.ts'

/** Where a plan version stands with the two headquarters. */
export type VersionStanding = 'approved' | 'open' | 'rejected'

/** One version with its standing. */
export interface StandingVersion {
  readonly opId: OpId
  readonly version: number
  readonly contentHash: string
  readonly standing: VersionStanding
}

/** The version people work by, and the newer one that is still to be decided or was not accepted. */
export interface PlanStanding {
  readonly inForce: StandingVersion | null
  /** Null when the newest version is the one in force. */
  readonly newest: StandingVersion | null
}

/**
 * The version people work by: the newest that both headquarters approved; before there is one, the newest that none
 * rejected. A version counts as rejected when one headquarters rejected its part.
 */
export function planStandingOf(ops: readonly Op[]): PlanStanding {
  const versions = opsOfKind(ops, 'v1.plan.published').map((op) => standingOf(ops, op))
  const newest = versions.at(-1) ?? null
  const inForce =
    versions.findLast(({ standing }) => standing === 'approved') ??
    versions.findLast(({ standing }) => standing === 'open') ??
    null
  return { inForce, newest: newest?.opId === inForce?.opId ? null : newest }
}

function standingOf(ops: readonly Op[], { id, body }: OpOf<'v1.plan.published'>): StandingVersion {
  const { version, contentHash } = body
  const states = approvalsOf(ops, body).byHeadquarters.map(({ state }) => state)
  const standing = states.includes('rejected')
    ? 'rejected'
    : states.every((state) => state === 'approved')
      ? 'approved'
      : 'open'
  return { opId: id, version, contentHash, standing }
}

import type { PlanApproval } from '../../domain/command/plan-ops.ts'
import { HEADQUARTERS, type Headquarters } from '../../domain/taxonomy.ts'
import type { Author, Op, OpId, OpOf } from '../../replication/op.ts'
import { headsOf, opsOfKind } from '../heads.ts'

/** What one headquarters said of a plan, with who and when. */
export interface Verdict extends PlanApproval {
  readonly opId: OpId
  readonly by: Author
  readonly at: string
}

/** Where the approval of a plan stands with one headquarters. */
export interface HeadquartersApproval {
  readonly hq: Headquarters
  /** `contested`: two of them decided apart and differently; a person settles it by deciding again. */
  readonly state: 'open' | 'approved' | 'rejected' | 'contested'
  readonly verdicts: readonly Verdict[]
}

/** Approvals of the plan in force, and those that a newer version made void. */
export interface Approvals {
  readonly version: number
  readonly contentHash: string
  readonly byHeadquarters: readonly HeadquartersApproval[]
  readonly superseded: readonly Verdict[]
}

/** Approvals of one plan by its content, each headquarters its part; an approval of any other content is void. */
export function approvalsOf(
  ops: readonly Op[],
  { version, contentHash }: Pick<Approvals, 'version' | 'contentHash'>,
): Approvals {
  const said = opsOfKind(ops, 'v1.plan.approved')
  const ofThis = said.filter(({ body }) => body.contentHash === contentHash)
  return {
    ...{ version, contentHash },
    byHeadquarters: HEADQUARTERS.map((hq) => {
      const heads = headsOf(ofThis.filter(({ body }) => body.hq === hq))
      const verdicts = new Set(heads.map(({ body }) => body.verdict))
      const [only] = verdicts
      return {
        hq,
        state: only === undefined ? 'open' : verdicts.size > 1 ? 'contested' : only,
        verdicts: heads.map(verdictOf),
      }
    }),
    superseded: headsOf(said)
      .filter(({ body }) => body.contentHash !== contentHash)
      .map(verdictOf),
  }
}

/** True when a headquarters has approved its part. */
export function isApproved(approvals: Approvals, hq: Headquarters): boolean {
  return approvals.byHeadquarters.some((one) => one.hq === hq && one.state === 'approved')
}

function verdictOf({ id, by, wall, body }: OpOf<'v1.plan.approved'>): Verdict {
  return { ...body, opId: id, by, at: wall }
}

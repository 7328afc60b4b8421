import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { Parameters } from '../../domain/parameters/parameters.ts'
import type { EvidenceMark } from '../../domain/taxonomy.ts'
import type { Op } from '../../replication/op.ts'
import type { ReportLimit } from '../reports/report-duties.ts'

/** A kept version of the plan. */
export interface ReviewedPlan {
  readonly version: number
  readonly opId: string
  readonly plan: DispatchPlan
}

/** What an incident is looked back on from. */
export interface ReviewSource {
  /** Its operations, a cause before its effects. */
  readonly ops: readonly Op[]
  /** Every version whose content is at hand. */
  readonly plans: readonly ReviewedPlan[]
  readonly parameters: Pick<Parameters, 'command' | 'assignment' | 'supplies'>
  /** Limits of its reports upward. */
  readonly reportLimits: readonly (ReportLimit & { readonly basis: string; readonly evidence: EvidenceMark })[]
  /** Street of the scene; null = not known. */
  readonly town: string | null
  /** Seconds since 1970. */
  readonly nowS: number
}

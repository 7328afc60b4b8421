import type { CoverWeight } from '#shared/contract/cover-weight.ts'
import type { ParameterOverride } from '#shared/domain/plan/dispatch-plan.ts'
import type { Parameters } from '#shared/domain/parameters/parameters.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import type { ReadDb } from '../db/db-types.ts'
import { findNewestOp, type StoredOp } from '../db/repositories/op-log.repo.ts'
import { replaceParameters } from '../planning/replace-parameters.ts'
import { readKnownOp } from '../replication/known-op.ts'

/** Path of the weight in the parameters. */
export const COVER_WEIGHT = 'assignment.exposedTownPenaltyS'

/** The record that chose the weight of an incident last, or null. */
export function findCoverChoice(db: ReadDb, incidentId: string): StoredOp | null {
  return findNewestOp(db, incidentId, 'v1.plan.weighted')
}

/** The weight in force for an incident, with the choices there are. */
export function readCoverWeight(db: ReadDb, { assignment }: Parameters, incidentId: string): CoverWeight {
  const choice = findCoverChoice(db, incidentId)
  const op = choice === null ? null : readKnownOp(choice.op)
  const value = op?.kind === 'v1.plan.weighted' ? op.body.value : null
  const { exposedTownPenaltyS: shipped, exposedTownLowS, exposedTownHighS, exposedTownMaxS } = assignment
  return {
    valueS: value ?? shipped.value,
    chosen: op === null || value === null ? null : { who: op.by.user, role: op.by.role, at: op.wall },
    shippedS: shipped.value,
    lowS: exposedTownLowS.value,
    highS: exposedTownHighS.value,
    maxS: exposedTownMaxS.value,
    evidence: shipped.evidence,
    source: shipped.source,
  }
}

/** Refuses a weight above the limit: cover at home must not outweigh what the scene needs. */
export function checkCoverWeight({ assignment }: Parameters, valueS: number | null): void {
  const { value: maxS } = assignment.exposedTownMaxS
  if (valueS === null || valueS <= maxS) return
  throw new AppError('bad-input', `留守覆盖权重 ${valueS} 秒超过上限 ${maxS} 秒；请填 0 至 ${maxS} 之间的整数`, {
    path: 'valueS',
    value: valueS,
  })
}

/** The parameters with the incident's own weight in them, and what the plan says of it; nothing when it is the shipped one. */
export function withCoverWeight(
  parameters: Parameters,
  valueS: number,
): { parameters: Parameters; overrides: ParameterOverride[] } {
  const shipped = parameters.assignment.exposedTownPenaltyS
  if (valueS === shipped.value) return { parameters, overrides: [] }
  const changed = { assignment: { exposedTownPenaltyS: { ...shipped, value: valueS, source: '本事件由席位设定' } } }
  const { name, unit } = shipped
  return {
    parameters: replaceParameters(parameters, changed, COVER_WEIGHT),
    overrides: [{ path: COVER_WEIGHT, name, unit, value: valueS, shipped: shipped.value }],
  }
}

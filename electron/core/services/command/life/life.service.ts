import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { foldOrders } from '#shared/command/orders/fold-orders.ts'
import { lifeOf } from '#shared/command/life/phase-of.ts'
import type { RightsTable } from '#shared/domain/command/rights.ts'
import { readIncidents } from '../../../db/repositories/incident.repo.ts'
import { findLatestPlan } from '../../../db/repositories/plan.repo.ts'
import { existingIncident, type IncidentServiceParts } from '../../incident.service.ts'
import { approvePlan, readApprovals } from './approve-plan.ts'
import { declarePhase } from './declare-phase.ts'
import { mergeCall, mergedCallsOf, readDuplicates } from './merge-calls.ts'

/** Builds the service of the life of incidents. */
export function createLifeService(
  core: IncidentServiceParts & { readonly rights: () => RightsTable },
): AppHandlers['life'] {
  return {
    approvals: ({ incidentId }) => readApprovals(core, incidentId),
    approve: (input, caller) => approvePlan(core, input, caller),
    get: ({ incidentId }) => {
      existingIncident(core.db, incidentId)
      const life = lifeOf(core.log.opsOf(incidentId), findLatestPlan(core.db, incidentId))
      const main = life.mergedInto === null ? null : existingIncident(core.db, life.mergedInto).summary
      return {
        phase: life.phase,
        phases: [...life.phases],
        contested: [...life.contested],
        mergedInto: main === null ? null : { incidentId: main.incidentId, number: main.number, title: main.title },
        merged: mergedCallsOf(core, incidentId),
      }
    },
    overview: () =>
      readIncidents(core.db).map(({ incidentId }) => {
        const ops = core.log.opsOf(incidentId)
        const { phase, mergedInto } = lifeOf(ops, findLatestPlan(core.db, incidentId))
        const liveOrders = foldOrders(ops).orders.filter(({ isLive }) => isLive).length
        return { incidentId, phase, mergedInto, liveOrders }
      }),
    declare: (input, caller) => declarePhase(core, input, caller),
    duplicates: ({ incidentId }) => readDuplicates(core, incidentId),
    merge: (input, caller) => mergeCall(core, input, caller),
  }
}

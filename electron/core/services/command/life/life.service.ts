import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { IncidentServiceParts } from '../../incident.service.ts'
import { approvePlan, readApprovals } from './approve-plan.ts'

/** Builds the service of the life of incidents. */
export function createLifeService(core: IncidentServiceParts): AppHandlers['life'] {
  return {
    approvals: ({ incidentId }) => readApprovals(core, incidentId),
    approve: (input, caller) => approvePlan(core, input, caller),
  }
}

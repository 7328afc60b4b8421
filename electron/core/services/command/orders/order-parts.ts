import type { RightsTable } from '#shared/domain/command/rights.ts'
import type { PlanLibrarySource } from '../../../planning/plan-library-source.ts'
import type { IncidentServiceParts } from '../../incident.service.ts'

/** What the service of orders works with. */
export type OrderParts = IncidentServiceParts & {
  readonly contingencyPlans: PlanLibrarySource
  readonly rights: () => RightsTable
}

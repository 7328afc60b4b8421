import type { StoreRow } from '../../../domain/dataset/tables.ts'
import type { Zone } from '../../../domain/plan/dispatch-plan.ts'
import type { StagingParameters } from '../../../domain/parameters/staging.ts'
import { gapToZoneM } from './staging-place.ts'
import { isDangerZone } from './team-of-plant.ts'

/** Nobody is sent to load inside a danger zone or within its margin (design rule HZ13 applied to stores). */
export function isStoreEndangered(
  store: Pick<StoreRow, 'lng' | 'lat'>,
  zones: readonly Zone[],
  { zoneMarginM }: Pick<StagingParameters, 'zoneMarginM'>,
): boolean {
  return zones.some((zone) => isDangerZone(zone) && gapToZoneM(store, zone) < zoneMarginM.value)
}

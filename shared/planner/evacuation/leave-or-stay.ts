import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { isInside, type LngLat } from '../../kernel/geo.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet } from '../problem.ts'
import type { Clocks } from './clocks.ts'

/** Chlorine and hydrogen sulfide are heavier than air: people who stay go upstairs. */
const GO_UPSTAIRS: ReadonlySet<string> = new Set(['1017', '1053'])

/** Whether people at a place leave or stay, and why. */
export interface Decision {
  readonly mode: 'evacuate' | 'shelterInPlace'
  readonly reasons: readonly Reason[]
}

/**
 * Design rule HZ12: the isolation circle and the fire circle always go out. Beyond, toxic gas: stay when the cloud is there
 * before the walk out is done, else leave. Flammable gas that is not toxic: never stay inside its zone.
 */
export function leaveOrStay(
  place: LngLat,
  clocks: Clocks,
  zones: readonly Zone[],
  facts: Pick<FactSheet, 'hazmat'>,
): Decision {
  const { hazmat } = facts
  const inKind = (kind: Zone['kind']): boolean =>
    zones.some((zone) => zone.kind === kind && isInside(place, zone.geometry))
  const compared = { cloudArrivesS: clocks.cloudArrivesS, walkOutS: clocks.walkOutS }
  if (inKind('isolation'))
    return { mode: 'evacuate', reasons: [makeReason('hz12-isolation', compared, 'ERG2024 Table 1 / Table 3')] }
  if (inKind('fireIsolation')) return { mode: 'evacuate', reasons: [makeReason('hz12-fire', compared, 'ERG2024')] }
  if (hazmat !== null && !hazmat.toxic) return { mode: 'evacuate', reasons: [makeReason('hz12-flammable', compared)] }
  if (clocks.cloudArrivesS >= clocks.walkOutS)
    return { mode: 'evacuate', reasons: [makeReason('hz12-time-to-walk', compared)] }
  const upstairs = hazmat?.un !== null && hazmat?.un !== undefined && GO_UPSTAIRS.has(hazmat.un)
  return {
    mode: 'shelterInPlace',
    reasons: [makeReason('hz12-cloud-first', compared), makeReason(upstairs ? 'hz12-upstairs' : 'hz12-indoors')],
  }
}

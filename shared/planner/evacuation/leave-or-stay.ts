import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import type { Reason } from '../../domain/reason.ts'
import { isInside } from '../../kernel/geo.ts'
import { makeReason } from '../reason.ts'
import type { FactSheet } from '../problem.ts'
import type { Clocks } from './clocks.ts'
import type { PeopleSource } from './people-source.ts'

/** Chlorine and hydrogen sulfide are heavier than air: people who stay go upstairs. */
const GO_UPSTAIRS: ReadonlySet<string> = new Set(['1017', '1053'])

/** ERG2024: the protective distances describe about the first 30 minutes. */
const FIRST_PERIOD_S = 1800

/** Whether people at a place leave or stay, and why. */
export interface Decision {
  readonly mode: 'evacuate' | 'shelterInPlace'
  readonly reasons: readonly Reason[]
}

/**
 * Design rule HZ12: the isolation circle and the fire circle always go out. Beyond, toxic gas: stay when the cloud is there
 * before the walk out is done, or when nobody there can walk (hospital, nursing home), else leave. Flammable gas, toxic or not: never stay inside its zone.
 */
export function leaveOrStay(
  { location: place, people, specialNeeds }: Pick<PeopleSource, 'location' | 'people' | 'specialNeeds'>,
  clocks: Clocks,
  zones: readonly Zone[],
  facts: Pick<FactSheet, 'hazmat'> & { readonly prefersIndoors?: boolean },
): Decision {
  const { hazmat } = facts
  const inKind = (kind: Zone['kind']): boolean =>
    zones.some((zone) => zone.kind === kind && isInside(place, zone.geometry))
  const compared = { cloudArrivesS: clocks.cloudArrivesS, walkOutS: clocks.walkOutS }
  if (inKind('isolation'))
    return { mode: 'evacuate', reasons: [makeReason('hz12-isolation', compared, 'ERG2024 Table 1 / Table 3')] }
  if (inKind('fireIsolation')) return { mode: 'evacuate', reasons: [makeReason('hz12-fire', compared, 'ERG2024')] }
  if (hazmat !== null && (!hazmat.toxic || hazmat.flammableGas))
    return { mode: 'evacuate', reasons: [makeReason('hz12-flammable', compared)] }
  const upstairs = hazmat?.un !== null && hazmat?.un !== undefined && GO_UPSTAIRS.has(hazmat.un)
  const indoors = makeReason(upstairs ? 'hz12-upstairs' : 'hz12-indoors')
  if (clocks.cloudArrivesS < clocks.walkOutS)
    return { mode: 'shelterInPlace', reasons: [makeReason('hz12-cloud-first', compared), indoors] }
  if (people > 0 && specialNeeds >= people)
    return { mode: 'shelterInPlace', reasons: [makeReason('hz12-cannot-walk', compared), indoors] }
  if (facts.prefersIndoors === true)
    return { mode: 'shelterInPlace', reasons: [makeReason('hz12-chosen-indoors', compared), indoors] }
  const wave = clocks.cloudArrivesS > FIRST_PERIOD_S ? [makeReason('hz12-later-wave', compared)] : []
  return { mode: 'evacuate', reasons: [makeReason('hz12-time-to-walk', compared), ...wave] }
}

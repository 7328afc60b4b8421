import type { Zone } from '../../domain/plan/dispatch-plan.ts'
import { bearingDeg, distanceM, normaliseDeg } from '../../kernel/geo.ts'
import type { FactSheet, PlanningProblem } from '../problem.ts'
import { makeReason } from '../reason.ts'
import { clocksOf } from './clocks.ts'
import { leaveOrStay, type Decision } from './leave-or-stay.ts'
import type { PeopleSource } from './people-source.ts'
import { wayOut, type WayOut } from './zone-people.ts'

/** What people at one place do, with their way out and both clocks in seconds. */
export interface Judged {
  readonly source: PeopleSource
  readonly way: WayOut
  readonly cloudArrivesS: number | null
  readonly walkOutS: number
  readonly decision: Decision
  /** Places this row speaks for when it stands for a street; absent for a single place. */
  readonly members?: readonly Judged[]
}

/** Leave or stay for one place; `withCloud` false = a danger without a cloud: everybody leaves. */
export function judgePlace(
  problem: PlanningProblem,
  facts: FactSheet,
  { source, zones, withCloud }: { source: PeopleSource; zones: readonly Zone[]; withCloud: boolean },
): Judged {
  const way = wayOut(
    source.location,
    bearingsOut(facts, source, withCloud),
    zones,
    problem.parameters.evacuation.zoneMarginM.value,
  )
  const clocks = clocksOf(problem, facts, source.location, way.distanceM)
  const { walkOutS } = clocks
  if (!withCloud)
    return {
      source,
      way,
      cloudArrivesS: null,
      walkOutS,
      decision: { mode: 'evacuate', reasons: [makeReason('leave-zone', { walkOutS })] },
    }
  const decision = leaveOrStay(source, clocks, zones, {
    ...facts,
    prefersIndoors: problem.decision?.code === 'stayIndoors',
  })
  const clockReason = makeReason(clocks.cloudSpeedMeasured ? 'clocks-measured' : 'clocks-assumed', {
    distanceM: Math.round(distanceM(facts.scene, source.location)),
    speedMs: clocks.cloudSpeedMs,
    cloudArrivesS: clocks.cloudArrivesS,
    alarmS: problem.parameters.evacuation.alarmS.value,
    wakeS: clocks.wakeS,
    walkM: Math.round(way.distanceM),
    walkOutS,
  })
  return {
    source,
    way,
    cloudArrivesS: clocks.cloudArrivesS,
    walkOutS,
    decision: { mode: decision.mode, reasons: [...decision.reasons, clockReason] },
  }
}

/** Cross-wind to either side; without a usable wind straight away from the source. */
function bearingsOut(facts: FactSheet, source: PeopleSource, withCloud: boolean): number[] {
  if (withCloud && facts.wind.usable && facts.wind.fromDeg !== null) {
    return [normaliseDeg(facts.wind.fromDeg + 90), normaliseDeg(facts.wind.fromDeg - 90)]
  }
  return [Math.round(bearingDeg(facts.scene, source.location))]
}

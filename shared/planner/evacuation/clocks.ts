import type { FactSheet, PlanningProblem } from '../problem.ts'
import { distanceM, type LngLat } from '../../kernel/geo.ts'

/** The two clocks of rule HZ12 for one place, whole seconds from now. */
export interface Clocks {
  readonly cloudArrivesS: number
  readonly walkOutS: number
  /** Wind speed the cloud clock used, and whether it was measured. */
  readonly cloudSpeedMs: number
  readonly cloudSpeedMeasured: boolean
  readonly wakeS: number
}

/**
 * Cloud arrival = distance ÷ wind speed; way out = alarm + waking or getting ready + walking `walkM`. With unknown or calm
 * wind the parameter speeds stand in and say so.
 */
export function clocksOf(problem: PlanningProblem, facts: FactSheet, place: LngLat, walkM: number): Clocks {
  const { alarmS, wakeNightS, wakeDayS, walkSpeedMs, cloudSpeedUnknownMs, cloudSpeedCalmMs } =
    problem.parameters.evacuation
  const { wind } = facts
  const measured = wind.usable && wind.speedMs !== null && wind.speedMs > 0
  const assumed = wind.speedMs === null ? cloudSpeedUnknownMs.value : cloudSpeedCalmMs.value
  const cloudSpeedMs = measured && wind.speedMs !== null ? wind.speedMs : assumed
  const wakeS = facts.night ? wakeNightS.value : wakeDayS.value
  return {
    cloudArrivesS: Math.round(distanceM(facts.scene, place) / cloudSpeedMs),
    walkOutS: Math.round(alarmS.value + wakeS + walkM / walkSpeedMs.value),
    cloudSpeedMs,
    cloudSpeedMeasured: measured,
    wakeS,
  }
}

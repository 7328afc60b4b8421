import type { RollingTeam } from './match-responding.ts'

/** When a team leaves and arrives, epoch seconds; `etaS` counts from planner time. */
export interface Arrival {
  readonly departS: number
  readonly arriveS: number
  readonly etaS: number
}

/**
 * Times of a team: departure = now + call handling + its own turnout; a rolling team left before, without call handling,
 * and its remaining time is never below 0. A team on scene has arrived. A team called already (`calledS`) that nobody saw
 * leaving is promised no sooner than one that is called now, nor sooner than its call and turnout allow.
 */
export function arrivalOf(
  times: { readonly nowS: number; readonly callHandlingS: number; readonly turnoutS: number; readonly driveS: number },
  rolling: RollingTeam | null,
  calledS: number | null = null,
): Arrival {
  const { nowS, callHandlingS, turnoutS, driveS } = times
  if (rolling === null) {
    const departS = Math.max(nowS + callHandlingS, calledS ?? 0) + turnoutS
    return { departS, arriveS: departS + driveS, etaS: departS + driveS - nowS }
  }
  if (rolling.status === 'onScene') return { departS: Math.min(rolling.sinceS ?? nowS, nowS), arriveS: nowS, etaS: 0 }
  const leftS = (rolling.sinceS ?? nowS) + turnoutS
  const etaS = Math.max(0, leftS + driveS - nowS)
  return { departS: leftS, arriveS: nowS + etaS, etaS }
}

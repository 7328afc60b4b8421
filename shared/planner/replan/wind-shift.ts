import type { Weather } from '../../domain/incident.ts'
import type { ZoneParameters } from '../../domain/parameters/zones.ts'
import type { Reason } from '../../domain/reason.ts'
import { angleBetweenDeg } from '../../kernel/geo.ts'
import { windBand } from '../hazmat/table3.ts'
import type { WindFacts } from '../problem.ts'
import { makeReason } from '../reason.ts'

/** From this turn of the wind on every parked unit is judged anew (design rule HZ14), degrees. */
export const SHIFT_DEG = 30

/**
 * Design rule HZ14: the wind turned by more than 30°, went into another speed band of ERG2024 Table 3, became known or
 * unknown. Null when it did none of these.
 */
export function windShift(before: Weather | undefined, now: WindFacts, parameters: ZoneParameters): Reason | null {
  const [fromDeg, speedMs] = [before?.windFromDeg ?? null, before?.windSpeedMs ?? null]
  const reason = makeReason(
    'wind-shift',
    { beforeDeg: fromDeg, beforeMs: speedMs, nowDeg: now.fromDeg, nowMs: now.speedMs },
    '设计规则 HZ14',
  )
  if ((fromDeg === null) !== (now.fromDeg === null) || (speedMs === null) !== (now.speedMs === null)) return reason
  if (fromDeg !== null && now.fromDeg !== null && angleBetweenDeg(fromDeg, now.fromDeg) > SHIFT_DEG) return reason
  const band = (windSpeedMs: number | null): string =>
    windBand({ fromDeg: null, usable: windSpeedMs !== null, speedMs: windSpeedMs }, parameters)
  return band(speedMs) === band(now.speedMs) ? null : reason
}

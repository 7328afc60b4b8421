import type { ZoneParameters } from '../../domain/parameters/zones.ts'
import { normaliseDeg } from '../../kernel/geo.ts'
import type { WindFacts } from '../problem.ts'

/** The wind as the planner may use it: both direction and speed known and the speed not below the usable minimum. */
export function windFacts(
  weather: { readonly windFromDeg?: number | null | undefined; readonly windSpeedMs?: number | null | undefined },
  parameters: Pick<ZoneParameters, 'minimumUsableWind'>,
): WindFacts {
  const fromDeg = weather.windFromDeg ?? null
  const speedMs = weather.windSpeedMs ?? null
  return {
    fromDeg: fromDeg === null ? null : normaliseDeg(fromDeg),
    speedMs,
    usable: fromDeg !== null && speedMs !== null && speedMs >= parameters.minimumUsableWind.value,
  }
}

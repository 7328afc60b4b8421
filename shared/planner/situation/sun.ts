import { getTimes } from 'suncalc'
import type { LngLat } from '../../kernel/geo.ts'

/** Sunrise and sunset of the local day, epoch seconds rounded to the minute; null where the sun does not rise or set. */
interface SunTimes {
  readonly sunriseS: number | null
  readonly sunsetS: number | null
  readonly night: boolean
}

/** Day is from sunrise to sunset (ERG2024 definition); everything else is night. */
export function sunTimes(place: LngLat, nowS: number, offsetMin: number): SunTimes {
  const localNoonS = Math.floor((nowS + offsetMin * 60) / 86_400) * 86_400 + 43_200 - offsetMin * 60
  const times = getTimes(new Date(localNoonS * 1000), place.lat, place.lng)
  const sunriseS = minuteOf(times.sunrise)
  const sunsetS = minuteOf(times.sunset)
  if (sunriseS === null || sunsetS === null) return { sunriseS, sunsetS, night: times.alwaysDown === true }
  return { sunriseS, sunsetS, night: nowS < sunriseS || nowS >= sunsetS }
}

function minuteOf(date: Date | null): number | null {
  if (date === null || Number.isNaN(date.getTime())) return null
  return Math.round(date.getTime() / 60_000) * 60
}

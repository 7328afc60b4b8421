import { describe, expect, it } from 'vitest'
import { localParts } from '#shared/kernel/instant.ts'
import { sunTimes } from '#shared/planner/situation/sun.ts'

const NINGBO = { lng: 121.55, lat: 29.87 }
const CHINA_MIN = 480

/** Minutes after midnight, China Standard Time. */
function minutesOf(date: string): { sunrise: number; sunset: number } {
  const { sunriseS, sunsetS } = sunTimes(NINGBO, Date.parse(`${date}T12:00:00+08:00`) / 1000, CHINA_MIN)
  const of = (epochS: number | null): number => localParts(epochS ?? 0, CHINA_MIN).minuteOfDay
  return { sunrise: of(sunriseS), sunset: of(sunsetS) }
}

/** The "General Solar Position Calculations" of the NOAA Global Monitoring Division: a second opinion by another method. */
function noaaMinutes(date: string): { sunrise: number; sunset: number } {
  const radians = Math.PI / 180
  const dayOfYear = (Date.parse(`${date}T00:00:00Z`) - Date.parse(`${date.slice(0, 4)}-01-01T00:00:00Z`)) / 86_400_000
  const g = ((2 * Math.PI) / 365) * dayOfYear
  const equationMin =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(g) -
      0.032077 * Math.sin(g) -
      0.014615 * Math.cos(2 * g) -
      0.040849 * Math.sin(2 * g))
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g)
  const latitude = NINGBO.lat * radians
  const hourAngle =
    Math.acos(
      Math.cos(90.833 * radians) / (Math.cos(latitude) * Math.cos(declination)) -
        Math.tan(latitude) * Math.tan(declination),
    ) / radians
  const noon = 720 - 4 * NINGBO.lng - equationMin + CHINA_MIN
  return { sunrise: noon - 4 * hourAngle, sunset: noon + 4 * hourAngle }
}

describe('sunrise and sunset at Ningbo (121.55° E, 29.87° N)', () => {
  it('matches the published table for 30° N (Astronomy Answers, aa.quae.nl, 2002-01-01: 6:56 local mean time)', () => {
    // Local mean time at 121.55° E runs 6.2 minutes ahead of China Standard Time.
    expect(Math.abs(minutesOf('2002-01-01').sunrise - (6 * 60 + 56 - 6.2))).toBeLessThanOrEqual(2)
  })

  it.each([
    '2026-01-01',
    '2026-02-04',
    '2026-03-20',
    '2026-04-20',
    '2026-05-21',
    '2026-06-21',
    '2026-07-14',
    '2026-08-23',
    '2026-09-23',
    '2026-10-23',
    '2026-11-22',
    '2026-12-22',
    '2028-02-29',
  ])('agrees with the NOAA equations on %s within 2 minutes', (date) => {
    const ours = minutesOf(date)
    const theirs = noaaMinutes(date)
    expect(Math.abs(ours.sunrise - theirs.sunrise)).toBeLessThanOrEqual(2)
    expect(Math.abs(ours.sunset - theirs.sunset)).toBeLessThanOrEqual(2)
  })

  it('turns to night exactly at sunset and to day exactly at sunrise', () => {
    const noon = Date.parse('2026-07-14T12:00:00+08:00') / 1000
    const { sunriseS, sunsetS } = sunTimes(NINGBO, noon, CHINA_MIN)
    const night = (epochS: number | null, shift: number): boolean =>
      sunTimes(NINGBO, (epochS ?? 0) + shift, CHINA_MIN).night
    expect([night(sunriseS, -1), night(sunriseS, 0), night(sunsetS, -1), night(sunsetS, 0)]).toEqual([
      true,
      false,
      false,
      true,
    ])
  })
})

/**
 * Worked out by hand with the equations of the NOAA solar calculator (Meeus, Astronomical Algorithms; sun's centre 50′ below
 * the horizon), iterated at the event itself, in local clock time.
 */
describe('sunrise and sunset elsewhere', () => {
  const BEILUN = { lng: 121.85, lat: 29.9 }
  const BEIJING = { lng: 116.4074, lat: 39.9042 }
  const URUMQI = { lng: 87.6168, lat: 43.8256 }
  const SYDNEY = { lng: 151.2093, lat: -33.8688 }

  it.each([
    ['Beilun, spring equinox', BEILUN, 480, '2026-03-20', '05:56:59', '18:03:43'],
    ['Beilun, summer solstice', BEILUN, 480, '2026-06-21', '04:52:12', '18:56:29'],
    ['Beilun, autumn equinox', BEILUN, 480, '2026-09-23', '05:41:15', '17:48:30'],
    ['Beilun, winter solstice', BEILUN, 480, '2026-12-22', '06:44:19', '16:57:41'],
    ['Beijing, summer solstice', BEIJING, 480, '2026-06-21', '04:45:55', '19:46:19'],
    ['Urumqi on Beijing time, winter solstice', URUMQI, 480, '2026-12-22', '09:40:44', '18:35:13'],
    ['Sydney, its summer', SYDNEY, 660, '2026-12-22', '05:41:07', '20:05:55'],
  ])('%s: within two minutes', (_, place, offsetMin, date, sunrise, sunset) => {
    const secondsOf = (clock: string): number => Date.parse(`${date}T${clock}Z`) / 1000 - offsetMin * 60
    for (const at of ['00:00:00', '12:00:00', '23:59:59']) {
      const sun = sunTimes(place, secondsOf(at), offsetMin)
      expect(Math.abs((sun.sunriseS ?? 0) - secondsOf(sunrise))).toBeLessThanOrEqual(120)
      expect(Math.abs((sun.sunsetS ?? 0) - secondsOf(sunset))).toBeLessThanOrEqual(120)
      expect(sun.night).toBe(at !== '12:00:00')
    }
  })

  it.each([
    ['midsummer', '2026-06-21', false],
    ['midwinter', '2026-12-22', true],
  ])('Tromsø in %s has neither, and is day or night all round', (_, date, night) => {
    for (const clock of ['00:30', '12:00', '23:30']) {
      const nowS = Date.parse(`${date}T${clock}:00+02:00`) / 1000
      expect(sunTimes({ lng: 18.9553, lat: 69.6492 }, nowS, 120)).toEqual({ sunriseS: null, sunsetS: null, night })
    }
  })
})

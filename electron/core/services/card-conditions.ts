import type { ConditionOrigin, EnteredConditions, HandbookCard } from '#shared/contract/hazmat.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Container, Incident } from '#shared/domain/incident.ts'
import type { ZoneParameters } from '#shared/domain/parameters/zones.ts'
import { normaliseDeg, type LngLat } from '#shared/kernel/geo.ts'
import { formatInstant, type Instant } from '#shared/kernel/instant.ts'
import { windBand } from '#shared/planner/hazmat/table3.ts'
import type { WindFacts } from '#shared/planner/problem.ts'
import { plannerTime, requireInstant } from '#shared/planner/situation/planner-time.ts'
import { sunTimes } from '#shared/planner/situation/sun.ts'
import { windFacts } from '#shared/planner/situation/wind.ts'
import { CONSOLE_OFFSET_MIN } from '../replication/wall-time.ts'

/** What the conditions of a card are made from; what was entered wins over the incident, the incident over the clock. */
export interface ConditionSources {
  readonly incident: Incident | null
  readonly entered: EnteredConditions
  readonly nowMs: number
  readonly dataset: Dataset
  readonly parameters: ZoneParameters
}

type CardConditions = HandbookCard['conditions']
type Spill = 'small' | 'large' | 'unknown'

/** The conditions of a card and the wind in the planner's terms. Throws `bad-time` for an entered time without offset. */
export function cardConditions(sources: ConditionSources): { conditions: CardConditions; wind: WindFacts } {
  const { incident, entered, nowMs, parameters } = sources
  const [time, atFrom] = timeOf(sources)
  const [place, placeFrom] = placeOf(sources)
  const sun = sunTimes(place, time.epochS, time.offsetMin)
  const clockS = Math.floor(nowMs / 1000)
  const { windFromDeg, windSpeedMs, windFrom } = windOf(incident, entered)
  const wind = windFacts({ windFromDeg, windSpeedMs }, parameters)
  const [container, containerFrom] = pickOf<Container>(entered.container, incident?.hazmat?.container, 'unknown')
  const [spill, spillFrom] = pickOf<Spill>(entered.spill, incident?.hazmat?.spill, 'unknown')
  const iso = (epochS: number | null): string | null => (epochS === null ? null : formatInstant(epochS, time.offsetMin))
  return {
    wind,
    conditions: {
      at: formatInstant(time.epochS, time.offsetMin),
      atFrom,
      place,
      placeFrom,
      sunriseAt: iso(sun.sunriseS),
      sunsetAt: iso(sun.sunsetS),
      night: sun.night,
      nightByClock: sunTimes(place, clockS, CONSOLE_OFFSET_MIN).night,
      windFromDeg: wind.fromDeg,
      windSpeedMs: wind.speedMs,
      windFrom,
      windUsable: wind.usable,
      band: windBand(wind, parameters),
      downwindDeg: wind.usable && wind.fromDeg !== null ? normaliseDeg(wind.fromDeg + 180) : null,
      container,
      containerFrom,
      largeSpill: spill !== 'small',
      spillFrom,
    },
  }
}

function timeOf({ incident, entered, nowMs }: ConditionSources): [Instant, ConditionOrigin] {
  if (entered.at !== undefined) return [requireInstant(entered.at, 'entered.at', '时刻'), 'entered']
  if (incident !== null) return [plannerTime(incident), 'incident']
  return [{ epochS: Math.floor(nowMs / 1000), offsetMin: CONSOLE_OFFSET_MIN }, 'clock']
}

/** The scene; without an incident the middle of the district, which is near enough for the sun. */
function placeOf({ incident, dataset }: ConditionSources): [LngLat & { name: string }, ConditionOrigin] {
  if (incident !== null) {
    const { lng, lat, address } = incident.location
    return [{ lng, lat, name: address ?? `${lng}, ${lat}` }, 'incident']
  }
  const corners = dataset.areas.filter((area) => area.level === 'district').flatMap((area) => area.polygons.flat(2))
  const middle = (values: readonly number[]): number =>
    values.length === 0 ? 0 : Math.round(((Math.min(...values) + Math.max(...values)) / 2) * 1e4) / 1e4
  return [
    {
      lng: middle(corners.map((corner) => corner[0] ?? 0)),
      lat: middle(corners.map((corner) => corner[1] ?? 0)),
      name: dataset.head.region,
    },
    'district',
  ]
}

/** An entered direction or speed makes the wind an entered one; the other half may still be the incident's. */
function windOf(
  incident: Incident | null,
  entered: EnteredConditions,
): { windFromDeg: number | null; windSpeedMs: number | null; windFrom: ConditionOrigin } {
  const windFromDeg = entered.windFromDeg ?? incident?.weather?.windFromDeg ?? null
  const windSpeedMs = entered.windSpeedMs ?? incident?.weather?.windSpeedMs ?? null
  if (entered.windFromDeg !== undefined || entered.windSpeedMs !== undefined)
    return { windFromDeg, windSpeedMs, windFrom: 'entered' }
  return { windFromDeg, windSpeedMs, windFrom: windFromDeg === null && windSpeedMs === null ? 'unknown' : 'incident' }
}

function pickOf<T>(entered: T | undefined, known: T | undefined, otherwise: T): [T, ConditionOrigin] {
  if (entered !== undefined) return [entered, 'entered']
  return known === undefined ? [otherwise, 'unknown'] : [known, 'incident']
}

import type { Dataset } from '../../domain/dataset/dataset.ts'
import type { Incident } from '../../domain/incident.ts'
import type { DrawnType, StressParameters } from '../../domain/parameters/stress.ts'
import type { IncidentType } from '../../domain/taxonomy.ts'
import { AppError } from '../../kernel/app-error.ts'
import { createChance } from '../../kernel/chance.ts'
import { destinationOf, roundDegrees } from '../../kernel/geo.ts'
import { formatInstant, localParts, parseInstant } from '../../kernel/instant.ts'
import { sortedBy } from '../../kernel/order.ts'
import { ownRows, placeAt, placePool, type DrawnPlace, type PlacePool } from './draw-places.ts'

/** Draws random incidents over the places of a data set. */
export interface IncidentDraw {
  /** The incident at a place of the draw: the same seed and index give the same one, whatever the number drawn. */
  at(seed: number, index: number): Incident
  /** Types with a weight whose places the data set does not have. */
  readonly notDrawn: readonly IncidentType[]
}

/** China Standard Time, minutes. */
const OFFSET_MIN = 480
const DAY_S = 86_400
const YEAR_DAYS = 365

type Chance = () => number

/**
 * Prepares the draw. Days are those of the year up to the data's own date: nothing counts as expired that has not expired
 * by then. Throws `bad-input` when that date is no day, or when no type has a place.
 */
export function prepareDraw(dataset: Dataset, parameters: StressParameters): IncidentDraw {
  const lastDay = parseInstant(`${dataset.head.asOf}T00:00:00+08:00`)
  if (lastDay === null) {
    throw new AppError('bad-input', `数据日期“${dataset.head.asOf}”读不出，无法抽取事件日期：请改为 YYYY-MM-DD。`, {
      path: 'dataset.asOf',
      value: dataset.head.asOf,
    })
  }
  const wanted = sortedBy(
    parameters.types.filter(({ weight }) => weight > 0),
    ({ type }) => [type],
  )
  const rowsOf = ownRows(dataset, parameters)
  const pools = wanted.map((type) => ({ type, pool: placePool(rowsOf, type) }))
  const drawn = pools.flatMap(({ type, pool }) => (pool === null ? [] : [{ type, pool }]))
  const total = drawn.reduce((sum, { type }) => sum + type.weight, 0)
  const uns = sortedBy(
    dataset.tankerTrips.filter(({ un }) => un !== ''),
    ({ id }) => [id],
  )
  const choose = (share: number): { type: DrawnType; pool: PlacePool } => {
    let left = share * total
    const found = drawn.find(({ type }) => (left -= type.weight) < 0) ?? drawn.at(-1)
    if (found !== undefined) return found
    throw new AppError('bad-input', '数据集没有任何可供抽取的地点，无法做压力测试：请先导入人口点、道路或危险源。', {
      path: 'dataset',
    })
  }
  return {
    notDrawn: pools.flatMap(({ type, pool }) => (pool === null ? [type.type] : [])),
    at: (seed, index) => {
      const chance = chanceAt(seed, index)
      const { type, pool } = choose(chance())
      const place = placeAt(pool, chance())
      const trip = uns[Math.floor(chance() * uns.length)]
      return incidentOf({ type, place, trip, chance, parameters, lastDayS: lastDay.epochS, index })
    },
  }
}

/** A stream of its own for each incident, so that the draw of one does not move the others. */
function chanceAt(seed: number, index: number): Chance {
  const first = createChance((seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0)
  first()
  return createChance(Math.floor(first() * 2 ** 32))
}

interface Drawn {
  readonly type: DrawnType
  readonly place: DrawnPlace | null
  readonly trip: Dataset['tankerTrips'][number] | undefined
  readonly chance: Chance
  readonly parameters: StressParameters
  readonly lastDayS: number
  readonly index: number
}

function incidentOf(drawn: Drawn): Incident {
  const { type, chance, lastDayS, index } = drawn
  const days = Array.from({ length: YEAR_DAYS }, (_, back) => lastDayS - back * DAY_S).filter(
    (dayS) => type.months?.includes(monthOf(dayS)) ?? true,
  )
  const dayS = days[Math.floor(chance() * days.length)] ?? lastDayS
  const receivedS = dayS + Math.floor(chance() * 1440) * 60
  const occurredS = receivedS - 60 * (2 + Math.floor(chance() * 19))
  const at = (epochS: number): string => formatInstant(epochS, OFFSET_MIN)
  const weather = weatherOf(drawn, at(receivedS))
  const facts = factsOf(drawn)
  const location = locationOf(drawn)
  const hazmat = hazmatOf(drawn)
  const galeInS = type.galeInHours === undefined ? null : Math.round(between(type.galeInHours, chance()) * 3600)
  return {
    ...{ schema: 'incident/1', mode: 'tabletop', title: `压力测试抽样 ${index + 1}`, type: type.type },
    ...{ occurredAt: at(occurredS), receivedAt: at(receivedS), source: '压力测试随机抽样', location, facts, weather },
    ...(hazmat === null ? {} : { hazmat }),
    ...(galeInS === null
      ? {}
      : { typhoon: { galeFromAt: at(receivedS + galeInS), landfallAt: at(receivedS + galeInS + 6 * 3600) } }),
  }
}

function monthOf(dayS: number): number {
  return Number(localParts(dayS, OFFSET_MIN).date.slice(5, 7))
}

function between([from, to]: readonly [number, number], share: number): number {
  return from + (to - from) * share
}

function factsOf({ type, chance, parameters }: Drawn): Incident['facts'] {
  const { unknownShare, skew } = parameters
  return Object.fromEntries(
    type.facts.map(({ fact, range: [from, to] }) => {
      const [isUnknown, share] = [chance() < unknownShare.value, chance() ** skew.value]
      return [fact, isUnknown ? null : Math.min(to, from + Math.floor((to - from + 1) * share))]
    }),
  )
}

function weatherOf({ type, chance, parameters }: Drawn, asOf: string): NonNullable<Incident['weather']> {
  const { unknownWindShare, windFromMs, windToMs } = parameters
  const [isUnknown, from, speed, level] = [chance() < unknownWindShare.value, chance(), chance(), chance()]
  const range = type.windMs ?? [windFromMs.value, windToMs.value]
  const { signal } = type
  return {
    windFromDeg: isUnknown ? null : Math.floor(from * 360),
    windSpeedMs: isUnknown ? null : Math.round(between([range[0], range[1]], speed) * 10) / 10,
    ...(signal === undefined
      ? {}
      : { signal: signal.levels[Math.floor(level * signal.levels.length)] ?? null, signalKind: signal.kind }),
    asOf,
  }
}

function locationOf({ place, chance, parameters }: Drawn): Incident['location'] {
  const [bearing, share] = [chance() * 360, Math.sqrt(chance())]
  if (place === null) throw new Error('a type without places was drawn')
  const { lng, lat } = place.isScattered
    ? destinationOf(place, bearing, share * parameters.scatterM.value)
    : { lng: roundDegrees(place.lng), lat: roundDegrees(place.lat) }
  return { lng, lat, address: place.name, uncertaintyM: place.isScattered ? parameters.scatterM.value : 50 }
}

/** What the place holds; a tanker carries the load of one of the registered trips; else nobody knows. */
function hazmatOf({ type, place, trip, chance, parameters }: Drawn): NonNullable<Incident['hazmat']> | null {
  if (type.container === undefined) return null
  const [large, fire, unknown] = [chance(), chance(), chance()]
  const load =
    type.container === 'roadTanker'
      ? { un: trip?.un ?? null, quantityT: trip?.quantityT ?? null }
      : { un: place?.un ?? null, quantityT: place?.quantityT ?? null }
  return {
    un: load.un === '' || unknown < parameters.unknownShare.value ? null : load.un,
    container: type.container,
    quantityT: load.quantityT,
    spill: large < parameters.largeSpillShare.value ? 'large' : 'small',
    onFire: fire < parameters.onFireShare.value,
  }
}

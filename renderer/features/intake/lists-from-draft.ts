import { LOST_LINKS, type Incident } from '#shared/domain/incident.ts'
import { dateTimeText } from '../../text/time-text.ts'
import { isFilled, type DraftLists, type DraftRow } from './draft-rows.ts'
import {
  parseFormTime,
  parseNumber,
  parsePosition,
  parseWindFrom,
  type Entry,
  type EntryFault,
} from '../../text/parse-entry.ts'

/** Reads one entry and notes its fault under a field name. */
export type Read = <T>(field: string, text: string, entry: Entry<T>) => T | null
/** Notes a fault that no single entry has. */
export type Refuse = (field: string, fault: EntryFault, value: string) => void

/** What reading the lists needs: the incident being changed and ways to note faults. */
export interface ListReading {
  readonly base: Incident | null
  readonly read: Read
  readonly refuse: Refuse
  readonly nowS: number
}

const STATUSES = ['turnedOut', 'enRoute', 'onScene'] as const

/** Teams already rolling; one taken from the list carries its id, one typed by hand its name. */
export function respondingOf(lists: DraftLists, { base }: ListReading): NonNullable<Incident['responding']> {
  return filled(lists.responding).map(([row]) => ({
    ...(originOf(row, base?.responding) ?? {}),
    ...(value(row, 'teamId') === '' ? {} : { teamId: value(row, 'teamId') }),
    ...(value(row, 'name') === '' ? {} : { name: value(row, 'name') }),
    status: STATUSES.find((status) => status === row['status']) ?? 'enRoute',
  }))
}

/** Closed roads by name, or a point with a radius; what was drawn stays. */
export function closuresOf(lists: DraftLists, reading: ListReading): NonNullable<Incident['closures']> {
  const { base, read, refuse } = reading
  const drawn = (base?.closures ?? []).filter((closure) => closure.geometry !== undefined && closure.road === undefined)
  const named = filled(lists.closures).map(([row, index]) => {
    const field = (key: string): string => `closures.${index}.${key}`
    const road = value(row, 'road')
    const written = value(row, 'position')
    const position = written === '' ? null : read(field('position'), written, positionOf(written))
    const radiusM = countOf(row, 'radiusM', field('radiusM'), reading)
    if (road === '' && written === '') refuse(field('road'), 'record', value(row, 'reason'))
    if (written !== '' && radiusM === null) refuse(field('radiusM'), 'count', value(row, 'radiusM'))
    const { from, to } = originOf(row, base?.closures) ?? {}
    return {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(road === '' ? {} : { road }),
      ...(position ?? {}),
      ...(radiusM === null ? {} : { radiusM }),
      ...(value(row, 'reason') === '' ? {} : { reason: value(row, 'reason') }),
    }
  })
  return [...drawn, ...named]
}

/** Streets without contact; each needs its name, the time may be unknown. */
export function cutOffTownsOf(lists: DraftLists, reading: ListReading): NonNullable<Incident['cutOffTowns']> {
  const { base, read, refuse, nowS } = reading
  return filled(lists.cutOffTowns).map(([row, index]) => {
    const field = (key: string): string => `cutOffTowns.${index}.${key}`
    const kept = originOf(row, base?.cutOffTowns)
    const town = value(row, 'town')
    const at = value(row, 'at')
    if (town === '') refuse(field('town'), 'town', at)
    const isKept = kept?.since !== undefined && kept.since !== null && dateTimeText(kept.since) === at
    const since = isKept ? kept.since : at === '' ? null : read(field('at'), at, parseFormTime(at, nowS))
    const lost = LOST_LINKS.filter((link) => value(row, 'kind').split('+').includes(link))
    return { town, since: since ?? null, ...(lost.length === 0 ? {} : { lost }) }
  })
}

/** Trapped people by floor and room. */
export function trappedOf(lists: DraftLists, reading: ListReading): NonNullable<Incident['trappedList']> {
  return filled(lists.trapped).map(([row, index]) => {
    const floor = reading.read(`trapped.${index}.floor`, value(row, 'floor'), parseNumber(value(row, 'floor')))
    const people = countOf(row, 'people', `trapped.${index}.people`, reading)
    return {
      ...(floor === null ? {} : { floor }),
      ...(value(row, 'room') === '' ? {} : { room: value(row, 'room') }),
      ...(people === null ? {} : { people }),
      ...(value(row, 'callBack') === '' ? {} : { callBack: value(row, 'callBack') }),
      ...(value(row, 'condition') === '' ? {} : { condition: value(row, 'condition') }),
    }
  })
}

/** Hours of the forecast; each needs its time. */
export function forecastOf(
  lists: DraftLists,
  reading: ListReading,
): NonNullable<NonNullable<Incident['weather']>['forecast']> {
  const { base, read, refuse, nowS } = reading
  return filled(lists.forecast).map(([row, index]) => {
    const field = (key: string): string => `forecast.${index}.${key}`
    const number = (key: string): number | null => read(field(key), value(row, key), parseNumber(value(row, key)))
    const kept = originOf(row, base?.weather?.forecast)?.at
    const at =
      kept !== undefined && dateTimeText(kept) === value(row, 'at')
        ? kept
        : read(field('at'), value(row, 'at'), parseFormTime(value(row, 'at'), nowS))
    if (at === null && value(row, 'at') === '') refuse(field('at'), 'time', '')
    const windSpeedMs = number('windSpeedMs')
    if (windSpeedMs !== null && (windSpeedMs < 0 || windSpeedMs > 120))
      refuse(field('windSpeedMs'), 'windSpeed', value(row, 'windSpeedMs'))
    const rainMm = number('rainMm')
    if (rainMm !== null && rainMm < 0) refuse(field('rainMm'), 'negative', value(row, 'rainMm'))
    return {
      at: at ?? '',
      windFromDeg: read(field('windFrom'), value(row, 'windFrom'), parseWindFrom(value(row, 'windFrom'))),
      windSpeedMs,
      rainMm,
      tideM: number('tideM'),
    }
  })
}

/** The building, or null when nothing is known of it; what the form does not show stays. */
export function buildingOf(lists: DraftLists, reading: ListReading): Incident['building'] | null {
  const { building: row } = lists
  if (!isFilled(row)) return null
  const count = (key: string): number | null => countOf(row, key, `building.${key}`, reading)
  const floors = count('floors')
  const stairs = count('stairs')
  const fireLifts = count('fireLifts')
  const refugeFloors = value(row, 'refugeFloors')
    .split(/[\s,，、;；]+/)
    .filter((floor) => floor !== '')
    .flatMap((floor) => {
      const number = reading.read('building.refugeFloors', floor, parseNumber(floor))
      return number === null ? [] : [number]
    })
  const phone = value(row, 'controlRoomPhone')
  const { ladderStands } = reading.base?.building ?? {}
  return {
    ...keptOf(reading.base?.building),
    ...(ladderStands === undefined ? {} : { ladderStands }),
    ...(floors === null ? {} : { floors }),
    ...(stairs === null ? {} : { stairs }),
    ...(fireLifts === null ? {} : { fireLifts }),
    ...(refugeFloors.length === 0 ? {} : { refugeFloors }),
    ...(phone === '' ? {} : { controlRoomPhone: phone }),
  }
}

const SHOWN_OF_BUILDING = ['floors', 'stairs', 'fireLifts', 'refugeFloors', 'controlRoomPhone', 'ladderStands']

function keptOf(building: Incident['building']): Record<string, unknown> {
  return Object.fromEntries(Object.entries(building ?? {}).filter(([key]) => !SHOWN_OF_BUILDING.includes(key)))
}

function countOf(row: DraftRow, key: string, field: string, { read, refuse }: ListReading): number | null {
  const number = read(field, value(row, key), parseNumber(value(row, key)))
  if (number !== null && (number < 0 || !Number.isInteger(number))) refuse(field, 'count', value(row, key))
  return number
}

function positionOf(text: string): Entry<{ lng: number; lat: number }> {
  return parsePosition(text) ?? { ok: false, fault: 'coordinates' }
}

/** Text of one cell. */
export function value(row: DraftRow, key: string): string {
  return (row[key] ?? '').trim()
}

/** Lines with something in them, each with its place in the form. */
export function filled(rows: readonly DraftRow[]): (readonly [DraftRow, number])[] {
  return rows.flatMap((row, index) => (isFilled(row) ? [[row, index] as const] : []))
}

/** What a line was before it was shown in the form. */
export function originOf<T>(row: DraftRow, list: readonly T[] | undefined): T | undefined {
  return row['origin'] === undefined ? undefined : list?.[Number(row['origin'])]
}

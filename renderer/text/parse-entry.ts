import type { FactValue } from '#shared/domain/incident.ts'
import { formatInstant, parseInstant } from '#shared/kernel/instant.ts'
import { CHINA_OFFSET_MIN } from './time-text.ts'

/** Why an entry is refused: the last part of a key under `intake.error`. */
export type EntryFault =
  | 'type'
  | 'place'
  | 'coordinates'
  | 'swapped'
  | 'time'
  | 'future'
  | 'fact'
  | 'negative'
  | 'range'
  | 'number'
  | 'wind'
  | 'windSpeed'
  | 'unavailable'
  | 'substance'
  | 'placeNone'
  | 'placeMany'
  | 'substanceNone'
  | 'substanceMany'
  | 'unanswered'
  | 'record'
  | 'town'
  | 'count'
  | 'zoneSize'
  | 'zoneBy'
  | 'zoneReason'

export type Entry<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: EntryFault }

const NUMBER = '(\\d+(?:\\.\\d+)?)'
const EXACT = new RegExp(`^${NUMBER}$`)
const RANGE = new RegExp(`^${NUMBER}[-~～—–至到]${NUMBER}$`)
const AT_LEAST = new RegExp(`^(?:${NUMBER}(?:\\+|以上)|(?:≥|>=|至少)${NUMBER})$`)
const AT_MOST = new RegExp(`^(?:≤|<=|至多)${NUMBER}$`)

/**
 * Reads a fact: a number, `1-3`, `3+` (at least), `≤5`, empty or `?` = unknown (null, never 0).
 * `scale` divides the figure, 100 for percent.
 */
export function parseFact(text: string, scale = 1): Entry<FactValue> {
  const entry = text
    .trim()
    .replace(/[\s,，%％]/g, '')
    .replace('＋', '+')
    .replace('？', '?')
  if (entry === '' || entry === '?' || entry === '未知') return { ok: true, value: null }
  if (entry.startsWith('-')) return { ok: false, fault: 'negative' }
  const amount = (figure: string | undefined): number => Number(figure) / scale
  const exact = EXACT.exec(entry)
  if (exact) return { ok: true, value: amount(exact[1]) }
  const range = RANGE.exec(entry)
  if (range) {
    const min = amount(range[1])
    const max = amount(range[2])
    return min <= max ? { ok: true, value: { min, max } } : { ok: false, fault: 'range' }
  }
  const atLeast = AT_LEAST.exec(entry)
  if (atLeast) return { ok: true, value: { min: amount(atLeast[1] ?? atLeast[2]) } }
  const atMost = AT_MOST.exec(entry)
  if (atMost) return { ok: true, value: { max: amount(atMost[1]) } }
  return { ok: false, fault: 'fact' }
}

/** Reads an optional plain number; empty or `?` = unknown. */
export function parseNumber(text: string): Entry<number | null> {
  const entry = text.trim().replace('？', '?')
  if (entry === '' || entry === '?') return { ok: true, value: null }
  return /^-?\d+(\.\d+)?$/.test(entry) ? { ok: true, value: Number(entry) } : { ok: false, fault: 'number' }
}

/** Reads `lng,lat` in degrees (WGS84). Null when the text is a name, not a pair of numbers. */
export function parsePosition(text: string): Entry<{ lng: number; lat: number }> | null {
  const match = /^\s*(-?\d+(?:\.\d+)?)\s*[,，\s]\s*(-?\d+(?:\.\d+)?)\s*$/.exec(text)
  if (!match) return null
  const first = Number(match[1])
  const second = Number(match[2])
  if (Math.abs(first) <= 90 && Math.abs(second) > 90) return { ok: false, fault: 'swapped' }
  if (Math.abs(first) > 180 || Math.abs(second) > 90) return { ok: false, fault: 'coordinates' }
  return { ok: true, value: { lng: first, lat: second } }
}

/** The eight points of the wind rose, clockwise from north, with the ways they are written. */
export const WIND_POINTS = [
  { key: 'n', deg: 0, names: ['n', '北', '正北'] },
  { key: 'ne', deg: 45, names: ['ne', '东北'] },
  { key: 'e', deg: 90, names: ['e', '东', '正东'] },
  { key: 'se', deg: 135, names: ['se', '东南'] },
  { key: 's', deg: 180, names: ['s', '南', '正南'] },
  { key: 'sw', deg: 225, names: ['sw', '西南'] },
  { key: 'w', deg: 270, names: ['w', '西', '正西'] },
  { key: 'nw', deg: 315, names: ['nw', '西北'] },
] as const

/** Reads where the wind comes from: 0 to 360 degrees or a point of the wind rose; empty or `?` = unknown. */
export function parseWindFrom(text: string): Entry<number | null> {
  const entry = text
    .trim()
    .toLowerCase()
    .replace(/[°度风]/g, '')
    .replace('？', '?')
  if (entry === '' || entry === '?') return { ok: true, value: null }
  const point = WIND_POINTS.find((known) => known.names.some((name) => name === entry))
  if (point) return { ok: true, value: point.deg }
  const degrees = /^\d+(\.\d+)?$/.test(entry) ? Number(entry) : NaN
  return degrees >= 0 && degrees <= 360 ? { ok: true, value: degrees } : { ok: false, fault: 'wind' }
}

/** Reads `YYYY-MM-DD HH:mm[:ss]`, or `HH:mm` of the day of `nowS`, as China Standard Time; empty or `?` = unknown. */
export function parseFormTime(text: string, nowS: number): Entry<string | null> {
  const entry = text.trim().replaceAll('：', ':').replace(/[/.]/g, '-').replace('？', '?')
  if (entry === '' || entry === '?') return { ok: true, value: null }
  const today = formatInstant(nowS, CHINA_OFFSET_MIN).slice(0, 10)
  const match = /^(?:(\d{4}-\d{1,2}-\d{1,2})[T\s]+)?(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(entry)
  if (!match) return { ok: false, fault: 'time' }
  const [year = '', month = '', day = ''] = (match[1] ?? today).split('-')
  const two = (part: string | undefined): string => (part ?? '').padStart(2, '0')
  const iso = `${year}-${two(month)}-${two(day)}T${two(match[2])}:${two(match[3])}:${two(match[4])}+08:00`
  return parseInstant(iso) ? { ok: true, value: iso } : { ok: false, fault: 'time' }
}

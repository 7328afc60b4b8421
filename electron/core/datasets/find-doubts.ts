import { distanceM } from '#shared/kernel/geo.ts'
import type { RowProblem } from './import-report.ts'
import type { ReadFile, ReadRecord } from './record-kind.ts'

/** Farther than this from the frame around all areas a position is more likely a slip than a neighbour's, metres (design rule). */
const FAR_OFF_M = 20_000

export const DOUBT_CODES = ['place-far-off', 'more-than-staff', 'more-than-room', 'more-free-than-beds'] as const

/** Rows of one file that pass every check and still look wrong, one entry a cause; none of it refuses a row. */
export interface Doubt {
  readonly code: (typeof DOUBT_CODES)[number]
  readonly column: string
  readonly rows: number
  /** Line of the first. */
  readonly line: number
  /** Key and value of the first. */
  readonly example: string
}

type Judge = (record: ReadRecord) => string | null

/** True for the code of a doubt. */
export function isDoubt(code: string): code is Doubt['code'] {
  return DOUBT_CODES.some((known) => known === code)
}

/** What to look at again in a file, the areas being those of the library and of the files. */
export function findDoubts(file: ReadFile, areas: readonly object[]): Doubt[] {
  const frame = frameOf(areas)
  return [
    ...(frame === null ? [] : doubt(file, 'place-far-off', 'lng,lat', (record) => farOff(record, frame))),
    ...(file.kind === 'teams' ? doubt(file, 'more-than-staff', 'on_duty', exceeds('onDuty', 'personnel')) : []),
    ...(file.kind === 'shelters' ? doubt(file, 'more-than-room', 'occupied', exceeds('occupied', 'capacity')) : []),
    ...(file.kind === 'hospitals' ? doubt(file, 'more-free-than-beds', 'free_beds', exceeds('freeBeds', 'beds')) : []),
  ]
}

/** Doubts in words, as notes of an import report. */
export function doubtNotes(doubts: readonly Doubt[]): RowProblem[] {
  return doubts.map(({ code, column, rows, line, example }) => ({
    ...{ line, column, value: example, code },
    message: `${DOUBT_WORDS[code]}：${rows} 行，首处第 ${line} 行（${example}）。请核对；确实如此的不用改。`,
  }))
}

const DOUBT_WORDS: Readonly<Record<Doubt['code'], string>> = {
  'place-far-off': '位置在本数据集各区域 20 公里以外，可能写错了经纬度',
  'more-than-staff': '在岗人数多于在册人数',
  'more-than-room': '已安置人数多于可容纳人数',
  'more-free-than-beds': '空床多于床位',
}

function doubt({ records }: ReadFile, code: Doubt['code'], column: string, judge: Judge): Doubt[] {
  let rows = 0
  let first: { readonly line: number; readonly example: string } | null = null
  for (const record of records) {
    const found = judge(record)
    if (found === null) continue
    rows += 1
    first ??= { line: record.line, example: `${record.key} ${found}` }
  }
  return first === null ? [] : [{ code, column, rows, ...first }]
}

/** West, south, east, north. */
type Frame = readonly [west: number, south: number, east: number, north: number]

/** The frame around the areas of the region itself; neighbours' outlines do not widen it. */
function frameOf(areas: readonly object[]): Frame | null {
  let frame: Frame | null = null
  for (const area of areas) {
    if (Reflect.get(area, 'level') === 'neighbour') continue
    for (const [lng, lat] of positionsIn(Reflect.get(area, 'polygons'))) {
      const [west, south, east, north]: Frame = frame ?? [lng, lat, lng, lat]
      frame = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)]
    }
  }
  return frame
}

function positionsIn(shape: unknown): [number, number][] {
  if (!Array.isArray(shape)) return []
  const parts: readonly unknown[] = shape
  const [lng, lat] = parts
  return typeof lng === 'number' && typeof lat === 'number' ? [[lng, lat]] : parts.flatMap(positionsIn)
}

/** Measured to the frame: a file of 200 000 rows is judged in a moment, and a slip of a digit lands far outside it. */
function farOff({ value }: ReadRecord, [west, south, east, north]: Frame): string | null {
  const [lng, lat] = [numberAt(value, 'lng'), numberAt(value, 'lat')]
  if (lng === null || lat === null) return null
  const nearest = { lng: Math.min(east, Math.max(west, lng)), lat: Math.min(north, Math.max(south, lat)) }
  return distanceM({ lng, lat }, nearest) <= FAR_OFF_M ? null : `${lng},${lat}`
}

function exceeds(part: string, whole: string): Judge {
  return ({ value }) => {
    const [less, more] = [numberAt(value, part), numberAt(value, whole)]
    return less === null || more === null || less <= more ? null : `${less} > ${more}`
  }
}

function numberAt(value: object, key: string): number | null {
  const found: unknown = Reflect.get(value, key)
  return typeof found === 'number' ? found : null
}

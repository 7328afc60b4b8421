import { roundDegrees, type LngLat, type Position } from '../../kernel/geo.ts'
import { planeAt, pointOnSegment, segmentLengths } from './local-plane.ts'

/** Position at a share (0 to 1) of a line's length. */
export function pointAtShare(line: readonly Position[], share: number): LngLat {
  const [first] = linePart(line, share, share)
  return { lng: first?.[0] ?? 0, lat: first?.[1] ?? 0 }
}

/** The part of a line between two shares of its length; reversed when `from` is behind `to`. Rounded to 6 decimals. */
export function linePart(line: readonly Position[], from: number, to: number): Position[] {
  const [low, high] = from <= to ? [from, to] : [to, from]
  const plane = planeAt(line[0]?.[1] ?? 0)
  const lengths = segmentLengths(plane, line)
  const total = lengths.reduce((sum, length) => sum + length, 0)
  const part: Position[] = []
  let passed = 0
  lengths.forEach((length, index) => {
    const a = line[index] ?? []
    const b = line[index + 1] ?? []
    const start = total === 0 ? 0 : passed / total
    const end = total === 0 ? 1 : (passed + length) / total
    passed += length
    if (end < low || start > high) return
    const span = end - start
    if (part.length === 0) part.push(positionAt(a, b, span === 0 ? 0 : Math.max(0, (low - start) / span)))
    part.push(end <= high ? rounded(b) : positionAt(a, b, span === 0 ? 1 : (high - start) / span))
  })
  const clean = part.filter((position, index) => index === 0 || !same(position, part[index - 1]))
  return from <= to ? clean : clean.reverse()
}

function positionAt(a: Position, b: Position, along: number): Position {
  const { lng, lat } = pointOnSegment(a, b, Math.min(1, along))
  return [roundDegrees(lng), roundDegrees(lat)]
}

function rounded(position: Position): Position {
  return [roundDegrees(position[0] ?? 0), roundDegrees(position[1] ?? 0)]
}

/** True when both positions are the same after rounding. */
export function same(a: Position | undefined, b: Position | undefined): boolean {
  return a?.[0] === b?.[0] && a?.[1] === b?.[1]
}

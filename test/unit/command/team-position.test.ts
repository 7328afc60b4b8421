import { describe, expect, it } from 'vitest'
import { positionAlong } from '#shared/command/board/team-position.ts'

describe('a position along a route', () => {
  const line = [
    [121.8, 29.9],
    [121.9, 29.9],
    [121.9, 29.8],
  ]

  it('is the share of the length, and an end beyond it', () => {
    expect(positionAlong(line, -1)).toEqual({ lng: 121.8, lat: 29.9 })
    expect(positionAlong(line, 2)).toEqual({ lng: 121.9, lat: 29.8 })
    const half = positionAlong(line, 0.5)
    // 9.64 km east, then 11.12 km south: the half of 20.76 km lies 0.74 km below the corner.
    expect(half?.lng).toBe(121.9)
    expect(half?.lat).toBeCloseTo(29.8933, 3)
    expect(positionAlong([], 0.5)).toBeNull()
  })
})

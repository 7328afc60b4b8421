/** The eight points of the compass, clockwise from north. */
export const COMPASS_POINTS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type CompassPoint = (typeof COMPASS_POINTS)[number]

/** The nearest of the eight points to a bearing in degrees clockwise from north. */
export function compassPoint(bearingDeg: number): CompassPoint {
  const index = ((Math.round(bearingDeg / 45) % 8) + 8) % 8
  return COMPASS_POINTS[index] ?? 'n'
}

import type { Position } from './geo.ts'

const EQUATOR_M = 6_378_137
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14

/**
 * Length of a line on the WGS84 ellipsoid in metres, by the radii of curvature at each segment's middle latitude.
 * Within 0.01 % for segments below 50 km; a sphere would be 0.2 % short for roads that run east–west.
 */
export function lineLengthM(line: readonly Position[]): number {
  return line.slice(1).reduce((sum, end, index) => sum + segmentLengthM(line[index] ?? end, end), 0)
}

function segmentLengthM(a: Position, b: Position): number {
  const [aLng = 0, aLat = 0] = a
  const [bLng = 0, bLat = 0] = b
  const middle = radians((aLat + bLat) / 2)
  const root = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(middle) ** 2)
  const eastRadius = (EQUATOR_M / root) * Math.cos(middle)
  const northRadius = (EQUATOR_M * (1 - ECCENTRICITY_SQUARED)) / root ** 3
  return Math.hypot(radians(bLng - aLng) * eastRadius, radians(bLat - aLat) * northRadius)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}

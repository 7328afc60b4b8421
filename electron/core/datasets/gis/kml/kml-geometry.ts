import { childrenOf, textIn, textsIn, type XmlNode } from './parse-kml.ts'

/** A GeoJSON geometry. */
export interface Geometry {
  readonly type: string
  readonly coordinates: unknown
}

/** The geometry of a placemark as GeoJSON; null when it has none that is read. */
export function geometryOf(node: XmlNode): Geometry | null {
  const parts = partsOf(node)
  const [first] = parts
  if (parts.length <= 1 || first === undefined) return first ?? null
  const isSame = parts.every(({ type }) => type === first.type)
  // A mixture has no counterpart the readers know: they name the shape they want.
  if (!isSame) return { type: 'GeometryCollection', coordinates: [] }
  return { type: `Multi${first.type}`, coordinates: parts.map(({ coordinates }) => coordinates) }
}

function partsOf(node: XmlNode): Geometry[] {
  return [
    ...childrenOf(node, 'Point').map((point) => ({ type: 'Point', coordinates: positionsIn(point)[0] ?? [] })),
    ...childrenOf(node, 'LineString').map((line) => ({ type: 'LineString', coordinates: positionsIn(line) })),
    ...childrenOf(node, 'Polygon').map((polygon) => ({ type: 'Polygon', coordinates: ringsOf(polygon) })),
    ...childrenOf(node, 'MultiGeometry').flatMap(partsOf),
    ...childrenOf(node, 'Track').map((track) => ({
      type: 'LineString',
      coordinates: textsIn(track, 'coord').map(wordsOf),
    })),
  ]
}

function ringsOf(polygon: XmlNode): number[][][] {
  return ['outerBoundaryIs', 'innerBoundaryIs']
    .flatMap((name) => childrenOf(polygon, name))
    .flatMap((boundary) => childrenOf(boundary, 'LinearRing'))
    .map(positionsIn)
}

/** `lng,lat[,altitude]` separated by blanks. What is no number becomes NaN, which no reader accepts. */
function positionsIn(node: XmlNode): number[][] {
  const words = textIn(node, 'coordinates').trim()
  return words === '' ? [] : words.split(/\s+/).map((word) => word.split(',').map(numberOf))
}

function wordsOf(text: string): number[] {
  return text.trim().split(/\s+/).map(numberOf)
}

function numberOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text)
}

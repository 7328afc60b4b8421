import { OSMTransform, parse } from 'osm-pbf-parser-node'
import type { Position } from '#shared/kernel/geo.ts'
import { guarded, readBlocks, wayLocationsOf } from './read-blocks.ts'
import { readDeltas, readFields } from './wire-reader.ts'

/** A way with a `highway` tag, or a ferry line. */
export interface HighwayWay {
  readonly id: number
  readonly refs: readonly number[]
  readonly tags: Readonly<Record<string, string>>
}

/** A barrier on a node that can be opened, with who opens it when the file says so. */
export interface OsmGate {
  readonly state: 'locked' | 'unknown'
  readonly keeper: string
}

/** What the importer needs of an OSM file: ways for vehicles, the position of every node they name, and gates. */
export interface OsmElements {
  readonly ways: readonly HighwayWay[]
  readonly positions: ReadonlyMap<number, Position>
  readonly gates: ReadonlyMap<number, OsmGate>
}

const NANO = 1e-9
const WANTED = new OSMTransform({
  withTags: { node: ['barrier', 'locked', 'access', 'operator', 'phone', 'contact:phone'], way: true, relation: false },
  withInfo: false,
})

/** Reads ways and node positions of an OSM PBF file. Throws `file-broken` or `bad-input`. */
export function readElements(file: Uint8Array, name: string): OsmElements {
  const ways: HighwayWay[] = []
  const positions = new Map<number, Position>()
  const gates = new Map<number, OsmGate>()
  for (const block of readBlocks(file, name)) {
    if (block.type === 'OSMHeader') continue
    const elements = guarded(name, () =>
      parse(Buffer.from(block.bytes.buffer, block.bytes.byteOffset, block.bytes.byteLength), WANTED),
    )
    const found: HighwayWay[] = []
    guarded(name, () => {
      for (const element of elements) {
        const node = nodeOf(element)
        if (node !== null) {
          positions.set(node.id, node.position)
          const gate = gateOf(element)
          if (gate !== null) gates.set(node.id, gate)
        } else found.push(...highwayOf(element))
      }
    })
    for (const way of found) ways.push(way)
    if (found.length > 0) guarded(name, () => addWayLocations(block.bytes, found, positions))
  }
  return { ways, positions, gates }
}

function nodeOf(element: object): { id: number; position: Position } | null {
  if (!('type' in element && element.type === 'node' && 'id' in element && 'lon' in element && 'lat' in element))
    return null
  const { id, lon, lat } = element
  if (typeof id !== 'number' || typeof lon !== 'number' || typeof lat !== 'number') return null
  return { id, position: positionOf(lon, lat) }
}

/** Barriers that stop a vehicle until somebody opens them (OSM wiki: Key:barrier). */
const GATES: ReadonlySet<string> = new Set(['gate', 'lift_gate', 'swing_gate', 'sliding_gate'])

function gateOf(element: object): OsmGate | null {
  if (!('tags' in element) || typeof element.tags !== 'object' || element.tags === null) return null
  const tags = Object.fromEntries(Object.entries(element.tags).map(([key, value]) => [key, String(value)]))
  if (!GATES.has(tags['barrier'] ?? '')) return null
  const isLocked = tags['locked'] === 'yes' || tags['access'] === 'no' || tags['access'] === 'private'
  const keeper = [tags['operator'] ?? '', tags['contact:phone'] ?? tags['phone'] ?? '']
  return { state: isLocked ? 'locked' : 'unknown', keeper: keeper.filter((text) => text !== '').join(' ') }
}

function highwayOf(element: object): HighwayWay[] {
  if (!('type' in element && element.type === 'way' && 'id' in element && 'refs' in element && 'tags' in element))
    return []
  const { id, refs, tags } = element
  if (typeof id !== 'number' || !Array.isArray(refs) || typeof tags !== 'object' || tags === null) return []
  const texts = Object.fromEntries(Object.entries(tags).map(([key, value]) => [key, String(value)]))
  return texts['highway'] === undefined && texts['route'] !== 'ferry'
    ? []
    : [{ id, refs: refs.map(Number), tags: texts }]
}

function addWayLocations(block: Uint8Array, ways: readonly HighwayWay[], positions: Map<number, Position>): void {
  const locations = wayLocationsOf(block)
  if (locations.size === 0) return
  const scale = scaleOf(block)
  for (const { id, refs } of ways) {
    const own = locations.get(id)
    if (own === undefined) continue
    const lats = readDeltas(own.lat)
    const lons = readDeltas(own.lon)
    refs.forEach((ref, index) => {
      const lat = lats[index]
      const lon = lons[index]
      if (lat === undefined || lon === undefined) return
      const lng = NANO * (scale.lonOffset + scale.granularity * lon)
      positions.set(ref, positionOf(lng, NANO * (scale.latOffset + scale.granularity * lat)))
    })
  }
}

function scaleOf(block: Uint8Array): { granularity: number; latOffset: number; lonOffset: number } {
  const scale = { granularity: 100, latOffset: 0, lonOffset: 0 }
  for (const { field, value } of readFields(block)) {
    if (field === 17) scale.granularity = value
    if (field === 19) scale.latOffset = signed(value)
    if (field === 20) scale.lonOffset = signed(value)
  }
  return scale
}

/** A varint holds negative numbers as 64-bit two's complement. */
function signed(value: number): number {
  return value >= 2 ** 63 ? value - 2 ** 64 : value
}

/** A position in degrees. Throws `RangeError` for one that is none: the file is damaged, and its roads would be astray. */
function positionOf(lng: number, lat: number): Position {
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) throw new RangeError(`坐标 ${lng},${lat} 不是经纬度`)
  return [roundPosition(lng), roundPosition(lat)]
}

/** OSM keeps 7 decimals; more would only be noise of the floating point. */
function roundPosition(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7
}

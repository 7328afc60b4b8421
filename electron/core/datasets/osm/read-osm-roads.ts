import type { Road } from '#shared/domain/dataset/dataset.ts'
import { lineLengthM } from '../read-roads.ts'
import type { ReadFile, ReadRecord } from '../record-kind.ts'
import { readElements, type HighwayWay, type OsmElements } from './read-elements.ts'
import { roadOfWay, type WayRoad } from './road-of-way.ts'

/**
 * Roads of an OSM PBF file: every way with a `highway` tag and every ferry line, cut where it shares a node with another or with itself, so
 * that lines join only at their ends. `read` counts ways; `outside` those whose nodes the extract does not hold.
 */
export function readOsmRoads(bytes: Uint8Array, file: string): ReadFile {
  const elements = readElements(bytes, file)
  const isJunction = junctionsOf(elements)
  const records: ReadRecord[] = []
  let outside = 0
  elements.ways.forEach((way, index) => {
    const segments = segmentsOf(way, elements, isJunction)
    if (segments.length === 0) outside += 1
    const tags = roadOfWay(way)
    segments.forEach((refs, number) => {
      const id = segments.length === 1 ? `w${way.id}` : `w${way.id}-${number + 1}`
      records.push({ line: index + 1, key: id, group: `w${way.id}`, value: roadOf(id, tags, refs, elements) })
    })
  })
  const schematic =
    elements.ways.length > 0 && elements.ways.every(({ tags }) => /schematic|示意/.test(tags['note'] ?? ''))
  const counts = { read: elements.ways.length, refused: 0, outside }
  return { file, kind: 'roads', ...counts, records, problems: [], schematic, ...WGS84 }
}

/** OSM positions are WGS84, whatever an importer is told. */
const WGS84 = { declaredSystem: 'wgs84', isSystemFixed: true } as const

function junctionsOf({ ways }: OsmElements): (ref: number) => boolean {
  const uses = new Map<number, number>()
  for (const { refs } of ways) for (const ref of refs) uses.set(ref, (uses.get(ref) ?? 0) + 1)
  return (ref) => (uses.get(ref) ?? 0) > 1
}

/** Node lists of a way's segments; parts whose nodes the file does not hold are left out. */
function segmentsOf(
  { refs }: HighwayWay,
  { positions }: OsmElements,
  isJunction: (ref: number) => boolean,
): number[][] {
  const segments: number[][] = []
  let current: number[] = []
  const close = (): void => {
    if (current.length > 1) segments.push(current)
  }
  for (const ref of refs) {
    if (!positions.has(ref)) {
      close()
      current = []
      continue
    }
    if (current.at(-1) === ref) continue // a node named twice in a row has no length
    current.push(ref)
    if (current.length > 1 && isJunction(ref)) {
      close()
      current = [ref]
    }
  }
  close()
  return segments
}

function roadOf(id: string, tags: WayRoad, refs: readonly number[], { positions, gates }: OsmElements): Road {
  const coordinates = refs.flatMap((ref) => {
    const position = positions.get(ref)
    return position === undefined ? [] : [position]
  })
  // The first node of a segment is the last of the one before: its gate is counted there.
  const gate = refs
    .slice(1)
    .map((ref) => gates.get(ref))
    .find((each) => each !== undefined)
  const stops = gate === undefined ? {} : { gate: gate.state, ...(gate.keeper === '' ? {} : { gate_key: gate.keeper }) }
  const extras = { ...tags.extras, ...stops }
  return {
    id,
    ...tags,
    ...(Object.keys(extras).length === 0 ? {} : { extras }),
    fromNode: `n${refs[0] ?? 0}`,
    toNode: `n${refs.at(-1) ?? 0}`,
    coordinates,
    lengthM: lineLengthM(coordinates),
  }
}

import type { Road } from '../../domain/dataset/dataset.ts'
import { distanceToLineM, distanceToPolygonM, type LngLat, type Polygon, type Position } from '../../kernel/geo.ts'
import { sortedBy } from '../../kernel/order.ts'

/** The stretch of an expressway between the nearest interchanges on either side of a scene. */
export interface ExpresswaySection {
  readonly name: string
  readonly roadIds: readonly string[]
  readonly line: Position[]
  readonly ends: readonly { readonly name: string; readonly position: LngLat }[]
}

/** Finds the section to close: interchanges that lie inside a danger zone do not count. Null without an expressway near. */
export function findExpresswaySection(
  input: readonly Road[],
  scene: LngLat,
  reachM: number,
  zones: readonly Polygon[],
): ExpresswaySection | null {
  const roads = sortedBy(input, (road) => [road.id])
  const near = sortedBy(
    roads
      .filter((road) => road.class === 'motorway')
      .map((road) => ({ road, awayM: distanceToLineM(scene, road.coordinates) }))
      .filter(({ awayM }) => awayM <= reachM),
    ({ road, awayM }) => [Math.round(awayM), road.id],
  )[0]
  if (near === undefined) return null
  const { road } = near
  const same = roads.filter(
    (each) => each.class === 'motorway' && (each.name === road.name || (road.ref !== '' && each.ref === road.ref)),
  )
  const links = roads.filter((each) => each.class === 'motorway_link')
  const back = walk({ same, links, zones }, road, road.fromNode)
  const onward = walk({ same, links, zones }, road, road.toNode)
  return {
    name: road.ref === '' ? road.name : `${road.ref} ${road.name}`,
    roadIds: [...back.roadIds, road.id, ...onward.roadIds],
    line: [...back.line, ...road.coordinates, ...onward.line],
    ends: [back.end, onward.end],
  }
}

interface Walk {
  readonly roadIds: readonly string[]
  readonly line: Position[]
  readonly end: { readonly name: string; readonly position: LngLat }
}

interface Network {
  readonly same: readonly Road[]
  readonly links: readonly Road[]
  readonly zones: readonly Polygon[]
}

/** Follows the expressway from one end of a road until a usable interchange or the end of the data. */
function walk({ same, links, zones }: Network, start: Road, startNode: string): Walk {
  const passed = new Set([start.id])
  const roadIds: string[] = []
  let line: Position[] = []
  let node = startNode
  let position = nodePosition(start, startNode)
  const isBack = startNode === start.fromNode
  for (;;) {
    const at = { lng: position[0] ?? 0, lat: position[1] ?? 0 }
    const link = links.find((each) => each.fromNode === node || each.toNode === node)
    if (link !== undefined && zones.every((zone) => distanceToPolygonM(at, zone) > 0))
      return { roadIds, line, end: { name: interchangeName(link), position: at } }
    const next = same.find((each) => !passed.has(each.id) && (each.fromNode === node || each.toNode === node))
    if (next === undefined) return { roadIds, line, end: { name: '路网边界', position: at } }
    passed.add(next.id)
    roadIds.push(next.id)
    const outward = next.fromNode === node ? next.coordinates : [...next.coordinates].reverse()
    line = isBack ? [...[...outward].reverse(), ...line] : [...line, ...outward]
    node = next.fromNode === node ? next.toNode : next.fromNode
    position = nodePosition(next, node)
  }
}

function nodePosition(road: Road, node: string): Position {
  return (node === road.fromNode ? road.coordinates[0] : road.coordinates.at(-1)) ?? []
}

function interchangeName(link: Road): string {
  return link.name.replace(/(出口|入口)?匝道.*$/, '') || '互通'
}

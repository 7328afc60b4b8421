import type { Road } from '#shared/domain/dataset/dataset.ts'
import type { HighwayWay } from './read-elements.ts'

/** What the tags of a way say about all of its segments. */
export type WayRoad = Omit<Road, 'id' | 'fromNode' | 'toNode' | 'coordinates' | 'lengthM'>

/** Ways that no vehicle can use; see `limitsOf`. */
const NOT_FOR_VEHICLES = [
  'footway',
  'steps',
  'path',
  'cycleway',
  'bridleway',
  'corridor',
  'elevator',
  'platform',
  'via_ferrata',
  'proposed',
  'construction',
  'abandoned',
  'razed',
  'raceway',
]
const WALKING_KMH = 5
const PERSON_T = 0.1
const OTHER_NAMES = [
  'alt_name',
  'name:zh',
  'name:zh-Hans',
  'official_name',
  'loc_name',
  'short_name',
  'old_name',
  'bridge:name',
  'tunnel:name',
]

/** Reads the tags of a way (OSM wiki: Key:highway, Tag:route=ferry, oneway, maxspeed, maxheight, maxweight, hazmat). */
export function roadOfWay({ tags }: HighwayWay): WayRoad {
  const highway = tags['highway'] ?? (tags['route'] === 'ferry' ? 'ferry' : '')
  const name = tags['name'] ?? tags['name:zh'] ?? ''
  const others = OTHER_NAMES.flatMap((key) => (tags[key] ?? '').split(';')).map((text) => text.trim())
  return {
    name,
    altNames: [...new Set(others)].filter((text) => text !== '' && text !== name),
    ref: tags['ref'] ?? '',
    class: highway,
    ...limitsOf(highway, tags),
    oneway: onewayOf(highway, tags),
    bridge: isSet(tags['bridge']),
    tunnel: isSet(tags['tunnel']),
    hazmat: tags['hazmat'] ?? '',
    floods: isSet(tags['flood_prone']),
    isDemo: /schematic|示意/.test(tags['note'] ?? ''),
  }
}

/**
 * Speed and size limits. Foot and cycle ways, and roads not yet built, bear a person but no vehicle (design rule: walking
 * pace and a limit of 0.1 t), so that the same limits that bar a heavy vehicle from a weak bridge keep engines off them.
 */
function limitsOf(highway: string, tags: HighwayWay['tags']): Pick<Road, 'speedKmh' | 'maxHeightM' | 'maxWeightT'> {
  const maxHeightM = metresOf(tags['maxheight'])
  // A ferry that does not say that it takes cars bears people only.
  if (highway === 'ferry' && ![tags['motor_vehicle'], tags['motorcar'], tags['hgv']].some(isSet))
    return { speedKmh: speedOf(tags['maxspeed']), maxHeightM, maxWeightT: PERSON_T }
  if (NOT_FOR_VEHICLES.includes(highway)) return { speedKmh: WALKING_KMH, maxHeightM, maxWeightT: PERSON_T }
  return { speedKmh: speedOf(tags['maxspeed']), maxHeightM, maxWeightT: tonnesOf(tags['maxweight']) }
}

function onewayOf(highway: string, tags: HighwayWay['tags']): Road['oneway'] {
  const value = tags['oneway']
  if (value === 'yes' || value === 'true' || value === '1') return 'yes'
  if (value === '-1' || value === 'reverse') return '-1'
  if (value !== undefined) return 'no'
  const isImplied = tags['junction'] === 'roundabout' || highway === 'motorway'
  // An unlabelled motorway of a drawn network is one line for both ways: only real data implies a direction.
  return isImplied && !/schematic|示意/.test(tags['note'] ?? '') ? 'yes' : 'no'
}

function speedOf(text: string | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*(mph|km\/h|kph)?$/.exec(text?.trim() ?? '')
  const value = Number(match?.[1])
  if (!Number.isFinite(value) || value < 1) return null
  const kmh = match?.[2] === 'mph' ? Math.round(value * 1.609344) : value
  return kmh <= 200 ? kmh : null
}

function metresOf(text: string | undefined): number | null {
  const feet = /^(\d+)'\s*(?:(\d+)")?$/.exec(text?.trim() ?? '')
  if (feet) return Math.round((Number(feet[1]) * 12 + Number(feet[2] ?? 0)) * 2.54) / 100
  const match = /^(\d+(?:\.\d+)?)\s*m?$/.exec(text?.trim() ?? '')
  const value = Number(match?.[1])
  return value >= 0.5 && value <= 20 ? value : null
}

function tonnesOf(text: string | undefined): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*t?$/.exec(text?.trim() ?? '')
  const value = Number(match?.[1])
  return value >= 0.1 && value <= 500 ? value : null
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== 'no'
}

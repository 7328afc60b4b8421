import { distanceToLineM, roundDegrees } from '../geometry.ts'
import type { Draft } from '../draft.ts'
import { SOURCES } from '../evidence.ts'
import type { Feature, SourceFolder } from '../source-folder.ts'
import { lineOf, propertyText } from '../source-folder.ts'

/** A GeoJSON document as it is written. */
export interface FeatureCollection {
  readonly type: 'FeatureCollection'
  readonly name: string
  readonly features: readonly object[]
}

/** Other names people use on the radio for the same road. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  穿山疏港高速: ['S20 穿好高速', '穿好高速', 'S20穿山疏港高速'],
  甬莞高速: ['S1 甬莞高速'],
  沈海高速: ['G15 沈海高速', '甬台温高速'],
  宁波绕城高速: ['绕城高速'],
  甬舟高速: ['舟山连岛高速'],
  '329国道': ['G329', '老329国道'],
}

const LOW_ROAD_M = 160
const LOW_CLASSES = ['secondary', 'tertiary', 'service', 'primary']

/** The schematic road network under the interchange header; which roads flood is worked out from the low points and is invented. */
export function buildRoads(draft: Draft, source: SourceFolder): FeatureCollection {
  const lowPoints = draft.riskAreas.filter((risk) => risk.kind === 'low_point')
  return {
    type: 'FeatureCollection',
    name: `${draft.region.id}-roads-schematic`,
    features: source.roads.map((feature) => {
      const line = lineOf(feature)
      const isLow =
        LOW_CLASSES.includes(propertyText(feature, 'class')) &&
        !/桥/.test(`${propertyText(feature, 'name')}${propertyText(feature, 'bridge_name')}`) &&
        lowPoints.some((risk) => distanceToLineM(risk.centre, line) < LOW_ROAD_M)
      return {
        type: 'Feature',
        id: propertyText(feature, 'id'),
        properties: { ...roadProperties(feature), floods: isLow ? 1 : 0, ...roadEvidence(feature, isLow) },
        geometry: { type: 'LineString', coordinates: line.map(([lng, lat]) => [roundDegrees(lng), roundDegrees(lat)]) },
      }
    }),
  }
}

function roadProperties(feature: Feature): Record<string, string | number | null> {
  const text = (key: string): string => propertyText(feature, key)
  const name = text('name')
  const aliases = [text('alt_name'), text('bridge_name'), text('tunnel_name'), ...(ALIASES[name] ?? [])]
  return {
    id: text('id'),
    name,
    alt_names: [...new Set(aliases.filter((alias) => alias !== '' && alias !== name))].join(';'),
    ref: text('ref'),
    class: text('class'),
    speed_kmh: Number(text('speed_kmh')),
    oneway: text('oneway'),
    bridge: text('bridge') === 'true' ? 1 : 0,
    tunnel: text('tunnel') === 'true' ? 1 : 0,
    max_height_m: numberOrNull(text('drill_maxheight_m')),
    max_weight_t: numberOrNull(text('drill_maxweight_t')),
    hazmat: text('drill_hazmat') === 'no' ? 'no' : 'yes',
    from_node: text('from_node'),
    to_node: text('to_node'),
    lanes: Number(text('lanes')),
    use: text('use'),
    confidence: text('confidence'),
  }
}

function roadEvidence(feature: Feature, isLow: boolean): Record<string, string | number> {
  const hasDrillLimit = Object.keys(feature.properties).some((key) => key.startsWith('drill_'))
  const notes = [
    '示意路网，非测绘',
    ...(hasDrillLimit ? ['限高限重限危为演练设定'] : []),
    ...(isLow ? ['积水路段为演练推定'] : []),
  ]
  return { source: SOURCES.roads, is_demo: 1, note: notes.join('；') }
}

function numberOrNull(text: string): number | null {
  return text === '' ? null : Number(text)
}

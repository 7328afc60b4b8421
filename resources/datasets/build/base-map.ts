import { join } from 'node:path'
import { readFeatures } from './source-folder.ts'

/** One layer of the offline base map: where it comes from and which properties the map needs. */
interface LayerSpec {
  readonly file: string
  readonly from: string
  readonly keep: readonly string[]
  readonly attribution: string
}

const LAYERS: readonly LayerSpec[] = [
  {
    file: 'land.geojson',
    from: 'base/land-osm.geojson',
    keep: ['kind'],
    attribution: '© OpenStreetMap contributors, ODbL 1.0',
  },
  {
    file: 'coast.geojson',
    from: 'base/coast-gshhg.geojson',
    keep: ['kind'],
    attribution: 'GSHHG 2.3.7 (Wessel & Smith), LGPL-3.0-or-later',
  },
  {
    file: 'islands.geojson',
    from: 'base/islands-gshhg-extra.geojson',
    keep: ['kind'],
    attribution: 'GSHHG 2.3.7 (Wessel & Smith), LGPL-3.0-or-later',
  },
  {
    file: 'water.geojson',
    from: 'base/water-schematic.geojson',
    keep: ['name', 'kind'],
    attribution: '示意水系, CC0-1.0',
  },
  {
    file: 'districts.geojson',
    from: 'admin/districts-schematic.geojson',
    keep: ['name', 'code', 'level'],
    attribution: '示意区划, ODbL 1.0 (© OpenStreetMap contributors; GSHHG)',
  },
  {
    file: 'towns.geojson',
    from: 'admin/towns-voronoi-schematic.geojson',
    keep: ['name', 'code', 'district', 'level', 'seat'],
    attribution: '示意街道范围(泰森多边形), ODbL 1.0 (© OpenStreetMap contributors)',
  },
]

/** The base map layers as compact GeoJSON with five decimals, by file name. */
export function buildBaseMap(folder: string): Map<string, string> {
  return new Map(LAYERS.map((layer) => [layer.file, compactLayer(join(folder, layer.from), layer)]))
}

function compactLayer(path: string, layer: LayerSpec): string {
  const features = readFeatures(path).map(({ properties, geometry }) => ({
    type: 'Feature',
    properties: Object.fromEntries(layer.keep.flatMap((key) => (key in properties ? [[key, properties[key]]] : []))),
    geometry,
  }))
  const head = { type: 'FeatureCollection', name: layer.file.replace('.geojson', ''), attribution: layer.attribution }
  return `${JSON.stringify({ ...head, features }, roundNumbers)}\n`
}

function roundNumbers(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1e5) / 1e5 : value
}

import { formatCsv } from './csv.ts'
import type { Draft } from './draft.ts'
import { HEADERS } from './headers.ts'
import type { TableName } from './headers.ts'
import type { DatasetInfo } from './kinds/dataset-info.ts'
import { buildAreas, buildRiskAreas } from './kinds/maps.ts'
import { buildRoads } from './kinds/roads.ts'
import type { FeatureCollection } from './kinds/roads.ts'
import type { SourceFolder } from './source-folder.ts'

const TABLE_NAMES: readonly TableName[] = [
  'teams',
  'vehicles',
  'team_kit',
  'hospitals',
  'carriers',
  'plants',
  'tanker_trips',
  'work_permits',
  'people',
  'rosters',
  'stores',
  'stock',
  'shelters',
  'shelter_zones',
  'population_points',
  'evacuees',
  'hazard_sources',
  'targets',
  'helipads',
  'cameras',
  'water_points',
  'organisations',
  'places',
]

/** The files of a data set by name, and how many records each holds. Empty tables are left out. */
export function formatDataset(
  draft: Draft,
  info: DatasetInfo,
  source: SourceFolder,
  neighbourCodes: readonly string[],
): { files: Map<string, string>; counts: Map<string, number> } {
  const files = new Map([['dataset.json', `${JSON.stringify(info, null, 2)}\n`]])
  const counts = new Map<string, number>()
  for (const name of TABLE_NAMES) {
    const rows = draft.tables[name]
    if (rows.length === 0) continue
    files.set(`${name}.csv`, formatCsv(HEADERS[name], rows))
    counts.set(`${name}.csv`, rows.length)
  }
  const layers: readonly (readonly [string, FeatureCollection])[] = [
    ['roads.geojson', buildRoads(draft, source)],
    ['areas.geojson', buildAreas(draft, source, neighbourCodes)],
    ['risk_areas.geojson', buildRiskAreas(draft)],
  ]
  for (const [name, collection] of layers) {
    if (collection.features.length === 0) continue
    files.set(name, formatFeatures(collection))
    counts.set(name, collection.features.length)
  }
  return { files, counts }
}

/** One feature a line, so that a change in one record is a change in one line. */
function formatFeatures({ features, ...head }: FeatureCollection): string {
  const opening = JSON.stringify({ ...head, features: [] }).slice(0, -2)
  return `${opening}\n${features.map((feature) => JSON.stringify(feature)).join(',\n')}\n]}\n`
}

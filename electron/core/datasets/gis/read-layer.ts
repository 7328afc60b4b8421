import { AppError } from '#shared/kernel/app-error.ts'
import type { FileKind } from '../kind-of-file.ts'
import { readAreaLayer, readRiskAreaLayer } from '../read-areas.ts'
import { readRoadLayer } from '../read-roads.ts'
import { isTableName, type ReadFile } from '../record-kind.ts'
import type { FeatureLayer } from './feature-layer.ts'
import { kindByFeatures } from './layer-kind.ts'
import { readPointTable } from './read-point-table.ts'

/** Reads the records of a layer. The kind comes from the file's name, else from the layer. Throws `bad-input` without one. */
export function readLayer(layer: FeatureLayer, named: FileKind | null): ReadFile {
  const byName = named === 'dataset' || named === 'osm' || named === 'contingencyPlan' ? null : named
  const kind = layer.kind ?? byName ?? kindByFeatures(layer)
  if (kind === null) throw unknownKind(layer.label)
  if (isTableName(kind)) return readPointTable(kind, layer)
  if (kind === 'roads') return readRoadLayer(layer)
  return kind === 'areas' ? readAreaLayer(layer) : readRiskAreaLayer(layer)
}

/** The fault of a file that neither name nor content tells anything about. */
export function unknownKind(file: string): AppError {
  return new AppError(
    'bad-input',
    `看不出“${file}”是什么数据。请按数据集文件命名（如 teams.csv），或使用样表的表头。`,
    {
      path: file,
    },
  )
}

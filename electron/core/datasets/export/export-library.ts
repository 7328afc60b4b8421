import type { ExportFormat } from '#shared/contract/exports.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import { formatDataset, formatLayer, formatTable } from '../format-dataset.ts'
import { hasPosition } from '../record-kind.ts'
import { exportLayersOf, type ExportLayer } from './export-layers.ts'

/** Files by name: text is UTF-8. */
export type ExportFiles = Map<string, string | Uint8Array>

/**
 * The files of a library in a format, in memory; importing them again gives the same library (same `version`). In the
 * map formats every kind with positions is one file; tables without positions stay CSV beside them, and `dataset.json`
 * is always there. `watch` is told each file before it is made, with the records that are done, and may throw.
 * Throws `bad-input` for what a format cannot hold.
 */
export async function exportLibrary(
  dataset: Dataset,
  format: ExportFormat,
  watch: (file: string, records: number) => void = () => undefined,
): Promise<ExportFiles> {
  let done = 0
  const tell = (file: string, records: number): void => {
    watch(file, done)
    done += records
  }
  if (format === 'csv') return new Map(formatDataset(dataset, tell))
  if (format === 'xlsx') return (await import('../excel/format-workbooks.ts')).formatWorkbooks(dataset, tell)
  const write = await writerOf(format)
  const files: ExportFiles = new Map([['dataset.json', `${JSON.stringify(dataset.head, null, 2)}\n`]])
  for (const name of TABLE_NAMES) {
    if (hasPosition(name) || dataset[name].length === 0) continue
    tell(TABLES[name].file, dataset[name].length)
    files.set(TABLES[name].file, formatTable(name, dataset[name]))
  }
  for (const layer of exportLayersOf(dataset)) {
    tell(layer.stem, layer.features.length)
    for (const [name, content] of write(layer)) files.set(name, content)
  }
  return files
}

type Writer = (layer: ExportLayer) => readonly (readonly [name: string, content: string | Uint8Array])[]

/** The libraries of a format are loaded only when it is asked for. */
async function writerOf(format: 'geojson' | 'kml' | 'shp'): Promise<Writer> {
  if (format === 'geojson') return ({ stem, head, features }) => [[`${stem}.geojson`, formatLayer(head, features)]]
  if (format === 'kml') {
    const { writeKml } = await import('../gis/kml/write-kml.ts')
    return (layer) => [[`${layer.stem}.kml`, writeKml(layer)]]
  }
  return (await import('../gis/shape/write-shapefile.ts')).writeShapefiles
}

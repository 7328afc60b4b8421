import { kindByName } from '../kind-of-file.ts'
import type { ReadFile } from '../record-kind.ts'
import type { SourceFile } from '../source-files.ts'
import { readKml } from './kml/read-kml.ts'
import { readLayer } from './read-layer.ts'
import { readShapefile } from './shape/read-shapefile.ts'

/** Reads a KML, KMZ or shapefile: one file of records for each of its layers. Throws `AppError` when one cannot be read. */
export function readGisFile(source: SourceFile): ReadFile[] {
  const layers = /\.shp$/i.test(source.name) ? [readShapefile(source)] : readKml(source.bytes(), source.name)
  const named = kindByName(source.name)
  return layers.map((layer) => readLayer(layer, named))
}

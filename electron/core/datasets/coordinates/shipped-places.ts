import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { TABLES } from '#shared/domain/dataset/tables.ts'
import { decodeText } from '../decode-text.ts'
import { readTable } from '../read-table.ts'
import { hasPosition, type RecordKind } from '../record-kind.ts'
import { readBytes } from '../source-files.ts'
import { placesOfFile, placesOfRecords, type NamedPlace } from './known-places.ts'

/** Tables with places whose name and position come from a survey. */
const PLACE_TABLES = ['hospitals', 'targets', 'shelters', 'places'] as const

/** The surveyed places of the shipped data sets (hospitals, schools and halls of OSM), in a fixed order. */
export function readShippedPlaces(datasetsFolder: string): NamedPlace[] {
  return readdirSync(datasetsFolder)
    .sort()
    .flatMap((name) => PLACE_TABLES.flatMap((table) => readPlaces(table, join(datasetsFolder, name))))
}

function readPlaces(table: (typeof PLACE_TABLES)[number], folder: string): NamedPlace[] {
  const path = join(folder, TABLES[table].file)
  return existsSync(path) ? placesOfFile(readTable(table, decodeText(readBytes(path), path), path)) : []
}

/** The places of a library: surveyed ones by name, and where each record of the kinds of an import stands now. */
export function placesOfLibrary(
  kinds: readonly RecordKind[],
  recordsOf: (kind: RecordKind) => readonly object[],
): NamedPlace[] {
  const all = new Set<RecordKind>([...PLACE_TABLES, ...kinds.filter(hasPosition)])
  return [...all].flatMap((kind) => placesOfRecords(kind, recordsOf(kind)))
}

import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'csv-parse/sync'

/** The folder the generated data lies in. */
export const RESOURCES = resolve(import.meta.dirname, '../../../resources')

/** A row of a data set file as text cells. */
export type TextRow = Readonly<Record<string, string>>

/** Reads one CSV file of a data set. */
export function readRows(dataset: string, file: string): TextRow[] {
  return parse<Record<string, string>>(readFileSync(join(RESOURCES, 'datasets', dataset, file)), { columns: true })
}

/** The header line of one CSV file. */
export function readHeader(dataset: string, file: string): string[] {
  const text = readFileSync(join(RESOURCES, 'datasets', dataset, file), 'utf8')
  return text.slice(0, text.indexOf('\n')).split(',')
}

/** Properties of the features of a GeoJSON file. */
export function readProperties(dataset: string, file: string): TextRow[] {
  const document: unknown = JSON.parse(readFileSync(join(RESOURCES, 'datasets', dataset, file), 'utf8'))
  const features = isRecord(document) && Array.isArray(document['features']) ? document['features'] : []
  return features.map((feature: unknown) => {
    const properties = isRecord(feature) && isRecord(feature['properties']) ? feature['properties'] : {}
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, String(value)]))
  })
}

/** Sum of a number column. */
export function sumOf(rows: readonly TextRow[], column: string): number {
  return rows.reduce((sum, row) => sum + Number(row[column]), 0)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

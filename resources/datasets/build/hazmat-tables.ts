import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The tables of dangerous goods that ship with the console; they are copied byte for byte. */
const FILES = [
  'dg-core-zh.csv',
  'erg2024-index.json',
  'erg2024-table1-isolation.json',
  'erg2024-table2-water-reactive.json',
  'erg2024-table3-large-spill.json',
  'hmt-49cfr172.101-2019.csv',
] as const

/** The dangerous-goods tables by file name, unchanged. */
export function copyHazmatTables(folder: string): Map<string, string> {
  return new Map(FILES.map((file) => [file, readFileSync(join(folder, 'dangerous-goods', file), 'utf8')]))
}

import { parse } from 'csv-parse/sync'
import * as z from 'zod'
import {
  ErgTable1,
  ErgTable2,
  ErgTable3,
  type HazmatTables,
  type IsolationRow,
  type LargeSpillRow,
} from '#shared/domain/hazmat.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { joinSubstances } from './join-substances.ts'

/** The texts of the files in `resources/hazmat`, by what they hold. */
export interface HazmatTexts {
  /** `erg2024-table1-isolation.json` */
  readonly table1: string
  /** `erg2024-table2-water-reactive.json` */
  readonly table2: string
  /** `erg2024-table3-large-spill.json` */
  readonly table3: string
  /** `erg2024-index.json` */
  readonly index: string
  /** `dg-core-zh.csv` */
  readonly core: string
  /** `hmt-49cfr172.101-2019.csv` */
  readonly hmt: string
}

/** `erg2024-index.json`: names and guides by UN number. */
export const ErgIndex = z.looseObject({
  rows: z.array(
    z.looseObject({ un: z.string(), name: z.string(), guide: z.number(), polymerizes: z.boolean(), tih: z.boolean() }),
  ),
})
const CoreRows = z.array(
  z.looseObject({
    un: z.string(),
    name_zh: z.string(),
    alias_zh: z.string(),
    name_en: z.string(),
    cas: z.string(),
    class_division: z.string(),
    erg_guide: z.string(),
    tih: z.enum(['yes', 'no']),
  }),
)
const HmtRows = z.array(
  z.looseObject({ proper_shipping_name: z.string(), class_division: z.string(), un_na: z.string() }),
)

/** Joins the tables of the hazmat handbook. Throws `AppError` `file-broken` naming the file and the first fault. */
export function readHazmatTables(texts: HazmatTexts): HazmatTables {
  const table1 = readTableJson('erg2024-table1-isolation.json', texts.table1, ErgTable1)
  const table2 = readTableJson('erg2024-table2-water-reactive.json', texts.table2, ErgTable2)
  const table3 = readTableJson('erg2024-table3-large-spill.json', texts.table3, ErgTable3)
  const index = readTableJson('erg2024-index.json', texts.index, ErgIndex)
  const core = readTableCsv('dg-core-zh.csv', texts.core, CoreRows)
  const hmt = readTableCsv('hmt-49cfr172.101-2019.csv', texts.hmt, HmtRows)
  return {
    substances: joinSubstances({ table1: table1.rows, table2: table2.rows, index: index.rows, core, hmt }),
    isolation: table1.rows.map(isolationRowOf),
    largeSpills: table3.chemicals.flatMap(largeSpillRowsOf),
  }
}

type Table1Row = z.infer<typeof ErgTable1>['rows'][number]
type Table3Chemical = z.infer<typeof ErgTable3>['chemicals'][number]

function isolationRowOf(row: Table1Row): IsolationRow {
  const distances = (spill: Table1Row['small_spill']): IsolationRow['smallSpill'] => ({
    isolationM: spill.isolation_m ?? null,
    dayKm: spill.protect_day_km ?? null,
    nightKm: spill.protect_night_km ?? null,
  })
  return {
    un: row.un,
    name: row.name,
    guide: row.guide,
    smallSpill: distances(row.small_spill),
    largeSpill: row.large_spill.see === 'table3' ? null : distances(row.large_spill),
  }
}

function largeSpillRowsOf(chemical: Table3Chemical): LargeSpillRow[] {
  const bands = (km: Table3Chemical['containers'][number]['day_km']): LargeSpillRow['dayKm'] => ({
    low: km.low_wind,
    moderate: km.moderate_wind,
    high: km.high_wind,
  })
  return chemical.containers.map((container) => ({
    un: chemical.un_number.replace(/^UN/, ''),
    container: container.type,
    isolationM: container.initial_isolation_m,
    dayKm: bands(container.day_km),
    nightKm: bands(container.night_km),
  }))
}

/** Parses one JSON file of the handbook. Throws `AppError` `file-broken`. */
export function readTableJson<T>(file: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (cause) {
    throw new AppError('file-broken', `危险品资料文件 ${file} 不是完整的 JSON。请重新安装或恢复该文件。`, {
      path: file,
      cause,
    })
  }
  return checkTable(file, value, schema)
}

/** Parses one CSV file of the handbook. Throws `AppError` `file-broken`. */
export function readTableCsv<T>(file: string, text: string, schema: z.ZodType<T>): T {
  return checkTable(file, parse(text, { bom: true, columns: true, skip_empty_lines: true }), schema)
}

/** Checks a parsed file of the handbook against its shape. Throws `AppError` `file-broken`. */
export function checkTable<T>(file: string, value: unknown, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const where = result.error.issues[0]?.path.map(String).join('.') ?? ''
  throw new AppError('file-broken', `危险品资料文件 ${file} 内容不符（${where}）。请重新安装或恢复该文件。`, {
    path: file,
    value: where,
  })
}

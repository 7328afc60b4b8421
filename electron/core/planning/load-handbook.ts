import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import * as z from 'zod'
import { CARD_SECTIONS, GuideCards, SpokenNames, type HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import { ErgTable2, type HazmatTables } from '#shared/domain/hazmat.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { joinHandbook } from './join-handbook.ts'
import { checkTable, ErgIndex, readTableCsv, readTableJson } from './read-hazmat-tables.ts'

const UsRows = z.array(
  z.looseObject({
    row_id: z.string(),
    proper_shipping_name: z.string(),
    alt_names: z.string(),
    class_division: z.string(),
    un_na: z.string(),
    packing_group: z.string(),
    label_codes: z.string(),
  }),
)
const CoreRows = z.array(z.looseObject({ un: z.string(), name_en: z.string() }))

/** Reads the hazmat handbook beside the planner's tables. Throws `dataset-damaged` naming file and reason. */
export function loadHandbook(resourcesFolder: string, tables: HazmatTables): HazmatHandbook {
  const folder = join(resourcesFolder, 'hazmat')
  const text = (name: string): string => readText(join(folder, name))
  try {
    const cards = readYaml('guide-cards.yaml', text('guide-cards.yaml'), GuideCards)
    refuseMissingLines(cards)
    return {
      cards,
      entries: joinHandbook({
        substances: tables.substances,
        table1: new Set(tables.isolation.map((row) => row.un)),
        table3: new Set(tables.largeSpills.map((row) => row.un)),
        table2: readTableJson(
          'erg2024-table2-water-reactive.json',
          text('erg2024-table2-water-reactive.json'),
          ErgTable2,
        ).rows,
        index: readTableJson('erg2024-index.json', text('erg2024-index.json'), ErgIndex).rows,
        core: readTableCsv('dg-core-zh.csv', text('dg-core-zh.csv'), CoreRows),
        us: readTableCsv('hmt-49cfr172.101-2019.csv', text('hmt-49cfr172.101-2019.csv'), UsRows),
        spoken: readYaml('spoken-names.yaml', text('spoken-names.yaml'), SpokenNames).names,
      }),
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError('dataset-damaged', error.message, {
      path: join(folder, error.path),
      value: error.value,
      cause: error,
    })
  }
}

/** Every line a card names must exist: a missing one would silently drop an order. */
function refuseMissingLines(cards: GuideCards): void {
  const known = new Set(Object.values(cards.lines).flatMap((texts) => Object.keys(texts)))
  const unmarked = Object.keys(cards.lines).find((mark) => cards.marks[mark] === undefined)
  const missing = [cards.common, ...cards.cards, ...cards.classes]
    .flatMap((card) => CARD_SECTIONS.flatMap((key) => card[key]))
    .find((id) => !known.has(id))
  const fault = unmarked ?? missing
  if (fault === undefined) return
  throw new AppError(
    'file-broken',
    `危险品处置卡 guide-cards.yaml 里没有“${fault}”的文字或依据。请重新安装或恢复该文件。`,
    {
      path: 'guide-cards.yaml',
      value: fault,
    },
  )
}

function readYaml<T>(file: string, text: string, schema: z.ZodType<T>): T {
  let value: unknown
  try {
    value = parse(text)
  } catch (cause) {
    throw new AppError('file-broken', `危险品资料文件 ${file} 不是完整的 YAML。请重新安装或恢复该文件。`, {
      path: file,
      cause,
    })
  }
  return checkTable(file, value, schema)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new AppError('file-missing', `危险品资料文件“${file}”缺失或读不了。请重新安装程序，或从备份恢复该文件。`, {
      path: file,
      cause,
    })
  }
}

import type { HandbookHit } from '#shared/contract/hazmat.contract.ts'
import type { HandbookEntry, HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

/**
 * Index over the whole handbook: UN number with or without `UN`, Chinese, spoken and English names, CAS, pinyin. Equally
 * good matches stand in the order of how much is known: with a Chinese name, then with ERG distances, then the rest.
 */
export function indexHandbook({ entries }: HazmatHandbook): SearchIndex<HandbookEntry> {
  return createSearchIndex(
    entries.map((entry) => {
      const { nameZh, aliasesZh, cas } = entry.substance
      return {
        item: entry,
        id: entry.id,
        names: [nameZh, ...aliasesZh, ...entry.spokenNames, ...entry.namesEn],
        codes: [entry.id, `UN${entry.id}`, cas],
        nearness: nearnessOf(entry),
      }
    }),
  )
}

function nearnessOf({ substance, listedIn }: HandbookEntry): number {
  if (substance.nameZh !== '') return substance.toxicByInhalation ? 0 : 1
  return listedIn.includes('table1') ? 2 : listedIn.includes('index') ? 3 : 4
}

/** The entry as a list shows it. */
export function hitOf({ id, substance, spokenNames, namesEn, listedIn }: HandbookEntry): HandbookHit {
  return {
    id,
    un: unNumberOf(id),
    nameZh: substance.nameZh,
    otherNamesZh: [...new Set([...substance.aliasesZh, ...spokenNames])],
    nameEn: namesEn[0] ?? '',
    cas: substance.cas,
    classDivision: substance.classDivision,
    guide: substance.guide,
    toxicByInhalation: substance.toxicByInhalation,
    waterReactive: substance.waterReactive,
    listedIn: [...listedIn],
  }
}

/** The UN number of an entry, empty for one that has none. */
export function unNumberOf(id: string): string {
  return /^\d{4}$/.test(id) ? id : ''
}

/** Why a search found nothing, with the remedy; null when something was found or nothing was asked. */
export function emptySearchNote(text: string, found: number): string | null {
  const wanted = text.trim()
  if (found > 0 || wanted === '') return null
  const number = /^(?:un|联合国编号)?\s*(\d+)$/i.exec(wanted.normalize('NFKC'))?.[1]
  if (number === undefined) {
    return `没有查到“${wanted}”。请换中文名、俗称、英文名、拼音首字母、CAS 号或四位 UN 编号；仍查不到时按未知物质（指南 111）处置。`
  }
  if (number.length !== 4) {
    return `UN 编号应为四位数字，现为“${number}”（${number.length} 位）。请核对车辆标牌下半格或运单。`
  }
  return `UN${number} 不在危险品目录中。请核对标牌、运单上的四位编号；确认无误仍查不到时按未知物质（指南 111，四周至少 100 米）处置，并向货主或专家查询。`
}

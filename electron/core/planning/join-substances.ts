import type { Substance } from '#shared/domain/hazmat.ts'
import { groupBy, sortedBy } from '#shared/kernel/order.ts'

interface CoreRow {
  readonly un: string
  readonly name_zh: string
  readonly alias_zh: string
  readonly name_en: string
  readonly cas: string
  readonly class_division: string
  readonly erg_guide: string
  readonly tih: 'yes' | 'no'
}

interface IndexRow {
  readonly un: string
  readonly name: string
  readonly guide: number
  readonly polymerizes: boolean
  readonly tih: boolean
}

/** Rows of all sources of the handbook. */
interface SubstanceSources {
  readonly table1: readonly { readonly un: string; readonly name: string; readonly guide: string }[]
  readonly table2: readonly { readonly un: string }[]
  readonly index: readonly IndexRow[]
  readonly core: readonly CoreRow[]
  readonly hmt: readonly {
    readonly proper_shipping_name: string
    readonly class_division: string
    readonly un_na: string
  }[]
}

/**
 * One substance a UN number, joined over all sources and sorted by number. The Chinese list wins for names, class and guide,
 * then ERG2024, then the US table; what no source gives stays empty.
 */
export function joinSubstances(sources: SubstanceSources): Substance[] {
  const core = new Map(sources.core.map((row) => [row.un, row]))
  const table1 = new Map(sources.table1.map((row) => [row.un, row]))
  const index = groupBy(sources.index, (row) => row.un)
  const hmt = groupBy(
    sources.hmt.filter((row) => /^UN\d{4}$/.test(row.un_na)),
    (row) => row.un_na.slice(2),
  )
  const waterReactive = new Set(sources.table2.map((row) => row.un))
  const numbers = new Set([...core.keys(), ...table1.keys(), ...index.keys(), ...hmt.keys()])
  return sortedBy([...numbers], (un) => [un]).map((un) => {
    const own = core.get(un)
    const listed = index.get(un) ?? []
    const us = hmt.get(un) ?? []
    return {
      un,
      nameZh: own?.name_zh ?? '',
      aliasesZh: (own?.alias_zh ?? '').split(';').filter((alias) => alias !== ''),
      nameEn:
        own?.name_en ??
        namesOf(
          listed.map((row) => row.name),
          us.map((row) => row.proper_shipping_name),
        ),
      cas: own?.cas ?? '',
      classDivision: own?.class_division ?? us[0]?.class_division ?? '',
      guide: guideOf(own, table1.get(un)?.guide, listed),
      toxicByInhalation: own?.tih === 'yes' || table1.has(un) || listed.some((row) => row.tih),
      waterReactive: waterReactive.has(un),
    }
  })
}

function namesOf(listed: readonly string[], us: readonly string[]): string {
  return [...new Set(listed.length > 0 ? listed : us)].join(' / ')
}

function guideOf(own: CoreRow | undefined, table1Guide: string | undefined, listed: readonly IndexRow[]): string {
  // One number may cover several goods ("138/147/154"); the list puts the guide with the farthest first distances in front.
  const [ownGuide = ''] = own?.erg_guide.split('/') ?? []
  if (ownGuide !== '') return ownGuide
  if (table1Guide !== undefined) return table1Guide
  const [first] = listed
  return first === undefined ? '' : `${first.guide}${first.polymerizes ? 'P' : ''}`
}

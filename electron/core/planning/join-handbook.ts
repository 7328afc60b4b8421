import { HANDBOOK_SOURCES, type HandbookEntry } from '#shared/domain/hazmat-handbook.ts'
import type { Substance } from '#shared/domain/hazmat.ts'
import { groupBy, sortedBy } from '#shared/kernel/order.ts'

interface UsRow {
  readonly row_id: string
  readonly proper_shipping_name: string
  readonly alt_names: string
  readonly class_division: string
  readonly un_na: string
  readonly packing_group: string
  readonly label_codes: string
}

/** What the handbook is joined from. */
export interface HandbookSources {
  readonly substances: readonly Substance[]
  readonly table1: ReadonlySet<string>
  readonly table3: ReadonlySet<string>
  readonly table2: readonly {
    readonly un: string
    readonly items: readonly { readonly tih_gases: readonly string[] }[]
  }[]
  readonly index: readonly { readonly un: string; readonly name: string; readonly guide: number }[]
  readonly core: readonly { readonly un: string; readonly name_en: string }[]
  readonly us: readonly UsRow[]
  readonly spoken: Readonly<Record<string, readonly string[]>>
}

/**
 * Every entry of every source: one a UN number, one a US number (NA, ID), and one for each name the US table lists
 * without a number (forbidden goods), so that no row is lost. Sorted by id.
 */
export function joinHandbook(sources: HandbookSources): HandbookEntry[] {
  const us = groupBy(sources.us, usIdOf)
  const gases = new Map(
    sources.table2.map((row) => [row.un, [...new Set(row.items.flatMap((item) => item.tih_gases))]]),
  )
  const index = groupBy(sources.index, (row) => row.un)
  const core = new Map(sources.core.map((row) => [row.un, row.name_en]))
  const known = new Set(sources.substances.map((substance) => substance.un))
  const others = [...us].flatMap(([id, rows]) => (known.has(id) ? [] : [usOnly(id, rows, index)]))
  const entries = [...sources.substances, ...others].map((substance): HandbookEntry => {
    const rows = us.get(substance.un) ?? []
    const listed = index.get(substance.un) ?? []
    const own = core.get(substance.un)
    const in_ = {
      core: own !== undefined,
      index: listed.length > 0,
      table1: sources.table1.has(substance.un),
      table2: gases.has(substance.un),
      table3: sources.table3.has(substance.un),
      us: rows.length > 0,
    }
    return {
      id: substance.un,
      substance:
        substance.classDivision === '' ? { ...substance, classDivision: rows[0]?.class_division ?? '' } : substance,
      namesEn: distinct([
        ...(own === undefined ? [] : [own]),
        ...listed.map((row) => row.name),
        ...rows.flatMap((row) => [row.proper_shipping_name, ...alternativesOf(row)]),
      ]),
      spokenNames: sources.spoken[substance.un] ?? [],
      packingGroups: distinct(rows.map((row) => row.packing_group)).sort(),
      labels: distinct(rows.map((row) => row.label_codes)),
      waterGases: gases.get(substance.un) ?? [],
      listedIn: HANDBOOK_SOURCES.filter((source) => in_[source]),
    }
  })
  return sortedBy(entries, ({ id }) => [id])
}

/** `1005` for UN numbers and for NA numbers from 9000 on, which no UN number shares; `NA1993` as written; `us-13` without any. */
function usIdOf({ un_na, row_id }: UsRow): string {
  if (un_na === '') return `us-${row_id}`
  return un_na.replace(/^UN|^NA(?=9)/, '')
}

/** A substance only the US table lists; an NA number shares the guide of the index under the same digits. */
function usOnly(
  id: string,
  rows: readonly UsRow[],
  index: ReadonlyMap<string, readonly { readonly guide: number }[]>,
): Substance {
  const [guided] = index.get(id.replace(/^NA/, '')) ?? []
  return {
    un: id,
    nameZh: '',
    aliasesZh: [],
    nameEn: distinct(rows.map((row) => row.proper_shipping_name)).join(' / '),
    cas: '',
    classDivision: rows[0]?.class_division ?? '',
    guide: guided === undefined ? '' : String(guided.guide),
    toxicByInhalation: false,
    waterReactive: false,
  }
}

/** "Anhydrous ammonia, see Ammonia, anhydrous | …": the name before the pointer. */
function alternativesOf({ alt_names }: UsRow): string[] {
  return alt_names.split('|').map((name) => name.replace(/,\s*see\s.*$/i, '').trim())
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values.filter((value) => value !== ''))]
}

import type { PlaceHit } from '#shared/contract/reference.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { Substance } from '#shared/domain/hazmat.ts'
import { createSearchIndex, type Findable, type SearchIndex } from './search-index.ts'

interface NamedPlace {
  readonly id: string
  readonly name: string
  readonly town: string
  readonly lng: number
  readonly lat: number
  readonly isDemo: number
}

/** Index over everything an incident may be said to be at: the gazetteer, plants, hazard sources, targets, hospitals, shelters. */
export function indexPlaces(dataset: Dataset): SearchIndex<PlaceHit> {
  const findables = [
    ...dataset.places.map((row) => findablePlace(row, row.kind, [row.nameEn])),
    ...dataset.plants.map((row) => findablePlace(row, 'plant')),
    ...dataset.hazardSources.map((row) => findablePlace(row, row.kind)),
    ...dataset.targets.map((row) => findablePlace(row, row.kind)),
    ...dataset.hospitals.map((row) => findablePlace(row, 'hospital')),
    ...dataset.shelters.map((row) => findablePlace(row, 'shelter')),
  ]
  // The gazetteer also names hospitals and shelters: one place is offered once.
  const unique = new Map<string, Findable<PlaceHit>>()
  for (const findable of findables) {
    const key = `${findable.item.name} ${findable.item.town}`
    if (!unique.has(key)) unique.set(key, findable)
  }
  return createSearchIndex([...unique.values()])
}

function findablePlace(row: NamedPlace, kind: string, otherNames: readonly string[] = []): Findable<PlaceHit> {
  const { id, name, town, lng, lat } = row
  return {
    item: { id, name, kind, town, lng, lat, isDemo: row.isDemo === 1 },
    id,
    names: [name, ...otherNames],
    codes: [],
  }
}

/** Index over the substances of the hazmat handbook: UN number with or without `UN`, names, aliases, CAS. */
export function indexSubstances(substances: readonly Substance[]): SearchIndex<Substance> {
  return createSearchIndex(
    substances.map((substance) => ({
      item: substance,
      id: substance.un,
      names: [substance.nameZh, ...substance.aliasesZh, substance.nameEn],
      codes: [substance.un, `UN${substance.un}`, substance.cas],
    })),
  )
}

import type { PlaceHit } from '#shared/contract/reference.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
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
  const home = homeAreasOf(dataset)
  const findables = [
    ...dataset.places.map((row) => findablePlace(row, row.kind, home, [row.nameEn])),
    ...dataset.plants.map((row) => findablePlace(row, 'plant', home)),
    ...dataset.hazardSources.map((row) => findablePlace(row, row.kind, home)),
    ...dataset.targets.map((row) => findablePlace(row, row.kind, home)),
    ...dataset.hospitals.map((row) => findablePlace(row, 'hospital', home)),
    ...dataset.shelters.map((row) => findablePlace(row, 'shelter', home)),
  ]
  // The gazetteer also names hospitals and shelters: one place is offered once.
  const unique = new Map<string, Findable<PlaceHit>>()
  for (const findable of findables) {
    const key = `${findable.item.name} ${findable.item.town}`
    if (!unique.has(key)) unique.set(key, findable)
  }
  return createSearchIndex([...unique.values()])
}

/** Names of the district the data set is about and of its towns; neighbours are other areas. */
function homeAreasOf(dataset: Dataset): ReadonlySet<string> {
  return new Set(
    dataset.areas.filter((area) => area.level === 'district' || area.level === 'town').map((area) => area.name),
  )
}

/** 0 = a town or the district itself, 1 = a place of the home district, 2 = a neighbour's. */
function nearnessOf(row: NamedPlace, home: ReadonlySet<string>): number {
  if (home.has(row.name)) return 0
  return home.has(row.town) ? 1 : 2
}

function findablePlace(
  row: NamedPlace,
  kind: string,
  home: ReadonlySet<string>,
  otherNames: readonly string[] = [],
): Findable<PlaceHit> {
  const { id, name, town, lng, lat } = row
  return {
    item: { id, name, kind, town, lng, lat, isDemo: row.isDemo === 1 },
    id,
    names: [name, ...otherNames],
    codes: [],
    nearness: nearnessOf(row, home),
  }
}

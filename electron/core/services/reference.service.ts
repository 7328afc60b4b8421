import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { PlaceHit } from '#shared/contract/reference.contract.ts'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import type { HandbookEntry, HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import type { ReadDb } from '../db/db-types.ts'
import { countLibrary } from '../db/repositories/dataset.repo.ts'
import { textRowsOf } from './library-rows.ts'
import { indexHandbook, unNumberOf } from './handbook-search.ts'
import { indexPlaces } from './library-search.ts'
import type { LibrarySource } from './library-source.ts'
import { mapLayerOf } from './map-layers.ts'
import type { SearchIndex } from './search-index.ts'

/** The library, the gazetteer and the hazmat handbook, for looking things up. */
export type ReferenceService = AppHandlers['reference']

/** Builds the reference service; search indexes are made at the first search and kept as long as the library stays. */
export function createReferenceService(core: {
  readonly db: ReadDb
  readonly library: LibrarySource
  readonly handbook: () => HazmatHandbook
}): ReferenceService {
  let places: { dataset: Dataset; index: SearchIndex<PlaceHit> } | null = null
  let substances: SearchIndex<HandbookEntry> | null = null
  const placeIndex = (): SearchIndex<PlaceHit> => {
    const dataset = core.library.current()
    if (places?.dataset !== dataset) places = { dataset, index: indexPlaces(dataset) }
    return places.index
  }
  return {
    dataset: () => {
      const { head, version, roadsSchematic } = core.library.current()
      return { head, version, roadsSchematic, counts: countLibrary(core.db) }
    },
    searchPlaces: ({ text, limit }) => placeIndex().find(text, limit),
    searchSubstances: ({ text, limit }) => {
      substances ??= indexHandbook(core.handbook())
      // An incident can only carry a UN number; entries without one stay in the handbook.
      const found = substances.find(text, limit * 2).filter((entry) => unNumberOf(entry.id) !== '')
      return found.slice(0, limit).map((entry) => entry.substance)
    },
    mapLayer: ({ layer }) => mapLayerOf(core.library.current(), layer),
    rows: (wanted) => textRowsOf(core.library.current(), wanted),
  }
}

import type { AppHandlers } from '#shared/contract/app-contract.ts'
import type { CardDistances } from '#shared/contract/hazmat.contract.ts'
import type { HandbookEntry, HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { guideCardOf } from '#shared/planner/hazmat/guide-card.ts'
import { handbookDistances } from '#shared/planner/hazmat/handbook-distances.ts'
import type { ReleaseDistances } from '#shared/planner/hazmat/spill-distances.ts'
import { hazmatCardDocument } from '#shared/text/documents/hazmat-card-document.ts'
import { gasName } from '#shared/text/hazmat-gas-names.ts'
import type { WriteDb } from '../db/db-types.ts'
import { cardConditions } from './card-conditions.ts'
import { emptySearchNote, hitOf, indexHandbook } from './handbook-search.ts'
import { existingIncident } from './incident.service.ts'
import type { LibrarySource } from './library-source.ts'
import type { PlanningReferences } from './planning-port.ts'
import type { SearchIndex } from './search-index.ts'

/** The hazmat handbook: finding a substance and its card for the present wind and hour. */
export type HazmatService = AppHandlers['hazmat']

/** What the hazmat service works with. */
export interface HazmatServiceParts {
  readonly db: WriteDb
  readonly nowMs: () => number
  readonly library: LibrarySource
  readonly references: () => PlanningReferences
  readonly handbook: () => HazmatHandbook
}

/** How many matches are counted; a list longer than this says nothing. */
const COUNTED = 5000

/** Builds the hazmat service; the search index is made at the first search. */
export function createHazmatService(core: HazmatServiceParts): HazmatService {
  let index: SearchIndex<HandbookEntry> | null = null
  return {
    search: ({ text, limit }) => {
      index ??= indexHandbook(core.handbook())
      const found = index.find(text, COUNTED)
      return {
        hits: found.slice(0, limit).map(hitOf),
        total: found.length,
        note: emptySearchNote(text, found.length),
      }
    },
    card: ({ id, incidentId, entered }) => {
      const { entries, cards } = core.handbook()
      const entry = entries.find((candidate) => candidate.id === id)
      if (entry === undefined) throw unknownEntry(id)
      const { hazmat, parameters } = core.references()
      const { conditions, wind } = cardConditions({
        incident: incidentId === null ? null : existingIncident(core.db, incidentId).incident,
        entered,
        nowMs: core.nowMs(),
        dataset: core.library.current(),
        parameters: parameters.zones,
      })
      const { night, container, largeSpill } = conditions
      const distances = handbookDistances(
        entry.substance,
        { night, wind, container, largeSpill },
        { tables: hazmat, parameters: parameters.zones },
      )
      const guide = guideCardOf(cards, entry.substance)
      const card = {
        entry: hitOf(entry),
        namesEn: [...entry.namesEn],
        packingGroups: [...entry.packingGroups],
        labels: [...entry.labels],
        polymerises: entry.substance.guide.endsWith('P'),
        waterGases: entry.waterGases.map(gasName),
        conditions,
        distances: {
          present: distancesOf(distances.present),
          reasons: [...distances.present.reasons],
          fireM: distances.fireM,
          fireSource: distances.fireSource,
          sizes: distances.sizes.map((cell) => ({ ...cell, distances: distancesOf(cell.distances) })),
          containers: distances.containers.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, distances: distancesOf(cell.distances) })),
          })),
        },
        guideName: guide.name,
        general: guide.general,
        sections: guide.sections.map(({ key, lines }) => ({ key, lines: [...lines] })),
      }
      return { ...card, document: hazmatCardDocument(card) }
    },
  }
}

function distancesOf({ isolationM, protectiveM, atLeast, isolationLost, basis }: ReleaseDistances): CardDistances {
  return { isolationM, protectiveM, atLeast, isolationLost, source: basis.source, row: basis.row }
}

function unknownEntry(id: string): AppError {
  const message = emptySearchNote(id, 0) ?? `危险品手册里没有“${id}”`
  return new AppError('unknown-un-number', message, { path: 'id', value: id })
}

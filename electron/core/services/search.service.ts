import type { AppHandlers } from '#shared/contract/app-contract.ts'
import { nearestAsked } from '#shared/text/nearest-words.ts'
import { answerNearest, type NearestParts } from './search/answer-nearest.ts'
import { findRecords } from './search/find-records.ts'
import { planLineHits } from './search/plan-line-hits.ts'
import { createSearchIndexer, type SearchIndexer } from './search/search-indexer.ts'
import { searchSources, type SourceParts } from './search/search-sources.ts'
import { createSpeller, type Speller } from './search/spelling.ts'

/** One box over everything. */
export type SearchService = AppHandlers['search']

/** What the search works with. */
export interface SearchServiceParts extends NearestParts {
  readonly searchIndex: SearchIndex
}

/** Plans that are found by what stands in them, at most: behind everything that is called so. */
const PLANS_BY_LINE = 8

/** The index of a console: what keeps it up, and how texts are spelled. */
export interface SearchIndex {
  readonly indexer: SearchIndexer
  readonly speller: Speller
}

/** The index of a console; nothing is read before it is asked. */
export function createSearchIndex(core: Omit<SourceParts, 'speller'>): SearchIndex {
  const speller = createSpeller()
  return { speller, indexer: createSearchIndexer(searchSources({ ...core, speller })) }
}

/** Builds the search; its index is kept in the database and made up to date when it is asked. */
export function createSearchService(core: SearchServiceParts): SearchService {
  const { db, searchIndex } = core
  return {
    find: (question) => {
      const indexed = searchIndex.indexer.catchUp()
      const { hits, more } = findRecords(db, question, searchIndex.speller)
      const wantsPlans = question.kinds?.includes('plan') ?? true
      const room = wantsPlans ? question.limit - hits.length : 0
      const inPlans = planLineHits(db, question.text, { known: hits, limit: Math.min(room, PLANS_BY_LINE) })
      return { hits: [...hits, ...inPlans], more, indexed, nearest: nearestAsked(question.text) }
    },
    nearest: (asked) => answerNearest(core, asked),
  }
}

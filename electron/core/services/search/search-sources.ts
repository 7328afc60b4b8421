import type { SearchKind } from '#shared/contract/search.contract.ts'
import type { ActionCard } from '#shared/domain/action-card.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import type { HazmatHandbook } from '#shared/domain/hazmat-handbook.ts'
import type { WriteDb } from '../../db/db-types.ts'
import { allRows, textOf } from '../../db/rows.ts'
import type { RecordName } from '../../db/repositories/search.repo.ts'
import { tableSource, type RecordParts } from './library-records.ts'
import { areaSource, riskAreaSource, roadSource } from './map-records.ts'
import { cardSource, incidentSource, planSource, substanceSource } from './other-records.ts'
import type { RecordSource } from './record-source.ts'
import type { IndexerParts } from './search-indexer.ts'
import type { Speller } from './spelling.ts'

/** What everything that can be found comes from. */
export interface SourceParts {
  readonly db: WriteDb
  readonly handbook: () => Pick<HazmatHandbook, 'entries'>
  readonly actionCards: () => readonly ActionCard[]
  readonly speller: Speller
}

/** Everything that can be found: the library, incidents, contingency plans, and the cards and substances of the program. */
export function searchSources({ db, handbook, actionCards, speller }: SourceParts): IndexerParts {
  let home: ReadonlySet<string> | null = null
  const parts: RecordParts = { db, home: () => (home ??= homeTowns(db)) }
  const made = new Map<SearchKind, RecordSource>()
  const make = (kind: SearchKind): RecordSource => {
    switch (kind) {
      case 'incident':
        return incidentSource(parts)
      case 'plan':
        return planSource(parts)
      case 'card':
        return cardSource(actionCards)
      case 'substance':
        return substanceSource(handbook)
      case 'roads':
        return roadSource(parts)
      case 'areas':
        return areaSource(parts)
      case 'riskAreas':
        return riskAreaSource(parts)
      default:
        return tableSource(parts, kind)
    }
  }
  return {
    db,
    speller,
    sourceOf: (kind) => {
      // Areas are read before all others; what is home is asked anew after them.
      if (kind === 'areas') home = null
      const source = made.get(kind) ?? make(kind)
      made.set(kind, source)
      return source
    },
    shipped: () =>
      new Map<SearchKind, ReadonlyMap<string, unknown>>([
        ['card', new Map(actionCards().map(({ id, title }) => [id, title]))],
        [
          'substance',
          new Map(
            handbook().entries.map(({ id, substance, namesEn, spokenNames }) => [
              id,
              [substance.nameZh, substance.aliasesZh, substance.cas, namesEn, spokenNames],
            ]),
          ),
        ],
      ]),
    homeKey: () => {
      home = homeTowns(db)
      return [...home].sort().join(' ')
    },
    dependants: (name) => dependantsOf(db, name),
  }
}

/** Towns and the district the data set is about; neighbours are other areas. */
function homeTowns(db: WriteDb): ReadonlySet<string> {
  const rows = allRows(db, "SELECT DISTINCT name FROM areas WHERE level IN ('district', 'town')")
  return new Set(rows.map((row) => textOf(row, 'name')))
}

/** Rows of other tables that point to a row and show its name. */
function dependantsOf(db: WriteDb, { kind, key }: RecordName): RecordName[] {
  return TABLE_NAMES.filter((table) => table !== 'rosters').flatMap((table) =>
    Object.entries(TABLES[table].references)
      .filter(([, target]) => target === kind)
      .flatMap(([column]) => {
        const own = TABLES[table].key[0] ?? 'id'
        const sql = `SELECT "${own}" AS key FROM ${TABLES[table].sqlTable} WHERE "${column}" = ?`
        return allRows(db, sql, [key]).map((row) => ({ kind: table, key: textOf(row, 'key') }))
      }),
  )
}

import type { JournalFilter, JournalLine } from '#shared/contract/journal.contract.ts'
import { wordsOfOp } from '#shared/text/op-words/op-words.ts'
import type { WriteDb } from '../../../db/db-types.ts'
import { readIncidents } from '../../../db/repositories/incident.repo.ts'
import {
  addLine,
  countOpsWithoutLine,
  forgetOlderWords,
  readCorrections,
  readOpsWithoutLine,
  type JournalLine as StoredLine,
  type LineFilter,
} from '../../../db/repositories/journal-line.repo.ts'
import type { StoredOp } from '../../../db/repositories/op-log.repo.ts'
import { readKnownOp } from '../../../replication/known-op.ts'

/** Entries put in words in one go: about a tenth of a second. */
const AT_ONCE = 3000

/** Puts new entries of the record in words; gives how many still wait. */
export function catchUpLines(db: WriteDb, version: string): number {
  forgetOlderWords(db, version)
  if (countOpsWithoutLine(db) > 0) {
    db.transaction(() => {
      for (const stored of readOpsWithoutLine(db, AT_ONCE)) addLine(db, lineOfOp(stored))
    })()
  }
  return countOpsWithoutLine(db)
}

/** A sentence of an entry; one of a kind that this version does not know says so and is kept as it is. */
export function sentenceOf({ op }: StoredOp): string {
  const known = readKnownOp(op)
  return known === null ? `本版本不认识的记录（${op.kind}），已原样保存` : wordsOfOp(known)
}

function lineOfOp(stored: StoredOp): Omit<StoredLine, 'opId'> {
  const { op, hash } = stored
  const { seat, seq, hlc, wall, inc, kind, by } = op
  const known = readKnownOp(op)
  const corrects = known?.kind === 'v1.journal.corrected' ? known.body.of : null
  const text = sentenceOf(stored)
  return { seat, seq, hlc, wall, incidentId: inc, kind, role: by.role, who: by.user, text, hash, corrects }
}

/** The filter as the table is asked. */
export function lineFilterOf(filter: JournalFilter): LineFilter {
  const { incidentId, headquarters, area, fromDay, toDay } = filter
  const text = filter.text.trim()
  return {
    ...{ incidentId, area, role: headquarters, text: text === '' ? null : text },
    from: fromDay,
    // Wall times begin with their day: everything of the last day sorts before its `U`, and after it stands a `T`.
    to: toDay === null ? null : `${toDay}U`,
  }
}

/** Lines with the number of their incident and what puts them right. */
export function fullLines(db: WriteDb, lines: readonly StoredLine[]): JournalLine[] {
  const numbers = new Map(readIncidents(db).map(({ incidentId, number }) => [incidentId, number]))
  const corrections = readCorrections(
    db,
    lines.map(({ opId }) => opId),
  )
  return lines.map(({ opId, seat, seq, wall, incidentId, kind, role, who, text, hash, corrects }) => ({
    ...{ opId, seat, seq, at: wall, incidentId, kind, role, who, text, hash, corrects },
    number: numbers.get(incidentId) ?? '',
    correctedBy: corrections
      .filter((correction) => correction.corrects === opId)
      .map((correction) => ({
        ...{ opId: correction.opId, at: correction.wall, who: correction.who, text: correction.text },
      })),
  }))
}

import { appContract, type AppHandlers } from '#shared/contract/app-contract.ts'
import type { JournalFilter, JournalLine } from '#shared/contract/journal.contract.ts'
import { AppError } from '#shared/kernel/app-error.ts'
import { readLines, type LineCursor } from '../../db/repositories/journal-line.repo.ts'
import { readOp } from '../../db/repositories/op-log.repo.ts'
import { wallTimeOf } from '../../replication/wall-time.ts'
import { answerOnce } from '../answer-once.ts'
import { authorOf, existingIncident, type IncidentServiceParts } from '../incident.service.ts'
import { journalCsv, journalDocument, journalJson } from './journal/journal-export.ts'
import { catchUpLines, fullLines, lineFilterOf } from './journal/journal-lines.ts'

/** The record as people read it. */
export type JournalService = AppHandlers['journal']

/** What the journal service works with. */
export type JournalServiceParts = IncidentServiceParts & { readonly identity: { readonly version: string } }

/** Entries in one file or on one paper at most. */
const MOST_EXPORTED = 20_000
const MOST_PRINTED = 2_000

/** Builds the journal service. */
export function createJournalService(core: JournalServiceParts): JournalService {
  const chosen = (filter: JournalFilter, most: number): JournalLine[] => {
    while (catchUpLines(core.db, core.identity.version) > 0);
    const lines = readLines(core.db, lineFilterOf(filter), null, most + 1)
    if (lines.length <= most) return fullLines(core.db, lines)
    throw new AppError('bad-input', `选中的记录超过 ${most} 条，一次放不下；请按事件或日期缩小范围`, {
      path: 'filter',
      value: most,
    })
  }
  return {
    lines: ({ filter, after, limit }) => {
      const behind = catchUpLines(core.db, core.identity.version)
      const lines = readLines(core.db, lineFilterOf(filter), after === null ? null : cursorOf(after), limit)
      const last = lines.length < limit ? undefined : lines.at(-1)
      return {
        lines: fullLines(core.db, lines),
        next: last === undefined ? null : `${last.hlc}|${last.seat}|${last.seq}`,
        behind,
      }
    },

    add: (input, caller) => {
      const command = { channel: 'journal.add', input, output: appContract.journal.add.output }
      const { incidentId, kind, text, at, saidBy } = input
      existingIncident(core.db, incidentId)
      return answerOnce(core, command, (recorder) => {
        const op = recorder.append({
          kind: 'v1.journal.added',
          incidentId,
          entity: `journal:${input.commandId}`,
          basis: [],
          by: authorOf(caller),
          body: { kind, text, at, saidBy },
        })
        return { opId: op.id }
      })
    },

    correct: (input, caller) => {
      const command = { channel: 'journal.correct', input, output: appContract.journal.correct.output }
      const [, seat = '', seq = ''] = /^(.+):(\d+)$/.exec(input.opId) ?? []
      const stored = readOp(core.db, seat, Number(seq))
      if (stored === null) {
        throw new AppError('not-found', `日志中没有编号为“${input.opId}”的记录；请从列表中选择`, {
          path: 'opId',
          value: input.opId,
        })
      }
      return answerOnce(core, command, (recorder) => {
        const op = recorder.append({
          kind: 'v1.journal.corrected',
          incidentId: stored.op.inc,
          entity: `journal:${input.opId}`,
          // A correction replaces nothing: what was written stays written.
          basis: [],
          by: authorOf(caller),
          body: { of: input.opId, text: input.text, reason: input.reason },
        })
        return { opId: op.id }
      })
    },

    exportText: ({ filter, format }) => {
      const lines = chosen(filter, MOST_EXPORTED)
      const now = wallTimeOf(core.nowMs())
      const text = format === 'json' ? journalJson(core.db, lines, now) : journalCsv(lines)
      return { fileName: `journal-${now.slice(0, 10)}.${format}`, text, entries: lines.length }
    },

    document: ({ filter }) => {
      const lines = chosen(filter, MOST_PRINTED)
      const incident = filter.incidentId === null ? null : existingIncident(core.db, filter.incidentId).summary
      return journalDocument(lines, { incident, printedAt: wallTimeOf(core.nowMs()) })
    },
  }
}

/** @throws AppError `bad-input` for a place that no page gave. */
function cursorOf(text: string): LineCursor {
  const [hlc = '', seat = '', seq = ''] = text.split('|')
  if (/^\d+$/.test(seq)) return { hlc, seat, seq: Number(seq) }
  throw new AppError('bad-input', '翻页位置无效；请从第一页重新查看', { path: 'after', value: text })
}

import type { CorrectedEntry, RecordFlaw, StayedUnknown } from '../../domain/after-action.ts'
import { REPORT_FIELD_WORDS } from '../../text/reports/report-names.ts'
import { inputName } from '../../text/input-names.ts'
import { wordsOfOp } from '../../text/op-words/op-words.ts'
import { contestedWords, contradictionWords, sameNumberWords, strayWords } from '../../text/review/flaw-words.ts'
import type { Op } from '../../replication/op.ts'
import { discretionOf } from '../headquarters/discretion.ts'
import { requestsOf } from '../headquarters/requests.ts'
import type { FoldedOrders } from '../orders/fold-orders.ts'
import { reportBookOf } from '../reports/report-book.ts'
import { warningsOf } from '../warnings/warning-board.ts'
import { lessonsOf } from './lessons.ts'
import { latestFacts } from './stated-moments.ts'

/** Facts that stand as unknown at the end, and lines that every report told as 待核. */
export function stayedUnknown(ops: readonly Op[]): StayedUnknown[] {
  const facts = Object.entries(latestFacts(ops)?.incident.facts ?? {})
    .filter(([, value]) => value === null)
    .map(([fact]) => ({ key: `fact:${fact}`, text: inputName(fact) }))
  const told = [...reportBookOf(ops).told.values()]
    .filter(({ state }) => state === 'toVerify')
    .map(({ key, field, text }) => ({ key: `report:${key}`, text: `${REPORT_FIELD_WORDS[field]}：${text}` }))
  return [...facts, ...told]
}

/** What cannot all be true, and what was decided apart and not settled. */
export function recordFlaws(ops: readonly Op[], { orders, strays }: FoldedOrders): RecordFlaw[] {
  return [
    ...orders.flatMap(({ order, contradictions }) =>
      contradictions.map((one, index) => ({
        key: `order:${order.orderId}:${index}`,
        subject: order.number,
        text: contradictionWords(one),
      })),
    ),
    ...strays.map(({ id, body }) => ({ key: id, subject: body.orderId, text: strayWords(body) })),
    ...discretionOf(ops).flatMap(({ state, actId, to }) => contested('act', state, actId, to)),
    ...requestsOf(ops).flatMap(({ state, requestId, text }) => contested('request', state, requestId, text)),
    ...lessonsOf(ops).flatMap(({ state, lessonId, text }) => contested('lesson', state, lessonId, text)),
    ...[...reportBookOf(ops).reports, ...warningsOf(ops)]
      .filter(({ sameNumber }) => sameNumber)
      .map(({ opId, body }) => ({ key: opId, subject: body.number, text: sameNumberWords() })),
  ]
}

/** Entries that put another right, in the order of the record. */
export function correctedEntries(ops: readonly Op[]): CorrectedEntry[] {
  return ops.filter(isCorrection).map((op) => ({ opId: op.id, at: op.wall, who: op.by.user, text: wordsOfOp(op) }))
}

function isCorrection(op: Op): boolean {
  switch (op.kind) {
    case 'v1.order.corrected':
    case 'v1.journal.corrected':
    case 'v1.status.takenBack':
      return true
    case 'v1.status.said':
    case 'v1.trapped.changed':
    case 'v1.report.issued':
    case 'v1.note.added':
      return op.body.corrects !== null
    case 'v1.report.sent':
      return op.basis.length > 0
    default:
      return false
  }
}

function contested(kind: 'act' | 'request' | 'lesson', state: string, id: string, text: string): RecordFlaw[] {
  return state === 'contested' ? [{ key: `${kind}:${id}`, subject: text, text: contestedWords(kind) }] : []
}

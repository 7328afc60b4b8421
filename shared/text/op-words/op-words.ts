import type { OpKind } from '../../domain/command/op-bodies.ts'
import type { OpOf } from '../../replication/op.ts'
import { CONSULTATION_OP_WORDS } from './consultation-op-words.ts'
import { DISCRETION_OP_WORDS } from './discretion-op-words.ts'
import { HANDOVER_OP_WORDS } from './handover-op-words.ts'
import { REQUEST_OP_WORDS } from './request-op-words.ts'
import { CONTEST_OP_WORDS } from './contest-op-words.ts'
import { CONSOLE_OP_WORDS } from './console-op-words.ts'
import { INCIDENT_OP_WORDS } from './incident-op-words.ts'
import { JOURNAL_OP_WORDS } from './journal-op-words.ts'
import { CLAIM_OP_WORDS, LIFE_OP_WORDS } from './life-op-words.ts'
import { ORDER_OP_WORDS } from './order-op-words.ts'
import { PLAN_OP_WORDS } from './plan-op-words.ts'
import { STATUS_OP_WORDS } from './status-op-words.ts'
import { SHIFT_OP_WORDS } from './shift-op-words.ts'
import { REPORT_OP_WORDS } from './report-op-words.ts'
import { SEAT_OP_WORDS } from './seat-op-words.ts'
import { NOTICE_OP_WORDS } from './notice-op-words.ts'
import { LESSON_OP_WORDS } from './lesson-op-words.ts'

/** Sentences by kind: an operation without one does not compile. */
export type OpWords<K extends OpKind = OpKind> = { readonly [P in K]: (op: OpOf<P>) => string }

const OP_WORDS: OpWords = {
  ...CONSULTATION_OP_WORDS,
  ...DISCRETION_OP_WORDS,
  ...HANDOVER_OP_WORDS,
  ...REQUEST_OP_WORDS,
  ...INCIDENT_OP_WORDS,
  ...JOURNAL_OP_WORDS,
  ...PLAN_OP_WORDS,
  ...ORDER_OP_WORDS,
  ...LIFE_OP_WORDS,
  ...CLAIM_OP_WORDS,
  ...STATUS_OP_WORDS,
  ...SHIFT_OP_WORDS,
  ...REPORT_OP_WORDS,
  ...SEAT_OP_WORDS,
  ...NOTICE_OP_WORDS,
  ...CONTEST_OP_WORDS,
  ...CONSOLE_OP_WORDS,
  ...LESSON_OP_WORDS,
}

/** One entry of the record as a sentence for the operator. */
export function wordsOfOp<K extends OpKind>(op: OpOf<K>): string {
  return OP_WORDS[op.kind](op)
}

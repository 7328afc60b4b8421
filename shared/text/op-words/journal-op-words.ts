import type { JOURNAL_OPS, JournalKind } from '../../domain/command/journal.ts'
import type { OpWords } from './op-words.ts'

const KIND_WORDS: Readonly<Record<JournalKind, string>> = {
  note: '记事',
  phone: '电话',
  radio: '电台',
  decision: '决定',
}

/** What the record says of entries written by hand. */
export const JOURNAL_OP_WORDS: OpWords<keyof typeof JOURNAL_OPS> = {
  'v1.journal.added': ({ body: { kind, text, at, saidBy } }) =>
    `${KIND_WORDS[kind]}（${saidBy === '' ? '' : `${saidBy}，`}${at.slice(11, 16)}）：${text}`,
  'v1.journal.corrected': ({ body: { of, text, reason } }) =>
    `更正第 ${of.slice(of.lastIndexOf(':') + 1)} 条：${text}（理由：${reason}）`,
}

import type { LESSON_OPS } from '../../domain/command/lesson.ts'
import { LESSON_KIND_WORDS } from '../review/review-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of lessons. */
export const LESSON_OP_WORDS: OpWords<keyof typeof LESSON_OPS> = {
  'v1.lesson.proposed': ({ body: { kind, targetName, text, change } }) =>
    `提出改进建议（${LESSON_KIND_WORDS[kind]}${targetName === '' ? '' : `：${targetName}`}）：${text}${change === '' ? '' : `；建议：${change}`}`,
  'v1.lesson.settled': ({ body: { verdict, note } }) =>
    `${verdict === 'accepted' ? '采纳' : '不采纳'}改进建议${note === '' ? '' : `：${note}`}`,
}

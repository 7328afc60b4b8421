import type { CONSULTATION_OPS } from '../../domain/command/consultation.ts'
import { CONSULTATION_KIND_WORDS } from '../consultation-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of consultations. */
export const CONSULTATION_OP_WORDS: OpWords<keyof typeof CONSULTATION_OPS> = {
  'v1.consultation.held': ({ body }) => {
    const { kind, at, participants, judgement, dissent, decision, decidedBy, corrects } = body
    return [
      `${CONSULTATION_KIND_WORDS[kind]}（${at.slice(11, 16)}，${participants.map(({ name }) => name).join('、')}）${corrects === null ? '' : '，更正前次'}：${judgement}`,
      ...(dissent === '' ? [] : [`不同意见：${dissent}`]),
      ...(decision === '' ? [] : [`决定：${decision}${decidedBy === '' ? '' : `（${decidedBy}）`}`]),
    ].join('；')
  },
}

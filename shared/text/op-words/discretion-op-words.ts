import type { DISCRETION_OPS } from '../../domain/command/discretion.ts'
import { ACT_WORDS } from '../act-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of discretion. */
export const DISCRETION_OP_WORDS: OpWords<keyof typeof DISCRETION_OPS> = {
  'v1.discretion.acted': ({ body: { act, officer, at, trigger, from, to, reason, planVersion } }) =>
    `临机处置（${ACT_WORDS[act]}，${officer}，${at.slice(11, 16)}）：${from === '' ? '' : `由“${from}”`}改为“${to}”；情况：${trigger}；理由：${reason}${planVersion === null ? '' : `（偏离方案第 ${planVersion} 版）`}`,
  'v1.discretion.answered': ({ body: { answer, officer, note } }) =>
    `${officer}${answer === 'ratified' ? '追认临机处置' : '对临机处置提出异议，请战术指挥部答复'}${note === '' ? '' : `：${note}`}`,
  'v1.discretion.explained': ({ body: { officer, text } }) => `${officer}答复异议：${text}`,
}

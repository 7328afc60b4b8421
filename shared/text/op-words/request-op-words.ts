import type { REQUEST_OPS } from '../../domain/command/request.ts'
import { HEADQUARTERS_WORDS } from '../headquarters-words.ts'
import { REQUEST_ANSWER_WORDS, REQUEST_KIND_WORDS } from '../request-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of requests between the headquarters. */
export const REQUEST_OP_WORDS: OpWords<keyof typeof REQUEST_OPS> = {
  'v1.request.made': ({ body: { from, kind, text, officer, dueAt } }) =>
    `${HEADQUARTERS_WORDS[from]}${REQUEST_KIND_WORDS[kind]}：${text}（${officer}${dueAt === null ? '' : `，${dueAt.slice(11, 16)} 前`}）`,
  'v1.request.answered': ({ body: { answer, note, officer } }) =>
    `${officer}答复请求：${REQUEST_ANSWER_WORDS[answer]}${note === '' ? '' : `：${note}`}`,
  'v1.request.fulfilled': ({ body: { orderIds, planVersion, note, officer } }) =>
    `${officer}落实请求${orderIds.length === 0 ? '' : `，下达指令 ${orderIds.length} 道`}${planVersion === null ? '' : `，列入方案第 ${planVersion} 版`}${note === '' ? '' : `：${note}`}`,
  'v1.request.withdrawn': ({ body: { officer, reason } }) => `${officer}撤回请求：${reason}`,
}

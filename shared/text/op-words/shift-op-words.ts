import type { SHIFT_OPS } from '../../domain/command/shift.ts'
import type { OpWords } from './op-words.ts'
import { HEADQUARTERS_WORDS } from '../headquarters-words.ts'

/** What the record says of who is on duty. */
export const SHIFT_OP_WORDS: OpWords<keyof typeof SHIFT_OPS> = {
  'v1.shift.taken': ({ body: { hq, officer, relieves, handoverId, reason } }) => {
    if (relieves === null) return `${officer}到${HEADQUARTERS_WORDS[hq]}值班`
    const how = handoverId === null ? `未办交接，理由：${reason}` : '双方已签交接'
    return `${officer}接替${relieves}在${HEADQUARTERS_WORDS[hq]}值班（${how}）`
  },
}

import type { HANDOVER_OPS, HandoverSide } from '../../domain/command/handover.ts'
import { HANDOVER_MATTER_WORDS } from '../handover-words.ts'
import { HEADQUARTERS_WORDS } from '../headquarters-words.ts'
import type { OpWords } from './op-words.ts'

/** What the record says of handovers. */
export const HANDOVER_OP_WORDS: OpWords<keyof typeof HANDOVER_OPS> = {
  'v1.handover.offered': ({ body: { matter, outgoing, incoming, note } }) =>
    `提出${HANDOVER_MATTER_WORDS[matter]}：${sideWords(outgoing)}向${sideWords(incoming)}，待对方接受${note === '' ? '' : `：${note}`}`,
  'v1.handover.answered': ({ body: { answer, name, note } }) =>
    `${name}${answer === 'accepted' ? '接受移交，交接完成' : '不接受移交'}${note === '' ? '' : `：${note}`}`,
  'v1.handover.withdrawn': ({ body: { officer, reason } }) => `${officer}撤回移交：${reason}`,
}

function sideWords({ name, unit, hq }: HandoverSide): string {
  const place = unit !== '' ? unit : hq === null ? '' : HEADQUARTERS_WORDS[hq]
  return place === '' ? name : `${name}（${place}）`
}

import type { CLAIM_OPS, ClaimChoice } from '../../domain/command/claim.ts'
import type { LIFE_OPS, Phase } from '../../domain/command/life-ops.ts'
import type { OpWords } from './op-words.ts'

/** Phases of an incident, in words. */
export const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  call: '接警',
  graded: '定级',
  planned: '方案',
  approved: '批准',
  ordered: '下令',
  underWay: '处置中',
  contained: '已控制',
  relief: '善后',
  closed: '结束',
  reviewed: '已复盘',
}

const CHOICE_WORDS: Readonly<Record<ClaimChoice, string>> = {
  leaveThere: '留给另一事件，本事件改派',
  takeHere: '抽来本事件，对方改派',
  share: '两处共用',
}

/** What the record says of phases and merged calls. */
export const LIFE_OP_WORDS: OpWords<keyof typeof LIFE_OPS> = {
  'v1.incident.moved': ({ body: { phase, reason, leftOpen } }) =>
    `事件转入“${PHASE_WORDS[phase]}”：${reason}${leftOpen.length === 0 ? '' : `；明知未了：${leftOpen.join('、')}`}`,
  'v1.incident.merged': ({ body: { into, reason } }) =>
    into === null ? `撤销并案：${reason}` : `并入另一事件（重复报警）：${reason}`,
}

/** What the record says of settled claims. */
export const CLAIM_OP_WORDS: OpWords<keyof typeof CLAIM_OPS> = {
  'v1.claim.settled': ({ body: { name, choice, reason, incidents } }) =>
    `${incidents.length}起事件同用“${name}”：${CHOICE_WORDS[choice]}；理由：${reason}`,
}

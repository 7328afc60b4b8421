import type { Contradiction, ContradictionCode } from '../../command/orders/order-state.ts'
import type { OrderStepped } from '../../domain/command/order.ts'
import { clockOf } from '../documents/markdown.ts'
import { ORDER_STEP_WORDS } from '../orders/order-words.ts'

const CONTRADICTION_WORDS: Readonly<Record<ContradictionCode, string>> = {
  outOfOrder: '先后颠倒',
  beforeIssue: '早于下达时间',
  saidTwice: '同一步骤有两个时间',
  endedTwice: '有两种结束',
  numberTwice: '两条指令同号',
  issuedTwice: '同一指令登记两次',
}

/** What about an order cannot all be true, with who said what. */
export function contradictionWords({ code, steps }: Contradiction): string {
  const said = steps.map(
    ({ step, at, saidBy }) => `${step === 'issued' ? '下达' : ORDER_STEP_WORDS[step]} ${clockOf(at)}（${saidBy}）`,
  )
  return said.length === 0 ? CONTRADICTION_WORDS[code] : `${CONTRADICTION_WORDS[code]}：${said.join('、')}`
}

/** A word about an order that is not in this record. */
export function strayWords({ step, at, saidBy }: OrderStepped): string {
  return `反馈所指的指令不在本机记录内：${ORDER_STEP_WORDS[step]} ${clockOf(at)}（${saidBy}）`
}

const DECIDED: Readonly<Record<'act' | 'request' | 'lesson', string>> = {
  act: '临机处置的答复',
  request: '请求的答复',
  lesson: '改进建议的决定',
}

/** Two people decided apart and nobody has settled it. */
export function contestedWords(kind: 'act' | 'request' | 'lesson'): string {
  return `${DECIDED[kind]}不一致，尚未裁定`
}

/** Two papers carry one number. */
export function sameNumberWords(): string {
  return '两个席位各发了一份同号文件'
}

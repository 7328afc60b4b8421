import type { DispatchPlan } from '../../domain/plan/dispatch-plan.ts'
import type { PaperDocument, PaperSheet } from '../../domain/paper-document.ts'
import { watermarkOf } from './watermark.ts'

/** Call signs on one sheet; more go on a further one (design rule: an A5 sheet at 12 pt holds them when every name takes two lines). */
const ROWS = 12

/** The plan that is written down: its incident's number, its version and the plan itself. */
export interface NumberedPlan {
  readonly number: string
  readonly version: number
  readonly plan: DispatchPlan
}

/** 本次通信联络表: channels with users and fall-back on the first A5 sheet, every team's call sign and channel on the next. */
export function communicationsDocument({ number, version, plan }: NumberedPlan): PaperDocument {
  const { movements } = plan.movementPlan
  const foot = { number: `${number}　方案第${version}版`, source: '取自现行方案；频道、呼号以现场指挥官宣布为准' }
  const above = `${number} ${plan.incident.title ?? ''}`.trim()
  const channels: PaperSheet = {
    ...foot,
    title: '本次通信联络表：频道',
    above,
    blocks: [
      {
        kind: 'table',
        head: ['频道', '谁用', '不通时'],
        widths: [30, 35, 35],
        rows: plan.handlingPlan.communications.map((row) => [row.channel, row.users.join('、'), row.fallback]),
      },
      { kind: 'facts', rows: [{ name: '撤离信号', value: wordsOrNull(plan.handlingPlan.withdrawal.signal) }] },
    ],
  }
  const signs: PaperSheet[] = []
  for (let from = 0; from < movements.length; from += ROWS) {
    const part = movements.slice(from, from + ROWS)
    const pages = Math.ceil(movements.length / ROWS)
    signs.push({
      ...foot,
      title: `本次通信联络表：呼号${pages === 1 ? '' : `（${from / ROWS + 1}/${pages}）`}`,
      above,
      blocks: [
        {
          kind: 'table',
          head: ['队伍', '呼号', '频道'],
          widths: [54, 17, 29],
          rows: part.map((row) => [row.teamName, row.callSign, row.channel]),
        },
      ],
    })
  }
  return {
    schema: 'paper-document/1',
    title: '本次通信联络表',
    fileName: `${number} 本次通信联络表`,
    paper: 'A5',
    watermark: watermarkOf(plan.incident.mode),
    sheets: [channels, ...signs],
  }
}

function wordsOrNull(words: string): string | null {
  return words === '' ? null : words
}

import type { AfterAction, ReviewedOrder } from '../../command/after-action/after-action.ts'
import type { Lesson } from '../../command/after-action/lessons.ts'
import type { PaperBlock, PaperDocument } from '../../domain/paper-document.ts'
import { clockOf } from '../documents/markdown.ts'
import { watermarkOf } from '../documents/watermark.ts'
import { ORDER_STATE_WORDS } from '../orders/order-words.ts'
import { momentWords } from '../reports/moment-words.ts'
import { targetCells } from './target-cells.ts'
import {
  DEVIATION_WORDS,
  durationWords,
  LESSON_KIND_WORDS,
  LESSON_STATE_WORDS,
  MEASURE_WORDS,
  NOT_RECORDED,
} from './review-words.ts'

/** What the report on an incident is written from. */
export interface ReviewGround {
  readonly number: string
  readonly title: string
  readonly mode: 'real' | 'drill' | 'tabletop'
  readonly address: string
  /** Name of the unit that writes, and when. */
  readonly unit: string
  readonly at: string
  readonly planVersion: number | null
  readonly review: AfterAction
  readonly lessons: readonly Lesson[]
}

/** 总结评估报告: basics, times against targets, orders, deviations, goods, gaps of the record, lessons. It gives no marks. */
export function reviewDocument(ground: ReviewGround): PaperDocument {
  const { number, title, mode, review, lessons } = ground
  const heading = `${mode === 'real' ? '' : '【演练】'}${title}总结评估报告`
  return {
    schema: 'paper-document/1',
    title: heading,
    fileName: `${number} ${heading}`,
    paper: 'A4',
    look: 'official',
    watermark: watermarkOf(mode),
    sheets: [
      {
        title: heading,
        above: '应急处置总结评估',
        blocks: [
          ...basics(ground),
          ...targets(review),
          ...orders(review),
          ...deviations(review),
          ...goods(review),
          ...problems(review),
          ...lessonBlocks(lessons),
          {
            kind: 'closing',
            lines: [ground.unit, momentWords(ground.at).slice(0, momentWords(ground.at).indexOf('日') + 1)],
          },
        ],
        number: `${number}-评`,
        source: '由事件记录汇总；“没有记录”不等于没有发生；本系统不打分',
        flows: true,
      },
    ],
  }
}

function basics({ number, address, mode, planVersion, review, at }: ReviewGround): PaperBlock[] {
  return [
    heading('一、基本情况'),
    {
      kind: 'facts',
      rows: [
        { name: '事件编号', value: number },
        { name: '性质', value: mode === 'real' ? '真实事件' : '演练' },
        { name: '地点', value: address === '' ? null : address },
        { name: '接警时间', value: review.callAt === null ? null : momentWords(review.callAt) },
        { name: '方案', value: planVersion === null ? '没有方案' : `最新为第${planVersion}版` },
        { name: '指令', value: `${review.orders.length}条` },
        { name: '汇总截至', value: momentWords(at) },
      ],
    },
  ]
}

function targets({ targets: rows }: AfterAction): PaperBlock[] {
  return [
    heading('二、时限对照'),
    {
      kind: 'table',
      head: ['事项', '时限', '用时', '结果', '依据和说明'],
      widths: [24, 12, 14, 12, 38],
      rows: rows.map((row) => {
        const { what, limit, took, state, remark } = targetCells(row)
        return [what, limit, took, state, remark]
      }),
    },
  ]
}

function orders({ orders: rows, percentiles }: AfterAction): PaperBlock[] {
  if (rows.length === 0) return [heading('三、力量和指令'), text('没有下达指令的记录。')]
  return [
    heading('三、力量和指令'),
    {
      kind: 'table',
      head: ['指令', '受令', '下达', '签收', '出动', '到场', '完成', '状态'],
      widths: [18, 22, 9, 9, 9, 9, 9, 15],
      rows: rows.map((row) => [
        row.number.replace(/^.*-(?=令)/, ''),
        row.receiver,
        ...(['issued', 'received', 'turnedOut', 'onScene', 'done'] as const).map((link) => linkClock(row, link)),
        ORDER_STATE_WORDS[row.state],
      ]),
    },
    text(
      percentiles
        .map(({ measure, orders: count, p50S, p90S }) =>
          p50S === null || p90S === null
            ? `${MEASURE_WORDS[measure]}用时有记录的指令${count}条，不足5条，不作统计`
            : `下达到${MEASURE_WORDS[measure]}用时：半数在${durationWords(p50S)}以内，九成在${durationWords(p90S)}以内（${count}条）`,
        )
        .join('；') + '。',
    ),
  ]
}

function deviations({ deviations: rows }: AfterAction): PaperBlock[] {
  if (rows.length === 0) return [heading('四、与方案不一致的情况'), text('记录中没有。')]
  return [
    heading('四、与方案不一致的情况'),
    {
      kind: 'table',
      head: ['时间', '类别', '情况', '记录的理由'],
      widths: [10, 16, 42, 32],
      rows: rows.map(({ at, kind, text: words, reason }) => [
        at === null ? '—' : clockOf(at),
        DEVIATION_WORDS[kind],
        words,
        reason ?? NOT_RECORDED,
      ]),
    },
  ]
}

function goods({ stock }: AfterAction): PaperBlock[] {
  if (stock.length === 0) return [heading('五、物资使用'), text('没有调拨物资的记录。')]
  return [
    heading('五、物资使用'),
    {
      kind: 'table',
      head: ['物资', '调出', '签收', '储备库', '指令'],
      widths: [26, 14, 16, 22, 22],
      rows: stock.map(({ item, unit, ordered, received, stores, orders: numbers }) => [
        item,
        `${ordered}${unit}`,
        received === null ? NOT_RECORDED : `${received}${unit}`,
        stores.join('、'),
        numbers.map((number) => number.replace(/^.*-(?=令)/, '')).join('、'),
      ]),
    },
  ]
}

function problems({ unknowns, flaws, corrections }: AfterAction): PaperBlock[] {
  return [
    heading('六、记录中的问题'),
    ...lines(
      '始终没有查明的事项',
      unknowns.map((one) => one.text),
    ),
    ...lines(
      '互相矛盾或两处决定不一的记录',
      flaws.map(({ subject, text: words }) => `${subject}：${words}`),
    ),
    ...lines(
      '更正过的记录',
      corrections.map(({ at, who, text: words }) => `${clockOf(at)} ${who}：${words}`),
    ),
  ]
}

function lessonBlocks(lessons: readonly Lesson[]): PaperBlock[] {
  if (lessons.length === 0) return [heading('七、改进建议'), text('尚未提出。')]
  return [
    heading('七、改进建议'),
    {
      kind: 'table',
      head: ['对象', '发现的问题', '建议', '提出', '决定'],
      widths: [20, 28, 24, 10, 18],
      rows: lessons.map(({ kind, targetName, text: words, change, by, state, verdicts }) => [
        `${LESSON_KIND_WORDS[kind]}${targetName === '' ? '' : `：${targetName}`}`,
        words,
        change,
        by.user,
        [
          LESSON_STATE_WORDS[state],
          ...verdicts.map(({ by: { user }, note }) => `${user}${note === '' ? '' : `：${note}`}`),
        ].join('，'),
      ]),
    },
  ]
}

function lines(title: string, texts: readonly string[]): PaperBlock[] {
  const name: PaperBlock = { kind: 'heading', text: title, minor: true }
  return texts.length === 0 ? [name, text('没有。')] : [name, { kind: 'list', lines: [...texts] }]
}

function linkClock({ chain }: ReviewedOrder, link: string): string {
  const at = chain.find((one) => one.link === link)?.at ?? null
  return at === null ? '—' : clockOf(at)
}

function heading(words: string): PaperBlock {
  return { kind: 'heading', text: words }
}

function text(words: string): PaperBlock {
  return { kind: 'text', text: words }
}

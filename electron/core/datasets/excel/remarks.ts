import { columnMention } from '#shared/text/column-words.ts'
import type { RowProblem } from '../import-report.ts'
import type { Remark } from './cell-text.ts'

/** Collects remarks on cells: one entry for each column and cause, however many rows it concerns. */
export interface Remarks {
  add(
    remark: Remark | 'formula',
    cell: { readonly line: number; readonly column: string; readonly value: string },
  ): void
  list(): RowProblem[]
}

/** How many lines a remark names before it only counts. */
const NAMED_LINES = 5

const WORDS: Readonly<Record<Remark | 'formula', string>> = {
  'was-number': '单元格是数字，已按数字原样写成文字；电话、编号开头的 0 可能在填表时已丢失，请核对。',
  'was-date': '单元格是 Excel 日期或时间，已写成文字（时刻按北京时间），请核对。',
  'was-boolean': '单元格是 TRUE/FALSE，已写成文字，请核对。',
  'full-width': '全角数字已改为半角。',
  formula: '单元格是公式，没有重算，取的是文件里存下的结果，请核对。',
}

interface Entry {
  readonly remark: Remark | 'formula'
  readonly column: string
  readonly value: string
  readonly lines: number[]
  count: number
}

/** An empty collection. */
export function createRemarks(): Remarks {
  const entries = new Map<string, Entry>()
  return {
    add(remark, { line, column, value }) {
      const key = `${column}|${remark}`
      const entry = entries.get(key) ?? { remark, column, value, lines: [], count: 0 }
      if (entry.lines.length < NAMED_LINES) entry.lines.push(line)
      entry.count += 1
      entries.set(key, entry)
    },
    list: () =>
      [...entries.values()].map(({ remark, column, value, lines, count }) => ({
        line: lines[0] ?? 0,
        column,
        value,
        code: remark,
        message: `${columnMention(column)}列第 ${lines.join('、')} 行${count > lines.length ? `等 ${count} 处` : ''}：${WORDS[remark]}`,
      })),
  }
}

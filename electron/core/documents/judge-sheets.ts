import * as z from 'zod'
import type { PaperDocument } from '#shared/domain/paper-document.ts'
import { AppError } from '#shared/kernel/app-error.ts'

/** What the paper page measured of one sheet, pixels of 1/96 inch. */
const SheetMeasure = z.object({
  /** How far the content reaches below and right of its frame; 0 = it fits. */
  overflowBelow: z.number(),
  overflowRight: z.number(),
  /** Smallest type in the content. */
  smallestTypePx: z.number(),
  /** How it was set: with larger steps, all in 12 pt, or that with less space between the lines. */
  density: z.enum(['roomy', 'plain', 'tight']),
  /** Characters that the bundled fonts did not draw. */
  undrawn: z.string(),
  /** Pages it takes; 1 when it is not said. More only where the sheet may flow. */
  pages: z.number().int().positive().optional(),
})
export type SheetMeasure = z.infer<typeof SheetMeasure>
export const SheetMeasures = z.array(SheetMeasure)

/** Smallest type that may carry an order: 12 pt = 16 px (design rule: read at arm's length by torchlight). */
const SMALLEST_TYPE_PX = 16
/** The same for sheets that flow, which are read at a table: 10.5 pt = 14 px, 五号, the smallest type of official tables. */
const SMALLEST_FLOWING_TYPE_PX = 14
/** Measures are whole or half pixels; less than one is rounding. */
const ROUNDING_PX = 1

/**
 * Throws `paper-overflow` unless every sheet holds its content in readable type drawn with the bundled fonts. Answers how
 * many pages they take.
 */
export function judgeSheets(document: PaperDocument, measures: readonly SheetMeasure[]): number {
  if (measures.length !== document.sheets.length) {
    throw overflow(`版面有 ${measures.length} 页，应为 ${document.sheets.length} 页`, document.title)
  }
  document.sheets.forEach(({ title, flows }, index) => {
    const measure = measures[index]
    if (measure === undefined) return
    const { overflowBelow, overflowRight, smallestTypePx, undrawn, pages } = measure
    const smallest = flows === true ? SMALLEST_FLOWING_TYPE_PX : SMALLEST_TYPE_PX
    if (flows !== true && (pages ?? 1) > 1) throw overflow(`排成 ${pages ?? 1} 页`, title)
    if (overflowBelow >= ROUNDING_PX) throw overflow(`内容超出页面下缘约 ${lines(overflowBelow)} 行`, title)
    if (overflowRight >= ROUNDING_PX) throw overflow(`内容超出页面右缘 ${Math.ceil(overflowRight)} 像素`, title)
    if (smallestTypePx < smallest)
      throw overflow(`正文字号小于${smallest * 0.75}磅（${smallestTypePx * 0.75}磅）`, title)
    if (undrawn !== '') throw overflow(`内置字体没有这些字：${undrawn}`, title)
  })
  return measures.reduce((sum, { pages }) => sum + (pages ?? 1), 0)
}

function lines(px: number): number {
  return Math.ceil(px / (SMALLEST_TYPE_PX * 1.3))
}

function overflow(what: string, title: string): AppError {
  return new AppError('paper-overflow', `“${title}”排不进纸面：${what}。没有打印；请缩短文字后重试`, {
    path: 'document',
    value: title,
  })
}

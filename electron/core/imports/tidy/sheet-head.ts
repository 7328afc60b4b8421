import type { Sheet } from '../../datasets/excel/workbook-file.ts'
import type { HeadingRows } from './heading-rows.ts'

/** A sheet whose first filled row holds the given headings; lines keep their numbers. */
export function sheetUnderHeadings(sheet: Sheet, head: HeadingRows, headings: readonly string[]): Sheet {
  const rows = sheet.rows.map((cells, row) => (row < head.last ? [] : row === head.last ? [...headings] : cells))
  return { ...sheet, rows }
}

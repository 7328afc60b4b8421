import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect } from 'vitest'
import { writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'

export const TEAM_HEADER = [
  'id', 'name', 'type', 'tier', 'town', 'lng', 'lat', 'personnel', 'on_duty', 'turnout_s', 'phone', 'capabilities',
] // prettier-ignore

/** A sound row of a team, with changes by column. */
export function teamRow(changes: Readonly<Record<string, CellValue>> = {}): CellValue[] {
  const sound = ['T1', '新碶站', 'GOV_FT', 'district', '新碶街道', 121.83, 29.91, 30, 12, 60, '0574-86880001', 'FOAM:1']
  return TEAM_HEADER.map((column, index) => (column in changes ? (changes[column] ?? null) : (sound[index] ?? null)))
}

/** A workbook with one sheet of teams. */
export function teamBook(rows: readonly CellValue[][], sheet: Partial<WriteSheet> = {}): Promise<Uint8Array> {
  return writeXlsx({ sheets: [{ name: 'Sheet1', rows: [TEAM_HEADER, ...rows], ...sheet }] })
}

/** A workbook with one of its parts rewritten. */
export function withPart(book: Uint8Array, name: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(book)
  return zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()))) }, { level: 6 })
}

/** The text of one part of a workbook. */
export function partOf(book: Uint8Array, name: string): string {
  return strFromU8(unzipSync(book)[name] ?? new Uint8Array())
}

/** Stands for any text that matches, inside an expected object. */
export function textLike(pattern: RegExp): unknown {
  return expect.stringMatching(pattern)
}

import type { SheetValue } from './workbook-file.ts'

/** A cell as the text a CSV would hold. `remark` says what was done; `fault` why the cell cannot be taken. */
export interface CellText {
  readonly text: string
  readonly remark?: Remark
  readonly fault?: 'digits-lost' | 'bad-value' | 'cell-too-long'
}

/** What became of a cell that was not plain text. */
export type Remark = 'was-number' | 'was-date' | 'was-boolean' | 'full-width'

/** What a column expects, as far as reading a cell depends on it. */
export interface ColumnType {
  readonly isNumber: boolean
  readonly isDate: boolean
  readonly isFlag: boolean
}

/** Longest text Excel itself can hold in a cell, characters. */
export const MAX_CELL_CHARACTERS = 32_767

/** Excel keeps 15 digits of a number; further ones have become 0. */
const FIRST_NUMBER_WITH_LOST_DIGITS = 1e15

/** Text of a stored cell, without a silent change: what is not as typed carries a remark or a fault. */
export function cellText(value: SheetValue, column: ColumnType): CellText {
  if (value === null) return { text: '' }
  if (typeof value === 'string') return textOf(value, column)
  if (typeof value === 'number') return numberText(value, column)
  if (typeof value === 'boolean') {
    return column.isFlag ? { text: value ? '1' : '0' } : { text: value ? 'TRUE' : 'FALSE', remark: 'was-boolean' }
  }
  return dateText(value, column)
}

/** A number in plain digits, never with an exponent; reads back as the same number. */
export function plainNumber(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (match === null) return text
  const [, sign = '', first = '', rest = '', power = '0'] = match
  const digits = first + rest
  const point = 1 + Number(power)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}

function textOf(value: string, { isNumber, isDate }: ColumnType): CellText {
  const text = value.trim()
  if (text.length > MAX_CELL_CHARACTERS) return { text: text.slice(0, SHOWN_CHARACTERS), fault: 'cell-too-long' }
  const half = isNumber || isDate ? toHalfWidth(text) : text
  return half === text ? { text } : { text: half, remark: 'full-width' }
}

const SHOWN_CHARACTERS = 40

function toHalfWidth(text: string): string {
  return text.replace(/[０-９．－]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

function numberText(value: number, { isNumber }: ColumnType): CellText {
  if (!Number.isFinite(value)) return { text: String(value), fault: 'bad-value' }
  const text = plainNumber(value)
  if (isNumber) return { text }
  const hasLostDigits = Math.abs(value) >= FIRST_NUMBER_WITH_LOST_DIGITS
  return hasLostDigits ? { text, fault: 'digits-lost' } : { text, remark: 'was-number' }
}

/** Excel dates carry no zone: the time on the sheet is Beijing time. */
function dateText(value: Date, { isDate }: ColumnType): CellText {
  if (Number.isNaN(value.getTime())) return { text: '无效日期', fault: 'bad-value' }
  const [day = '', time = ''] = value.toISOString().slice(0, 19).split('T')
  if (value.getUTCFullYear() < 1900) return { text: time, remark: 'was-date' }
  if (time !== '00:00:00') return { text: `${day}T${time}+08:00`, remark: 'was-date' }
  return isDate ? { text: day } : { text: day, remark: 'was-date' }
}

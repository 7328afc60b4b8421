import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { columnMention } from '#shared/text/column-words.ts'
import { MAX_TEXT_CHARACTERS } from './gis/feature-layer.ts'
import type { RowProblem } from './import-report.ts'

/** How the note of a template's example row begins. A row with it is never taken as data. */
export const EXAMPLE_MARK = '【示例】'

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/**
 * Faults of a row that no single cell shows: swapped or zero coordinates, dates that do not exist. Takes the cell
 * faults found so far and answers all of them, a swap in place of the cell fault it caused.
 */
export function checkRow(
  name: TableName,
  line: number,
  raw: ReadonlyMap<string, string>,
  problems: readonly RowProblem[],
): RowProblem[] {
  const place = checkPosition(line, raw.get('lng') ?? '', raw.get('lat') ?? '')
  const others = place === null ? problems : problems.filter(({ column }) => column !== 'lng' && column !== 'lat')
  return [
    ...checkExample(line, raw.get('note') ?? ''),
    ...others,
    ...(place === null ? [] : [place]),
    ...checkDates(name, line, raw).filter(({ column }) => !problems.some((known) => known.column === column)),
  ]
}

function checkExample(line: number, note: string): RowProblem[] {
  if (!note.startsWith(EXAMPLE_MARK)) return []
  return [
    {
      line,
      column: 'note',
      value: note,
      code: 'example-row',
      message: '这是样表里的示例行，不是数据。请删去这一行；若已改成真实数据，请清空备注（note）。',
    },
  ]
}

/** The fault of a text longer than any format holds. */
export function tooLong(line: number, column: string, value: string): RowProblem {
  const message = `${columnMention(column)}有 ${value.length} 个字，超过上限 ${MAX_TEXT_CHARACTERS}，不会是数据。请缩短后重试。`
  return { line, column, value: `${value.slice(0, 60)}…`, code: 'cell-too-long', message }
}

/** A swapped or zero position; null when it is plausible, absent or unreadable. */
export function checkPosition(line: number, lngText: string, latText: string): RowProblem | null {
  if (lngText === '' || latText === '') return null
  const lng = Number(lngText)
  const lat = Number(latText)
  const value = `${lngText},${latText}`
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lng) <= 90) {
    return {
      line,
      column: 'lng,lat',
      value,
      code: 'coordinates-swapped',
      message: `经纬度写反了：经度（lng）写成 ${lngText}，纬度（lat）写成 ${latText}。请对调：经度 ${latText}，纬度 ${lngText}。`,
    }
  }
  if (lng === 0 && lat === 0) {
    return {
      line,
      column: 'lng,lat',
      value,
      code: 'place-out-of-area',
      message: '坐标为 0,0，不是真实位置。请填写 WGS84 经纬度。',
    }
  }
  return null
}

function checkDates(name: TableName, line: number, raw: ReadonlyMap<string, string>): RowProblem[] {
  return Object.keys(TABLES[name].columns)
    .filter((column) => column.endsWith('_on') || (name === 'rosters' && column === 'date'))
    .flatMap((column) => {
      const value = raw.get(column) ?? ''
      if (value === '' || isRealDate(value) || (column === 'date' && WEEKDAYS.includes(value))) return []
      const expected = column === 'date' ? '日期 YYYY-MM-DD 或 mon 至 sun' : '日期 YYYY-MM-DD'
      return [
        {
          line,
          column,
          value,
          code: 'bad-time',
          message: `${columnMention(column)}的值“${value}”不是存在的日期，应为${expected}。`,
        },
      ]
    })
}

function isRealDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

import { describe, expect, it } from 'vitest'
import { readDate, readDegrees, readPhones, readPlace } from '#electron/core/imports/tidy/read-cells.ts'
import { readQuantity, unitOfHeading } from '#electron/core/imports/tidy/read-quantity.ts'
import { tidyCells } from '#electron/core/imports/tidy/tidy-cells.ts'
import { tidyLines } from '#electron/core/imports/tidy/tidy-lines.ts'

describe('cells as people write them', () => {
  it('are dates only when the year stands first or Excel counted the days', () => {
    const dates = ['2026/7/1', '2026年7月1日', '2026.7.1', '46204', '7/1/2026', '2026年7月', '1200'].map(readDate)
    expect(dates).toEqual(['2026-07-01', '2026-07-01', '2026-07-01', '2026-07-01', null, null, null])
  })

  it('are several telephone numbers only when each part is one', () => {
    expect(readPhones('13800000000、0574-86000000')).toEqual(['13800000000', '0574-86000000'])
    expect(readPhones('0574-86000000')).toBeNull()
    expect(readPhones('张三13800000000、李四')).toBeNull()
  })

  it('are angles and places in degrees, whichever stands first', () => {
    expect(readDegrees('121°52′48″E')).toBe('121.88')
    expect(readDegrees('29度55.8分')).toBe('29.93')
    expect(readDegrees('29°75′')).toBeNull()
    expect(readPlace('29.93 121.88')).toEqual({ lng: '121.88', lat: '29.93', isSwapped: true })
    expect(readPlace('29.93,30.1')).toBeNull()
  })

  it('are quantities in the unit of the column; a unit of another dimension is left to be refused', () => {
    expect(readQuantity('turnout_s', '5', unitOfHeading('出动时间（分钟）'))).toEqual({
      text: '300',
      change: 'converted',
    })
    expect(readQuantity('weight_t', '500kg', '')).toEqual({ text: '0.5', change: 'converted' })
    expect(readQuantity('personnel', '1,200人', '')).toEqual({ text: '1200', change: 'dropped' })
    expect(readQuantity('turnout_s', '5米', '')).toBeNull()
  })

  it('keep a column 序号 that is no count, and a team named 总计量 is no total', () => {
    const table = (numbers: readonly string[]) => ({
      header: ['序号', '名称'],
      headerLine: 1,
      lines: numbers.map((number, row) => ({ line: row + 2, cells: [number, '合计量站'], faults: [] })),
    })
    expect(tidyLines(table(['7', '3'])).table.header).toEqual(['序号', '名称'])
    expect(tidyLines(table(['1', '2', '4'])).table).toMatchObject({ header: ['名称'], lines: [{ line: 2 }, {}, {}] })
  })

  it('leave what is not understood as it stands, so that the row check names it', () => {
    const given = {
      header: ['name', 'personnel', 'lng'],
      headerLine: 1,
      lines: [{ line: 2, cells: ['Ａ队', '若干', '东'], faults: [] }],
    }
    expect(tidyCells('teams', given.header, given)).toEqual({ table: given, notes: [] })
  })
})

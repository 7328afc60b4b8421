import { describe, expect, it } from 'vitest'
import { kindByHeadings, missingColumns, proposeColumns } from '#electron/core/imports/column-names.ts'
import { mapTable } from '#electron/core/imports/map-table.ts'
import { findWords } from '#electron/core/imports/value-words.ts'

const HEADER = ['编号', '队伍名称', '队伍类别', '级别', '经度', '纬度', '总人数', '当班人数', '出动时间', '队旗颜色']

const columnsOf = (header: readonly string[], remembered?: ReadonlyMap<string, string | null>): (string | null)[] =>
  proposeColumns('teams', header, remembered).map(({ column }) => column)

describe('the columns of a list of the field', () => {
  it('are known by the words of the field, and the kind by them; a heading nobody knows stays a note', () => {
    expect(columnsOf(HEADER)).toEqual([
      ...['id', 'name', 'type', 'tier', 'lng', 'lat', 'personnel', 'on_duty', 'turnout_s', null],
    ])
    expect(kindByHeadings(HEADER)).toBe('teams')
    expect(kindByHeadings(['甲', '乙'])).toBeNull()
  })

  it('are read by their own name before any other word, and no column is given twice', () => {
    expect(columnsOf(['名称', 'name'])).toEqual([null, 'name'])
  })

  it('follow the last answer for the heading, also that it is a note', () => {
    const remembered = new Map([
      ['队旗颜色', 'phone'],
      ['级别', null],
    ])
    expect(columnsOf(['级别', '队旗颜色'], remembered)).toEqual([null, 'phone'])
  })

  it('name required columns that neither a heading nor a constant gives', () => {
    const columns = columnsOf(HEADER.filter((heading) => heading !== '级别'))
    expect(missingColumns('teams', columns, {})).toEqual(['tier'])
    expect(missingColumns('teams', columns, { tier: 'district' })).toEqual([])
  })
})

describe('a table under its mapping', () => {
  const table = {
    header: ['编号', '类别', 'phone'],
    headerLine: 1,
    lines: [
      { line: 2, cells: ['T1', '消防站', '119'], faults: [] },
      { line: 3, cells: ['T2'], faults: [] },
      { line: 4, cells: ['T3', '志愿者', '1', '多一格'], faults: [] },
    ],
  }
  const columns = ['id', 'type', null]

  it('puts keys for the words that were accepted, constants behind the last column, and keeps a put-aside column apart', () => {
    const words = findWords('teams', columns, table, new Set(['type|志愿者']))
    expect(words).toEqual([
      { column: 'type', from: '志愿者', to: 'VOL', rows: 1, used: false },
      { column: 'type', from: '消防站', to: 'NFR', rows: 1, used: true },
    ])
    const mapping = { kind: 'teams' as const, columns, constants: { tier: 'district', name: '' }, refusedWords: [] }
    expect(mapTable(table, mapping, words)).toEqual({
      header: ['id', 'type', '原表 phone', 'tier'],
      headerLine: 1,
      lines: [
        { line: 2, cells: ['T1', 'NFR', '119', 'district'], faults: [] },
        { line: 3, cells: ['T2', '', '', 'district'], faults: [] },
        // A line that is too long stays so, for the row check to refuse.
        { line: 4, cells: ['T3', '志愿者', '1', 'district', '多一格'], faults: [] },
      ],
    })
  })
})

import { writeXlsx, type CellValue } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbookTables } from '#electron/core/datasets/excel/read-workbook-tables.ts'
import { plainNumber } from '#electron/core/datasets/excel/cell-text.ts'
import { readTable } from '#electron/core/datasets/read-table.ts'
import type { ReadFile } from '#electron/core/datasets/record-kind.ts'
import { TEAM_HEADER, teamBook, teamRow } from './sheet-file.ts'

async function readTeams(rows: readonly CellValue[][], sheet = {}): Promise<ReadFile> {
  const [file, ...others] = await readWorkbookTables(await teamBook(rows, sheet), 'teams.xlsx')
  expect(others).toEqual([])
  if (file === undefined) throw new Error('no table')
  return file
}

const valuesOf = (file: ReadFile): object[] => file.records.map(({ value }) => value)
const codesOf = (list: ReadFile['notes'] = []): string[] =>
  list.map(({ line, column, code }) => `${line}:${column}:${code}`)

describe('reading a sheet', () => {
  it('gives the same rows as the same table in CSV', async () => {
    const csv = readTable('teams', `${TEAM_HEADER.join(',')}\n${teamRow().join(',')}\n`, 'teams.csv')
    expect(valuesOf(await readTeams([teamRow()]))).toEqual(valuesOf(csv))
  })

  it('reports a bad row with its row number in the sheet, passing over empty rows', async () => {
    const empty: CellValue[] = TEAM_HEADER.map(() => '  ')
    const file = await readTeams([teamRow(), empty, teamRow({ id: 'T2', personnel: -3 }), teamRow()])
    expect(file).toMatchObject({ read: 3, refused: 2 })
    expect(codesOf(file.problems)).toEqual(['4:personnel:negative-count', '5:id:duplicate-id'])
  })

  it('takes the first row with anything in it as the header', async () => {
    const rows = [[], [], TEAM_HEADER, teamRow()]
    const [file] = await readWorkbookTables(await writeXlsx({ sheets: [{ name: 'teams', rows }] }), 'a.xlsx')
    expect(file).toMatchObject({ kind: 'teams', read: 1, refused: 0 })
    expect(file?.records[0]?.line).toBe(4)
  })

  it('trims spaces, full-width ones too, and turns full-width digits of number columns to half width with a note', async () => {
    const file = await readTeams([teamRow({ name: '　新碶站 \u00a0', personnel: '３０', phone: '０５７４' })])
    expect(valuesOf(file)[0]).toMatchObject({ name: '新碶站', personnel: 30, phone: '０５７４' })
    expect(codesOf(file.notes)).toEqual(['2:personnel:full-width'])
  })

  it('keeps phones with leading zeros, and says when a text column held a number', async () => {
    const file = await readTeams([
      teamRow({ phone: '057486880001' }),
      teamRow({ id: 'T2', phone: 57486880002 }),
      teamRow({ id: 1e14, phone: '13800000000' }),
    ])
    expect(valuesOf(file)).toMatchObject([
      { phone: '057486880001' },
      { phone: '57486880002' },
      { id: '100000000000000', phone: '13800000000' },
    ])
    expect(codesOf(file.notes)).toEqual(['3:phone:was-number', '4:id:was-number'])
    expect(file.notes?.[0]?.message).toMatch(/第 3 行.*开头的 0/)
  })

  it('refuses a long number whose last digits Excel has lost', async () => {
    const file = await readTeams([teamRow({ id: 3.30206199003071e17 })])
    expect(codesOf(file.problems)).toEqual(['2:id:digits-lost'])
    expect(file.problems[0]).toMatchObject({ value: '330206199003071000' })
    expect(file.records).toEqual([])
  })

  it('writes numbers without exponent so that they read back the same', () => {
    for (const [number, text] of [
      [1e21, '1000000000000000000000'],
      [-1.5e-7, '-0.00000015'],
      [121.85, '121.85'],
      [1e-10, '0.0000000001'],
    ] as const) {
      expect(plainNumber(number)).toBe(text)
      expect(Number(text)).toBe(number)
    }
  })

  it('reads dates as days, times with the zone of Beijing, truth values as 0 and 1', async () => {
    const at = (text: string): Date => new Date(`${text}Z`)
    const plants = {
      name: 'plants',
      rows: [
        ['id', 'name', 'lng', 'lat', 'counted_at', 'is_demo'],
        ['P1', '甲厂', 121.9, 29.9, at('2026-07-01T08:30:00'), true],
      ],
    }
    const stock = {
      name: '物资批次',
      rows: [
        ['lot_id', 'store_id', 'item_code', 'item', 'quantity', 'unit', 'expires_on', 'status'],
        ['L1', 'S1', 'W', '水', 12.5, '箱', at('2027-02-28T00:00:00'), '在库'],
      ],
    }
    const files = await readWorkbookTables(await writeXlsx({ sheets: [plants, stock] }), 'all.xlsx')
    expect(files.map(({ file, kind }) => [file, kind])).toEqual([
      ['all.xlsx[plants]', 'plants'],
      ['all.xlsx[物资批次]', 'stock'],
    ])
    expect(files.flatMap(valuesOf)).toMatchObject([
      { countedAt: '2026-07-01T08:30:00+08:00', isDemo: 1 },
      { expiresOn: '2027-02-28', quantity: 12.5 },
    ])
    expect(files.map(({ notes }) => codesOf(notes))).toEqual([['2:counted_at:was-date'], []])
  })

  it('takes the stored value of a formula with a note, and keeps texts that only look like one', async () => {
    const cells = new Map([['1,7', { formula: 'SUM(1,29)', formulaResult: 30, value: 30 }]])
    const file = await readTeams([teamRow({ phone: '=1+1', name: '@站', town: '-北', capabilities: '' })], { cells })
    expect(valuesOf(file)[0]).toMatchObject({ personnel: 30, phone: '=1+1', name: '@站', town: '-北' })
    expect(codesOf(file.notes)).toEqual(['2:personnel:formula'])
  })

  it('refuses a formula without a stored value and a cell that shows an error', async () => {
    const cells = new Map([['1,10', { formula: 'A9', value: null }]])
    const lost = await readTeams([teamRow({ phone: null })], { cells })
    expect(codesOf(lost.problems)).toEqual(['2:phone:formula-without-value'])
    const wrong = await readTeams([teamRow()], {
      cells: new Map([['1,10', { value: '#REF!', type: 'error' }]]),
    })
    expect(codesOf(wrong.problems)).toEqual(['2:phone:cell-error'])
  })

  it('refuses a table with merged rows, naming them', async () => {
    const merges = [{ startRow: 1, endRow: 2, startCol: 4, endCol: 4 }]
    const file = await readTeams([teamRow(), teamRow({ id: 'T2', town: null })], { merges })
    expect(file).toMatchObject({ read: 2, refused: 2, records: [] })
    expect(codesOf(file.problems)).toEqual(['2::cell-merged'])
    expect(file.problems[0]?.message).toMatch(/第 2 至 3 行、第 5 列/)
  })

  it('refuses cells without a header and headers given twice', async () => {
    const wide = await readTeams([[...teamRow(), null, '多出']])
    expect(codesOf(wide.problems)).toEqual(['2::column-count'])
    expect(wide.problems[0]?.message).toMatch(/第 14 列/)
    const rows = [
      [...TEAM_HEADER, 'phone'],
      [...teamRow(), '1'],
    ]
    const [twice] = await readWorkbookTables(await writeXlsx({ sheets: [{ name: 'teams', rows }] }), 'a.xlsx')
    expect(codesOf(twice?.problems)).toEqual(['1:phone:column-repeated'])
  })

  it('keeps columns it does not know as notes of the record', async () => {
    const rows = [
      [...TEAM_HEADER, '备用电话'],
      [...teamRow(), '0574-1'],
    ]
    const [file] = await readWorkbookTables(await writeXlsx({ sheets: [{ name: 'x', rows }] }), '队伍.xlsx')
    expect(file?.records[0]?.value).toMatchObject({ extras: { 备用电话: '0574-1' } })
  })

  it('does not read hidden sheets and says so', async () => {
    const sheets = [
      { name: 'teams', rows: [TEAM_HEADER, teamRow()] },
      { name: 'old', rows: [TEAM_HEADER, teamRow({ id: 'T9' })], hidden: true },
    ]
    const files = await readWorkbookTables(await writeXlsx({ sheets }), 'a.xlsx')
    expect(files).toHaveLength(1)
    expect(files[0]?.notes).toMatchObject([{ line: 0, value: 'old', code: 'sheet-hidden' }])
  })

  it('refuses a sheet that is no table instead of passing it over', async () => {
    const sheets = [
      { name: 'teams', rows: [TEAM_HEADER, teamRow()] },
      { name: '统计', rows: [['合计', '3']] },
    ]
    await expect(readWorkbookTables(await writeXlsx({ sheets }), 'a.xlsx')).rejects.toMatchObject({
      code: 'bad-input',
      path: 'a.xlsx[统计]',
    })
  })
})

import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Dataset } from '#shared/domain/dataset/dataset.ts'
import { TABLE_NAMES, TABLES } from '#shared/domain/dataset/tables.ts'
import { columnTitle } from '#shared/text/column-words.ts'
import { cellsOf } from '#electron/core/datasets/cells-of.ts'
import { formatWorkbooks } from '#electron/core/datasets/excel/format-workbooks.ts'
import { readWorkbookTables } from '#electron/core/datasets/excel/read-workbook-tables.ts'
import { writeTemplate } from '#electron/core/datasets/excel/table-template.ts'
import { formatDataset } from '#electron/core/datasets/format-dataset.ts'
import { loadDatasetFolder, openDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { writeFolder } from '#electron/core/datasets/write-folder.ts'
import { partOf, textLike } from './sheet-file.ts'
import { SMALL_FILES, writeFiles } from './small-dataset.ts'

const DATASETS = join(import.meta.dirname, '../../../resources/datasets')

async function throughExcel(dataset: Dataset): Promise<Dataset> {
  const folder = join(writeFiles({}), 'out')
  writeFolder(folder, await formatWorkbooks(dataset))
  const opened = await openDatasetFolder(folder)
  expect(opened.report.files.flatMap(({ notes }) => notes ?? [])).toEqual([])
  return opened.dataset
}

describe('export to workbooks', () => {
  it.each(['beilun', 'cixi'])('loses nothing of %s on the way from CSV to Excel and back', async (name) => {
    const { dataset } = loadDatasetFolder(join(DATASETS, name))
    const again = await throughExcel(dataset)
    expect(again.version).toBe(dataset.version)
    expect(formatDataset(again)).toEqual(formatDataset(dataset))
    const tables = TABLE_NAMES.filter((table) => dataset[table].length > 0)
    expect(tables.length).toBeGreaterThanOrEqual(13)
  })

  it('writes texts that begin like a formula as texts, and reads them and odd characters back unchanged', async () => {
    const { dataset } = loadDatasetFolder(writeFiles(SMALL_FILES))
    const odd = ['=HYPERLINK("http://x")', '+86 1', '-1+2', '@SUM(A1)', '_x0041_ <&>"\'', '甲\n乙\t丙', '007', '1e5']
    const [team] = dataset.teams
    if (team === undefined) throw new Error('no team')
    const teams = odd.map((name, index) => ({ ...team, id: `T${index + 1}`, name, extras: { 附注: name } }))
    const changed = { ...dataset, teams }
    const book = (await formatWorkbooks(changed)).get('teams.xlsx')
    if (!(book instanceof Uint8Array)) throw new Error('no workbook')
    const sheet = partOf(book, 'xl/worksheets/sheet1.xml')
    expect(sheet).not.toContain('<f>')
    expect(sheet).toMatch(/<c r="B2" t="s"/)
    const [file] = await readWorkbookTables(book, 'teams.xlsx')
    expect(file?.records.map(({ value }) => value)).toMatchObject(
      odd.map((text) => ({ name: text, extras: { 附注: text } })),
    )
  })

  it('gives the same bytes for the same data', async () => {
    const { dataset } = loadDatasetFolder(writeFiles(SMALL_FILES))
    expect(await formatWorkbooks(dataset)).toEqual(await formatWorkbooks(dataset))
  })

  it('refuses a cell that Excel cannot hold, naming row and column', async () => {
    const { dataset } = loadDatasetFolder(writeFiles(SMALL_FILES))
    const teams = dataset.teams.map((team) => ({ ...team, note: '长'.repeat(32_768) }))
    await expect(formatWorkbooks({ ...dataset, teams })).rejects.toMatchObject({
      code: 'bad-input',
      message: textLike(/救援队伍.*第 2 行 note 列/),
    })
  })
})

describe('templates', () => {
  it.each(TABLE_NAMES)('of %s hold an example that passes every check but is refused as an example', async (name) => {
    const [file, ...others] = await readWorkbookTables(await writeTemplate(name), 'filled.xlsx')
    expect(others).toEqual([])
    expect(file).toMatchObject({ kind: name, read: 1, refused: 1, records: [] })
    expect(file?.problems.map(({ line, column, code }) => [line, column, code])).toEqual([[2, 'note', 'example-row']])
  })

  it.each(TABLE_NAMES)('of %s name every column in Chinese and explain it', async (name) => {
    const { sheets } = await readXlsx(await writeTemplate(name))
    expect(sheets.map((sheet) => sheet.name)).toEqual([TABLES[name].sqlTable, '说明', '选项'])
    const explained = new Map((sheets[1]?.rows ?? []).map(([column, title, , must]) => [column, { title, must }]))
    cellsOf(name).forEach(([column, { required }], index) => {
      const title = columnTitle(column)
      expect(title).toMatch(/[一-鿿]/)
      expect(explained.get(column)).toEqual({ title, must: required ? '必填' : '可空' })
      const comment = sheets[0]?.cells?.get(`0,${index}`)?.comment?.text ?? ''
      expect(comment.startsWith(title)).toBe(true)
      expect(comment.includes('必填')).toBe(required)
    })
  })

  it('offer closed lists as drop-downs from the sheet of choices and keep typed texts as text', async () => {
    const { sheets } = await readXlsx(await writeTemplate('teams'), { readStyles: true })
    const [table, , choices] = sheets
    const lists = (table?.dataValidations ?? []).map(({ type, range, formula1 }) => ({ type, range, formula1 }))
    expect(lists).toEqual([
      { type: 'list', range: 'C2:C1502', formula1: '选项!$A$2:$A$14' },
      { type: 'list', range: 'D2:D1502', formula1: '选项!$B$2:$B$7' },
      { type: 'list', range: 'P2:P1502', formula1: '选项!$C$2:$C$3' },
    ])
    expect(choices?.rows[1]?.slice(0, 3)).toEqual(['MICRO', 'street', '0'])
    expect(table?.cells?.get('0,2')?.style?.font).toMatchObject({ bold: true, underline: true })
    expect(table?.cells?.get('400,10')?.style?.numFmt).toBe('@')
    expect(table?.cells?.get('400,7')?.style?.numFmt).toBeUndefined()
  })
})

import { TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { expectedWords } from '#shared/text/choice-words.ts'
import { columnMention, columnTitle, columnUnit } from '#shared/text/column-words.ts'
import { cellsOf } from '../cells-of.ts'
import { EXAMPLE_MARK } from '../check-row.ts'
import { exampleOf } from './column-examples.ts'
import { HELP_SHEET } from './help-sheets.ts'
import { choicesSheet, tableSheet } from './table-sheet.ts'
import { writeWorkbook, type NewSheet } from './workbook-file.ts'

/** Empty rows that are prepared, so that what is typed into a text column stays text. */
const PREPARED_ROWS = 500

/**
 * A workbook to be filled in by hand: the table with one marked example row that an import refuses, a sheet that
 * explains every column, and the closed lists.
 */
export async function writeTemplate(name: TableName): Promise<Uint8Array> {
  const cells = cellsOf(name)
  const example = cells.map(([column, cell]) => {
    const value = column === 'note' ? `${EXAMPLE_MARK}填写前请删去本行` : exampleOf(name, column)
    if (value === '') return null
    return cell.sqlType === 'TEXT' ? value : Number(value)
  })
  const empty = Array.from({ length: PREPARED_ROWS }, () => cells.map(() => null))
  const header = cells.map(([column]) => column)
  return writeWorkbook([tableSheet(name, header, [example, ...empty]), helpSheet(name), choicesSheet(name)])
}

function helpSheet(name: TableName): NewSheet {
  const { title, key, references, sqlTable } = TABLES[name]
  const targets = new Map(Object.entries<string | undefined>(references))
  const rules = [
    `${title}（${sqlTable}）：每行一条，同一${columnMention(key.join('+'))}只能出现一次。`,
    '表头的英文列名不要改动；底色较深并加下划线的列必填，把鼠标停在表头上可看说明。',
    `备注以${EXAMPLE_MARK}开头的行是示例，导入时拒收，请删去。`,
    '未知的数留空，不要填 0。坐标为 WGS84 经纬度。',
    '列表用分号 ; 分隔。电话、车牌、编号按文字填写，开头的 0 会保留。',
    '不要合并单元格；公式不会重算，只取存下的结果。工作表“说明”“选项”不会导入。',
  ]
  const columns = cellsOf(name).map(([column, cell]) => {
    const expected = expectedWords(column, cell)
    const target = targets.get(column)
    const rule = target === undefined ? expected : `${expected}；须是 ${target} 里已有的编号`
    return [column, columnTitle(column), columnUnit(column), cell.required ? '必填' : '可空', rule]
  })
  return {
    name: HELP_SHEET,
    rows: [['列', '名称', '单位', '必填', '规则'], ...columns, [], ...rules.map((rule) => ['', rule])],
    columns: [16, 28, 24, 8, 60].map((width) => ({ width, isText: true })),
    headerNotes: [],
    required: [],
    dropDowns: [],
  }
}

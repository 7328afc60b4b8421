import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeXlsx } from 'hucre/xlsx'
import { openDeskHere } from '#electron/core/imports/import-desk.ts'
import type { ImportDesk } from '#electron/core/imports/import-port.ts'
import { cellsOfRecord, cellNamesOf } from '#shared/domain/dataset/record-cells.ts'
import { RECORD_REFERENCES, recordsOf } from '#shared/domain/dataset/record-kinds.ts'
import { TABLE_NAMES, TABLES, type TableName } from '#shared/domain/dataset/tables.ts'
import { loadDatasetFolder } from '#electron/core/datasets/load-dataset.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')

describe('lists as operators have them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'messy-'))
  const filled = join(folder, 'filled.db')
  const databasePath = join(folder, 'own.db')
  let desk: ImportDesk
  beforeAll(() => {
    startConsole(filled, { planDispatch: stubPlan }).stop()
    copyFileSync(filled, databasePath)
    desk = openDeskHere({ databasePath, resourcesFolder: RESOURCES, onProgress: () => undefined })
  })
  afterAll(() => {
    desk.dispose()
    rmSync(folder, { recursive: true })
  })

  function file(name: string, lines: readonly string[]): string {
    const path = join(folder, name)
    writeFileSync(path, lines.join('\r\n'))
    return path
  }
  const report = async () => (await desk.report({ outcome: null, offset: 0, limit: 500 })).rows
  const present = async () => (await report()).filter(({ outcome }) => outcome !== 'absent')

  it('reads a street list without numbers: title, two-row head, units, dates, phones, places in one cell', async () => {
    const rows = [
      ['新碶街道救援队伍汇总表（2026年）'],
      [
        '',
        '队伍名称',
        '队伍类别',
        '层级',
        '街道',
        '经纬度',
        '人员情况',
        '',
        '出动时间（分钟）',
        '联系电话',
        '归还日期',
      ],
      ['', '', '', '', '', '', '总人数', '在岗人数', '', '', ''],
      [
        '1',
        '算山应急队',
        '专业队',
        '街道',
        '新碶街道',
        '121.88，29.93',
        '１５人',
        '6',
        '5',
        '13800000000、0574-86000000',
        '2026年7月1日',
      ],
      [
        '2',
        '新碶消防救援站',
        '政府专职队',
        '区级',
        '新碶街道',
        '29°54′50.4″N 121°50′31.2″E',
        '58',
        '42',
        '0.75',
        '0574-86011235',
        '',
      ],
      ['合计', '', '', '', '', '', '73', '48'],
    ]
    const path = join(folder, '队伍汇总.xlsx')
    const merges = [
      { startRow: 0, startCol: 0, endRow: 0, endCol: 10 },
      { startRow: 1, startCol: 6, endRow: 1, endCol: 7 },
      { startRow: 1, startCol: 1, endRow: 2, endCol: 1 },
    ]
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows, merges }] }))
    const [source] = await desk.open([path])
    expect(source).toMatchObject({ form: 'table', kind: 'teams', rows: 2, missing: [] })
    const preview = await desk.preview(0)
    const columns = preview.columns.map(({ header, column }) => (header === '归还日期' ? 'away_until' : column))
    await desk.setMapping(0, { kind: 'teams', columns, constants: {}, refusedWords: [] })
    const checked = await desk.check('wgs84')
    const [added, known] = await present()
    expect(added?.problems).toEqual([])
    expect(added).toMatchObject({ outcome: 'new', key: 'teams-0001', basis: '资源库里没有，新编号 teams-0001' })
    expect(known).toMatchObject({ outcome: 'unchanged', key: 'gov-xinqi', basis: '按名称和街道对上 gov-xinqi' })
    expect(checked.sources[0]?.notes.map(({ code }) => code).sort()).toEqual(
      [
        ...['counting-column', 'date-read', 'half-width', 'phones-split', 'place-split', 'place-swapped', 'title-line'],
        ...['total-line', 'two-line-head', 'unit-converted', 'unit-dropped'],
      ].sort(),
    )
    const stamp = {
      recordedAt: '2026-07-01T08:00:00+08:00',
      who: '王工',
      role: 'administrative',
      seat: 's',
      reason: 'x',
    }
    expect(await desk.commit({ stamp, skipRefused: false, retireAbsent: false })).toMatchObject({ changes: 1 })
    await desk.open([path])
    await desk.setMapping(0, { kind: 'teams', columns, constants: {}, refusedWords: [] })
    await desk.check('wgs84')
    expect((await present()).map(({ outcome, key }) => [outcome, key])).toEqual([
      ['unchanged', 'teams-0001'],
      ['unchanged', 'gov-xinqi'],
    ])
  })

  it('refuses a row that fits two records with both of them named, and exports the refused rows of every file', async () => {
    const shelters = file('shelters.csv', [
      '编号,名称,街道,层级,坐标,容量,已用',
      ...['S-1,同名小学,新碶街道,street,"121.8,29.9",100,0', 'S-2,同名小学,大碶街道,street,"121.8,29.9",100,0'],
      ',同名小学,,street,"121.8,29.9",90,0',
    ])
    const vehicles = file('vehicles.csv', [
      '车牌,队伍名称,种类,定员',
      '浙B·A392演,没有的队,TANKER,6',
      '浙BC162演,新碶消防救援站,TANKER,6',
    ])
    await desk.open([shelters, vehicles])
    await desk.check('wgs84')
    const rows = await present()
    expect(rows.find(({ key }) => key === 'gov-xinqi-v1')).toMatchObject({
      basis: '按车牌对上 gov-xinqi-v1；所属队伍“新碶消防救援站”按名称对上 gov-xinqi',
    })
    const message =
      '没有编号，按名称对上 2 条记录：S-1（同名小学，新碶街道）、S-2（同名小学，大碶街道）。请在这一行补上编号。'
    expect(rows.find(({ line, file }) => line === 4 && file === 'shelters.csv')?.problems).toEqual([
      { line: 4, column: 'id', value: '同名小学', code: 'ambiguous-record', message },
    ])
    const files = await desk.refusedRows()
    expect(files.map(({ fileName }) => fileName)).toEqual(['避灾安置场所', '车辆'])
    expect(files[0]?.text).toContain('S-1（同名小学')
    expect(files[1]?.text).toContain('没有的队')
  })

  it('changes nothing when the library comes back without numbers and with names for references', async () => {
    const dataset = loadDatasetFolder(join(RESOURCES, 'datasets/beilun')).dataset
    const kinds = TABLE_NAMES.filter((kind) => recordsOf(dataset, kind).length > 0)
    const nameOf = (kind: TableName, key: string): string => {
      const found = recordsOf(dataset, kind).find((value) => Reflect.get(value, 'id') === key)
      const name: unknown = found === undefined ? '' : Reflect.get(found, 'name')
      return typeof name === 'string' ? name : key
    }
    const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`
    const paths = kinds.map((kind) => {
      const [number] = TABLES[kind].key.length === 1 ? TABLES[kind].key : []
      const references = new Map(
        RECORD_REFERENCES.flatMap(({ from, column, to }) => (from === kind ? [[column, to]] : [])),
      )
      const columns = cellNamesOf(kind)
      const kept = columns.filter((column) => column !== number)
      const lines = recordsOf(dataset, kind).map((value) => {
        const cells = cellsOfRecord(kind, value)
        return kept.map((column) => {
          const cell = cells[columns.indexOf(column)] ?? ''
          const to = references.get(column)
          return quoted(to === undefined || cell === '' ? cell : nameOf(to, cell))
        })
      })
      return file(`${TABLES[kind].sqlTable}.csv`, [kept.join(','), ...lines.map((line) => line.join(','))])
    })
    const opened = await desk.open(paths)
    expect(opened.flatMap(({ missing }) => missing)).toEqual([])
    const { counts } = await desk.check('wgs84')
    const rows: Awaited<ReturnType<typeof report>> = []
    for (let offset = 0; ; offset += 500) {
      const page = await desk.report({ outcome: null, offset, limit: 500 })
      rows.push(...page.rows)
      if (rows.length >= page.total) break
    }
    const odd = rows.filter(({ outcome }) => !['unchanged', 'absent'].includes(outcome))
    expect(odd.slice(0, 5)).toEqual([])
    const brought = kinds.reduce((sum, kind) => sum + recordsOf(dataset, kind).length, 0)
    expect(counts).toMatchObject({ new: 0, changed: 0, unchanged: brought, refused: 0 })
    expect(brought).toBeGreaterThan(5000)
    const named = rows.find(({ key }) => key === 'gov-xinqi-v1')
    expect(named?.basis).toBe('按车牌对上 gov-xinqi-v1；所属队伍“新碶消防救援站”按名称对上 gov-xinqi')
  })
})

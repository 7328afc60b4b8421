import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImportDesk } from '#electron/core/imports/import-desk.ts'
import type { ImportDesk } from '#electron/core/imports/import-port.ts'
import { fromWgs84 } from '#electron/core/datasets/coordinates/coordinate-system.ts'
import { RESOURCES, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { stubPlan } from './stub-plan.ts'

describe('the desk of an import', () => {
  const folder = temporaryFolder()
  const databasePath = join(folder.path, 'console.db')
  beforeAll(() => startConsole(databasePath, { planDispatch: stubPlan }).stop())
  afterAll(folder.remove)

  const desk = (): ImportDesk =>
    openImportDesk({ databasePath, resourcesFolder: RESOURCES, onProgress: () => undefined }, () => false)
  const stamp = { recordedAt: '2026-07-14T10:20:00+08:00', who: '王工', role: 'test', seat: 's', reason: '核实' }

  it('maps the Chinese headings of a workbook and keeps its dates', async () => {
    const path = join(folder.path, '批次.xlsx')
    const rows = [
      ['批号', '仓库编号', '物资代码', '品名', '数量', '计量单位', '有效期至', '状态', '货架'],
      ['L-1', 'store-none', 'LIFE_TENT_12', '帐篷', 5, '顶', new Date(Date.UTC(2027, 0, 31)), '在库', 'A3'],
    ]
    writeFileSync(path, await writeXlsx({ sheets: [{ name: 'Sheet1', rows }] }))
    const own = desk()
    expect(await own.open([path])).toMatchObject([{ kind: 'stock', rows: 1, missing: [] }])
    const { rows: shown } = await own.preview(0)
    expect(shown[0]?.cells[6]).toBe('2027-01-31')
    await own.check(null)
    const page = await own.report({ outcome: 'refused', offset: 0, limit: 10 })
    expect(page.rows).toMatchObject([{ key: 'L-1', problems: [{ column: 'store_id', code: 'unknown-reference' }] }])
  })

  it('asks before hospitals in GCJ-02 are taken, and writes them in WGS84 once it was said', async () => {
    const places = [
      ['hospital-p0194', '北仑区中医院', 121.82549, 29.92389],
      ['hospital-p0195', '柴桥医院', 121.91058, 29.8794],
      ['hospital-p0199', '北仑区医疗中心', 121.83857, 29.89224],
      ['hospital-p0198', '宁波开发区中心医院', 121.84621, 29.90933],
    ] as const
    const path = join(folder.path, 'hospitals.csv')
    const lines = places.map(([id, name, lng, lat]) => {
      const shifted = fromWgs84({ lng, lat }, 'gcj02')
      return `${id},${name},${shifted.lng.toFixed(7)},${shifted.lat.toFixed(7)},12`
    })
    writeFileSync(path, ['编号,医院名称,经度,纬度,床位', ...lines].join('\n'))
    const own = desk()
    await own.open([path])
    const asked = await own.check(null)
    expect(asked.question).toMatchObject({ proposal: 'gcj02' })
    const write = { stamp, skipRefused: false, retireAbsent: false }
    await expect(own.commit(write)).rejects.toMatchObject({ code: 'coordinates-shifted' })
    expect((await own.check('gcj02')).question).toBeNull()
    // What the list does not speak of stays as it is; positions come back to where they were.
    const { rows } = await own.report({ outcome: 'changed', offset: 0, limit: 10 })
    expect(rows.map(({ changes }) => changes.map(({ column }) => column))).toEqual(places.map(() => ['beds']))
    expect((await own.commit(write)).changes).toBe(4)
  })

  it('takes a folder whole, counts a file that cannot be read as refused, and leaves another district alone', async () => {
    const path = join(folder.path, 'set')
    mkdirSync(path)
    for (const name of ['dataset.json', 'teams.csv', 'vehicles.csv'])
      cpSync(join(RESOURCES, 'datasets', 'beilun', name), join(path, name))
    const own = desk()
    await own.open([path])
    expect((await own.check(null)).counts).toMatchObject({ new: 0, changed: 0, refused: 0, absent: 0 })
    writeFileSync(join(path, 'areas.geojson'), '{"type":"FeatureCollection","features":[')
    await own.open([path])
    expect((await own.check(null)).counts).toMatchObject({ refused: 1 })
    const { rows } = await own.report({ outcome: 'refused', offset: 0, limit: 10 })
    expect(rows).toMatchObject([{ file: 'areas.geojson', line: 0, problems: [{ code: 'file-broken' }] }])
    cpSync(join(RESOURCES, 'datasets', 'cixi', 'dataset.json'), join(path, 'dataset.json'))
    await own.open([path])
    await expect(own.check(null)).rejects.toMatchObject({ code: 'conflict', path: 'id' })
  })
})

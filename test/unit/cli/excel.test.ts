import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { TABLE_NAMES } from '#shared/domain/dataset/tables.ts'
import { teamBook, teamRow, textLike } from '../datasets-io/sheet-file.ts'
import { SMALL_FILES, writeFiles } from '../datasets-io/small-dataset.ts'
import { run } from './run-cli.ts'

let folder = ''
let db = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'console-excel-'))
  db = join(folder, 'console.db')
})

const inFolder = (name: string): string => join(folder, name)

describe('Excel on the command line', () => {
  it('exports every table as a workbook that imports to the same files', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    await run(['export', '--db', db, '--to', inFolder('csv')])
    const { exitCode, document } = await run(['export', '--db', db, '--format', 'xlsx', '--to', inFolder('xlsx')])
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({ ok: true, id: 'small' })
    expect(existsSync(join(inFolder('xlsx'), 'teams.xlsx'))).toBe(true)
    expect(readdirSync(inFolder('xlsx')).filter((name) => name.endsWith('.csv'))).toEqual([])

    writeFileSync(join(inFolder('xlsx'), '~$teams.xlsx'), 'owner file of an open workbook')
    const second = inFolder('second.db')
    expect(await run(['import', '--db', second, inFolder('xlsx')])).toMatchObject({ exitCode: 0 })
    await run(['export', '--db', second, '--to', inFolder('again')])
    for (const name of readdirSync(inFolder('csv'))) {
      expect(readFileSync(join(inFolder('again'), name), 'utf8'), name).toBe(
        readFileSync(join(inFolder('csv'), name), 'utf8'),
      )
    }
  })

  it('reports rows and notes of a workbook and stores it; unchanged the second time', async () => {
    const book = inFolder('救援队伍.xlsx')
    writeFileSync(book, await teamBook([teamRow(), teamRow({ id: 'T2', phone: 13800000000 })]))
    const first = await run(['import', '--db', db, book])
    expect(first).toMatchObject({ exitCode: 0, document: { ok: true } })
    expect(first.document).toMatchObject({
      files: [{ file: '救援队伍.xlsx', kind: 'teams', read: 2, new: 2, notes: [{ line: 3, code: 'was-number' }] }],
    })
    const second = await run(['import', '--db', db, book])
    expect(second.document).toMatchObject({ files: [{ read: 2, new: 0, unchanged: 2 }] })
  })

  it('writes nothing when one row of a workbook is refused, or one of several files is broken', async () => {
    const bad = inFolder('teams.xlsx')
    writeFileSync(bad, await teamBook([teamRow(), teamRow({ id: 'T2', lng: 29.9, lat: 121.8 })]))
    expect(await run(['import', '--db', db, bad])).toMatchObject({
      exitCode: 2,
      error: { code: 'rows-refused', path: 'teams.xlsx:3:lng,lat' },
    })
    writeFileSync(bad, 'id,name\n')
    expect(await run(['import', '--db', db, writeFiles(SMALL_FILES), bad])).toMatchObject({
      exitCode: 2,
      error: { code: 'file-broken', path: 'teams.xlsx' },
    })
    expect(existsSync(db)).toBe(false)
  })

  it('plans on a data set folder of workbooks as on one of CSV files', async () => {
    await run(['import', '--db', db, writeFiles(SMALL_FILES)])
    await run(['export', '--db', db, '--format', 'xlsx', '--to', inFolder('xlsx')])
    const fromBooks = await run(['readiness', '--dataset', inFolder('xlsx'), '--as-of', '2026-07-14'])
    const fromFiles = await run(['readiness', '--dataset', writeFiles(SMALL_FILES), '--as-of', '2026-07-14'])
    expect(fromBooks.exitCode).toBe(0)
    expect(fromBooks.document).toEqual(fromFiles.document)
  })

  it('writes one template or all, and refuses an untouched one as data', async () => {
    expect(await run(['export', '--template', '救援队伍', '--to', inFolder('one')])).toMatchObject({
      exitCode: 0,
      document: { ok: true, files: ['teams-template.xlsx'] },
    })
    expect(await run(['import', '--db', db, join(inFolder('one'), 'teams-template.xlsx')])).toMatchObject({
      exitCode: 2,
      error: { code: 'rows-refused', message: textLike(/第 2 行.*示例行/) },
    })
    await run(['export', '--template', 'all', '--to', inFolder('all')])
    expect(readdirSync(inFolder('all'))).toHaveLength(TABLE_NAMES.length)
  })

  it('refuses a table and a format it does not know, naming those it does', async () => {
    expect(await run(['export', '--template', 'roads', '--to', inFolder('x')])).toMatchObject({
      exitCode: 2,
      error: { code: 'bad-option', path: '--template', value: 'roads', message: textLike(/teams/) },
    })
    expect(await run(['export', '--db', db, '--format', 'ods', '--to', inFolder('x')])).toMatchObject({
      error: { code: 'bad-option', path: '--format', value: 'ods' },
    })
    expect(existsSync(inFolder('x'))).toBe(false)
  })
})

import { deflateSync, strToU8, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { readWorkbookTables } from '#electron/core/datasets/excel/read-workbook-tables.ts'
import { MAX_WORKBOOK_UNPACKED_BYTES } from '#electron/core/datasets/excel/check-package.ts'
import { TEAM_HEADER, teamBook, teamRow, textLike, withPart } from './sheet-file.ts'

const SHEET = 'xl/worksheets/sheet1.xml'
const read = (bytes: Uint8Array, name = 'teams.xlsx'): Promise<unknown> => readWorkbookTables(bytes, name)

/** Most bytes the process may grow by while a hostile file is refused. */
const GROWTH_BYTES = 900 * 1024 * 1024

async function grownBytes(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss
  await work()
  return process.memoryUsage().rss - before
}

describe('hostile workbooks', () => {
  it('refuses a zip bomb that says its size, before unpacking', async () => {
    const bomb = sayingSize(await bombBook(), MAX_WORKBOOK_UNPACKED_BYTES + 1)
    await expect(read(bomb)).rejects.toMatchObject({
      code: 'file-too-large',
      path: 'teams.xlsx',
      message: textLike(/160 MB.*拆成/),
    })
  })

  it.each([
    [1000, 'file-too-large'],
    [0, 'file-broken'],
  ])('refuses a zip bomb that says it holds %i bytes, within bounded memory', async (size, code) => {
    const bomb = sayingSize(await bombBook(), size)
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const growth = await grownBytes(async () => {
      await expect(read(bomb)).rejects.toMatchObject({ code })
    })
    expect(growth).toBeLessThan(GROWTH_BYTES)
  })

  it('refuses a sheet of 1 048 576 rows by its limit, within bounded memory', async () => {
    const rows = '<row><c t="inlineStr"><is><t>T</t></is></c></row>'.repeat(1_048_576)
    const book = withPart(await teamBook([teamRow()]), SHEET, (xml) =>
      xml.replace(/<sheetData>.*<\/sheetData>/s, () => `<sheetData>${rows}</sheetData>`),
    )
    const growth = await grownBytes(async () => {
      await expect(read(book)).rejects.toMatchObject({
        code: 'file-too-large',
        message: textLike(/“Sheet1”超过 200000 行/),
      })
    })
    expect(growth).toBeLessThan(GROWTH_BYTES)
  }, 60_000)

  it('refuses a cell far outside the table instead of filling the space between', async () => {
    const book = withPart(await teamBook([teamRow()]), SHEET, (xml) =>
      xml.replace('</sheetData>', '<row r="150000"><c r="XFD150000"><v>1</v></c></row></sheetData>'),
    )
    await expect(read(book)).rejects.toMatchObject({ code: 'file-too-large' })
  })

  it('refuses the row of a cell of 10 MB and shows only its beginning', async () => {
    const [file] = await readWorkbookTables(await teamBook([teamRow({ name: '长'.repeat(3_500_000) })]), 'teams.xlsx')
    expect(file).toMatchObject({ read: 1, refused: 1, problems: [{ line: 2, column: 'name', code: 'cell-too-long' }] })
    expect(file?.problems[0]?.value).toHaveLength(40)
  })

  it('refuses XML with entities', async () => {
    const book = withPart(await teamBook([teamRow()]), SHEET, (xml) =>
      xml.replace('<worksheet', () => '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet'),
    )
    await expect(read(book)).rejects.toMatchObject({ code: 'file-broken', message: textLike(/XML 实体/) })
  })

  it('refuses a workbook with a password and an old .xls, each with its own remedy', async () => {
    const encryption = { password: 'x', spinCount: 1 }
    const locked = await writeXlsx({ sheets: [{ name: 'teams', rows: [TEAM_HEADER, teamRow()] }], encryption })
    await expect(read(locked)).rejects.toMatchObject({
      code: 'file-broken',
      message: textLike(/取消密码/),
    })
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)])
    await expect(read(old)).rejects.toMatchObject({ code: 'file-broken', message: textLike(/旧式 \.xls/) })
    await expect(read(old, 'teams.xls')).rejects.toMatchObject({
      code: 'bad-input',
      message: textLike(/另存为 \.xlsx/),
    })
  })

  it('refuses every truncation and files that are something else', async () => {
    const book = await teamBook([teamRow()])
    for (const share of [0, 0.1, 0.5, 0.9, 0.99]) {
      const cut = book.subarray(0, Math.floor(book.length * share))
      await expect(read(cut), String(share)).rejects.toMatchObject({ code: 'file-broken', path: 'teams.xlsx' })
    }
    for (const other of [strToU8('id,name\n1,2\n'), zipSync({ 'a.txt': strToU8('a') }), deflateSync(strToU8('x'))]) {
      await expect(read(other)).rejects.toMatchObject({ code: 'file-broken' })
    }
  })

  it('answers 200 mutated workbooks with a table or a named refusal, never with another failure', async () => {
    const book = await teamBook([teamRow(), teamRow({ id: 'T2' })])
    let seed = 7
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647
      return seed % below
    }
    const outcomes = new Map<string, number>()
    for (let turn = 0; turn < 200; turn += 1) {
      const bytes = Uint8Array.from(book)
      for (let change = 0; change <= turn % 4; change += 1) bytes[next(bytes.length)] = next(256)
      const outcome = await readWorkbookTables(bytes, 'teams.xlsx').then(
        () => 'read',
        (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
      )
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect([...outcomes.keys()].sort()).toEqual(['file-broken', 'file-too-large', 'read'])
    expect(outcomes.get('file-broken')).toBeGreaterThan(50)
  }, 60_000)
})

const BOMB_BYTES = 64 * 1024 * 1024

/** A small workbook whose sheet unpacks to 64 MB. */
async function bombBook(): Promise<Uint8Array> {
  return withPart(await teamBook([teamRow()]), SHEET, () => ' '.repeat(BOMB_BYTES))
}

/** The same workbook with another size written for that sheet, in its header and in the directory. */
function sayingSize(book: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(book)
  const wanted = Buffer.alloc(4)
  wanted.writeUInt32LE(BOMB_BYTES)
  const places = [bytes.indexOf(wanted), bytes.lastIndexOf(wanted)]
  expect(new Set(places).size).toBe(2)
  for (const place of places) bytes.writeUInt32LE(size, place)
  return bytes
}

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { readPdf } from '#electron/core/documents/read-pdf.ts'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

/** Documents of the ammonia tanker's plan in the real windows: looked at, kept as PDF and Word, one and many. */
const here = shareOneConsole({ width: 1366, height: 768 }, 'plan')

/** Where the next save dialog puts its file; the dialog itself is the system's and cannot be driven. */
async function saveNextAs(name: string): Promise<string> {
  const filePath = join(here.folder, name)
  await here.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  return filePath
}

/** Checks what holds for every PDF of ours, and answers its pages. */
function pagesOf(path: string): number {
  const { pages, fonts, fontsNotEmbedded } = readPdf(readFileSync(path))
  expect(fontsNotEmbedded).toEqual([])
  expect(fonts.filter((name) => !name.includes('NotoSansSC'))).toEqual([])
  for (const { widthPt, heightPt } of pages) {
    expect(Math.abs(widthPt - 595)).toBeLessThan(1)
    expect(Math.abs(heightPt - 842)).toBeLessThan(1)
  }
  return pages.length
}

test('shows every document of the plan as it will be printed, and keeps what is shown', async () => {
  const { tactical } = here.running
  await tactical.getByTestId('desk-room-documents').click()
  const list = tactical.getByTestId('documents-list').locator('tbody tr')
  await expect(list.first()).toContainText('人员装备抽组方案')
  await tactical.getByTestId('documents-kind').selectOption('order')
  await list.first().focus()
  await tactical.keyboard.press('ArrowDown')
  await expect(tactical.getByTestId('preview-pages')).toContainText('共 1 页')
  const number = await list.nth(1).locator('td').last().innerText()
  const sheet = tactical.getByTestId('paper-preview').locator('.sheet')
  await expect(sheet.locator('.number')).toContainText('尚未下达')
  expect(number).toContain(await sheet.locator('.number').innerText())
  await expect(sheet.locator('svg').first()).toBeVisible()
  await expect(sheet.locator('.watermark')).toHaveText('演练')
  await expectNothingBeside(tactical)
  await here.shoot(tactical, 'documents-1366')

  const path = await saveNextAs('order.pdf')
  await tactical.keyboard.press('Control+s')
  await expect(tactical.getByTestId('paper-said')).toContainText(path)
  expect(pagesOf(path)).toBe(1)
})

test('binds ticked documents of all kinds into one PDF, and writes one as Word', async () => {
  const { tactical } = here.running
  await tactical.getByTestId('documents-tick-all').click()
  await tactical.getByTestId('documents-kind').selectOption('')
  const list = tactical.getByTestId('documents-list').locator('tbody tr')
  const sheets = await list.count()
  await tactical.getByTestId('documents-tick-all').click()
  await expect(tactical.getByTestId('documents-targets')).toContainText(`已选 ${sheets} 份`)
  const path = await saveNextAs('all.pdf')
  await tactical.getByTestId('documents-pdf').click()
  await expect(tactical.getByTestId('paper-said')).toContainText(path, { timeout: 20_000 })
  expect(pagesOf(path)).toBeGreaterThan(sheets)

  await tactical.getByTestId('documents-tick-all').click()
  await list.nth(3).focus()
  await tactical.keyboard.press('Enter')
  const word = await saveNextAs('brief.docx')
  await tactical.getByTestId('documents-docx').click()
  await expect(tactical.getByTestId('paper-said')).toContainText(word)
  expect(Object.keys(unzipSync(readFileSync(word)))).toContain('word/document.xml')
})

test('a long document goes on overleaf, and nothing stands below its last page', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`第${index + 1}行`, '说明'.repeat(1 + (index % 30))])
  const blocks = [
    { kind: 'text', text: '长'.repeat(3000) },
    { kind: 'heading', text: '二、表' },
    { kind: 'table', head: ['行', '说明'], widths: [20, 80], rows },
  ]
  const sheet = { title: '长表', above: 'BL-1', number: 'BL-1', source: '试排', flows: true, blocks }
  const document = {
    schema: 'paper-document/1',
    title: '长表',
    fileName: 'x',
    paper: 'A4',
    watermark: null,
    sheets: [sheet, { ...sheet, flows: true, blocks: [] }],
  }
  const path = await saveNextAs('long.pdf')
  const answer = await callBridge(here.running.tactical, 'paper.savePdf', { document })
  expect(answer).toEqual({ ok: true, value: { outcome: 'done', path, pages: 7 } })
  expect(pagesOf(path)).toBe(7)
})

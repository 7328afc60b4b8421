import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { readPdf } from '#electron/core/documents/read-pdf.ts'
import { shareOneConsole } from './one-console.ts'

/** Documents of an incident in the real windows: paper that flows over pages. */
const here = shareOneConsole({ width: 1366, height: 768 })

/** Where the next save dialog puts its file; the dialog itself is the system's and cannot be driven. */
async function saveNextAs(name: string): Promise<string> {
  const filePath = join(here.folder, name)
  await here.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  return filePath
}

test('a long document goes on overleaf, with head, foot and the head of its table on every page', async () => {
  const rows = Array.from({ length: 120 }, (_, index) => [`第${index + 1}行`, '说明'.repeat(1 + (index % 30))])
  const sheet = {
    title: '长表',
    above: 'BL-1 长表',
    number: 'BL-1',
    source: '试排',
    flows: true,
    blocks: [
      { kind: 'heading', text: '一、文字' },
      { kind: 'text', text: '长'.repeat(3000) },
      { kind: 'heading', text: '二、表' },
      { kind: 'table', head: ['行', '说明'], widths: [20, 80], rows },
    ],
  }
  const document = {
    schema: 'paper-document/1',
    title: '长表',
    fileName: 'x',
    paper: 'A4',
    watermark: '演练',
    sheets: [sheet],
  }
  const path = await saveNextAs('long.pdf')
  const answer = await callBridge(here.running.tactical, 'paper.savePdf', { document })
  expect(answer).toMatchObject({ ok: true, value: { outcome: 'done', path } })
  const bytes = readFileSync(path)
  const { pages, fontsNotEmbedded } = readPdf(bytes)
  expect(pages.length).toBeGreaterThan(4)
  expect(fontsNotEmbedded).toEqual([])
})

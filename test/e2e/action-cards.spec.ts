import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { PaperDocument } from '#shared/domain/paper-document.ts'
import { readPdf } from '#electron/core/documents/read-pdf.ts'
import { shareOneConsole } from './one-console.ts'

const Cards = z.object({ value: z.object({ cards: z.array(z.object({ id: z.string() })) }) })
const Paper = z.object({ value: PaperDocument })

/** Action cards in the real windows: opened from the line they belong to, and made into paper that fits. */
const here = shareOneConsole({ width: 1366, height: 768 }, 'plan')

/** Where the next save dialog puts its file; the dialog itself is the system's and cannot be driven. */
async function saveNextAs(name: string): Promise<string> {
  const filePath = join(here.folder, name)
  await here.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  return filePath
}

/** All that a PDF says once its streams are unpacked: the maps from glyphs to characters are among them. */
function unpacked(bytes: Buffer): string {
  const text = bytes.toString('latin1')
  return [...text.matchAll(/stream\r?\n([\s\S]*?)endstream/g)]
    .map(([, stream = '']) => {
      try {
        return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')
      } catch {
        return '' // a stream that is not packed is not a map
      }
    })
    .join('\n')
}
/** Whether a PDF draws a character: its map from glyphs names the code point. */
const draws = (bytes: Buffer, character: string): boolean =>
  new RegExp(`<${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}>`, 'i').test(unpacked(bytes))

test('opens from a first order by Enter, from an action by the right button, in both headquarters', async () => {
  const { administrative, tactical } = here.running
  await tactical.getByTestId('plan-tab-first-orders').click()
  const order = tactical.getByTestId('table-firstOrder').first().locator('tr[data-row=FO_TACTICAL]')
  await order.focus()
  await tactical.keyboard.press('Enter')
  await expect(tactical.getByTestId('card-sheet')).toHaveAttribute('data-card', 'tactical-commander-hazmat')
  await expect(tactical.getByTestId('card-step-1')).toContainText('30 秒内')
  await expect(tactical.getByTestId('card-contacts')).toContainText(/1\d{10}/)
  const strip = await tactical.locator('.strip').boundingBox()
  const drawer = await tactical.locator('.card-drawer').boundingBox()
  // Clock, level and who decides stay in sight.
  expect(drawer?.y).toBeGreaterThanOrEqual((strip?.y ?? 0) + (strip?.height ?? Infinity))
  await here.shoot(tactical, 'card-first-order-1366')
  await tactical.keyboard.press('Escape')
  await expect(tactical.getByTestId('card-drawer')).toBeHidden()

  await administrative.getByTestId('plan-tab-handling').click()
  const action = administrative.getByTestId('table-action').first().locator('tbody tr').first()
  await action.click({ button: 'right' })
  await expect(administrative.getByTestId('card-sheet')).toBeVisible()
  await expect(administrative.getByTestId('card-mode')).toHaveText('演练')
  await here.shoot(administrative, 'card-action-1366')
  await administrative.keyboard.press('Escape')
})

test('becomes one A5 page with embedded fonts and the watermark of the drill', async () => {
  const { tactical } = here.running
  await tactical.getByTestId('table-firstOrder').first().getByTestId('open-card').first().click()
  await expect(tactical.getByTestId('card-sheet')).toBeVisible()
  const path = await saveNextAs('drill.pdf')
  await tactical.keyboard.press('Control+s')
  await expect(tactical.getByTestId('paper-said')).toContainText(path)
  const bytes = readFileSync(path)
  const { pages, fonts, fontsNotEmbedded } = readPdf(bytes)
  expect(pages).toHaveLength(1)
  expect(Math.abs((pages[0]?.widthPt ?? 0) - 420)).toBeLessThan(1)
  expect(Math.abs((pages[0]?.heightPt ?? 0) - 595)).toBeLessThan(1)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter((name) => !name.includes('NotoSansSC'))).toEqual([])
  expect(fontsNotEmbedded).toEqual([])
  expect(draws(bytes, '练')).toBe(true)
  await tactical.getByTestId('card-copy').click()
  await expect(tactical.getByTestId('paper-said')).toContainText('全文已复制')
  expect(await here.running.app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^【演练】/)
  await tactical.keyboard.press('Escape')
})

test('is refused with the reason when it does not fit its sheet, and nothing is written', async () => {
  const { administrative } = here.running
  const sheet = {
    title: '长卡',
    above: '',
    number: 'x',
    source: '',
    blocks: [{ kind: 'text', text: '长'.repeat(1400) }],
  }
  const document = {
    schema: 'paper-document/1',
    title: '长卡',
    fileName: 'x',
    paper: 'A5',
    watermark: null,
    sheets: [sheet],
  }
  const path = await saveNextAs('never.pdf')
  const answer = await callBridge(administrative, 'paper.savePdf', { document })
  expect(answer).toMatchObject({ ok: false, error: { code: 'paper-overflow' } })
  expect(JSON.stringify(answer)).toContain('内容超出页面下缘')
  expect(existsSync(path)).toBe(false)
})

test('every card of the library fits one page, for the drill and for no incident at all', async () => {
  const { administrative } = here.running
  await administrative.keyboard.press('F9')
  await expect(administrative.getByTestId('card-total')).toContainText('107')
  await here.shoot(administrative, 'cards-1366')
  const all = await saveNextAs('all.pdf')
  await administrative.getByTestId('cards-pdf').click()
  await expect(administrative.getByTestId('paper-said').first()).toContainText(all, { timeout: 30_000 })
  expect(readPdf(readFileSync(all)).pages).toHaveLength(107)
  const ids = Cards.parse(await callBridge(administrative, 'cards.list', {})).value.cards.map(({ id }) => id)
  const blank = Paper.parse(await callBridge(administrative, 'cards.document', { ids, incidentId: null })).value
  const unfilled = await saveNextAs('unfilled.pdf')
  const saved = await callBridge(administrative, 'paper.savePdf', { document: blank })
  expect(saved).toEqual({ ok: true, value: { outcome: 'done', path: unfilled, pages: 107 } })
  expect(draws(readFileSync(unfilled), '演')).toBe(false)

  const channels = await saveNextAs('communications.pdf')
  await administrative.getByTestId('communications-pdf').click()
  await expect(administrative.getByTestId('paper-said').first()).toContainText(channels)
  expect(readPdf(readFileSync(channels)).pages.length).toBeGreaterThanOrEqual(2)
  await administrative.keyboard.press('F2')
  const same = await saveNextAs('from-plan.pdf')
  await administrative.getByTestId('plan-communications-pdf').click()
  await expect(administrative.getByTestId('section-communications')).toContainText(same)
  expect(readPdf(readFileSync(same)).pages).toEqual(readPdf(readFileSync(channels)).pages)

  await administrative.keyboard.press('F9')
  await administrative.getByTestId('card-filter-trade').selectOption('chemical')
  await expect(administrative.getByTestId('card-list').locator('tbody tr')).toHaveCount(4)
})

import { expect, test } from '@playwright/test'
import * as z from 'zod'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { resizeWindows } from '#electron/launch/console-driver.ts'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

/** Stores and lots in the real windows, by keyboard, at the smallest size. */
const here = shareOneConsole({ width: 1366, height: 768 })

const Lot = z.object({ value: z.object({ digest: z.string() }) })

test('a part of a lot is issued by keyboard, stands in its history, and the step is taken back', async () => {
  const page = here.running.administrative
  await page.getByTestId('nav-readiness').waitFor()
  await page.keyboard.press('F6')
  await page.getByTestId('library-ledger').click()
  await page.getByTestId('stock-stores').locator('tbody tr').nth(1).click()
  await page.getByTestId('stock-filter').fill('饮用水')
  const rows = page.getByTestId('stock-lots').locator('tbody tr')
  await expect(rows).toHaveCount(2)
  await rows.last().focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('stock-step-step').selectOption('issue')
  await page.getByTestId('stock-step-quantity').fill('100')
  await page.getByTestId('stock-step-holder').fill('霞浦街道避灾点')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('stock-step-dialog')).toContainText('请填写')
  await page.getByTestId('stock-step-document').fill('北应急〔2026〕12号')
  await page.getByTestId('stock-step-who').fill('周库管')
  await page.getByTestId('stock-step-reason').fill('台风转移安置')
  await here.shoot(page, 'stock-step-1366')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('stock-step-said')).toContainText('已办理：出库')
  await expect(rows).toHaveCount(3)
  await rows.filter({ hasText: '出库' }).click()
  await expect(page.getByTestId('stock-history')).toContainText('去向或对象 霞浦街道避灾点')
  await expect(page.getByTestId('stock-do-receive')).toBeVisible()
  await here.shoot(page, 'stock-ledger-1366')
  await page.getByTestId('stock-undo').click()
  await expect(rows).toHaveCount(2)
  await page.getByTestId('stock-view-sums').click()
  await expect(page.getByTestId('stock-sums')).toContainText('自有')
  await here.shoot(page, 'stock-sums-1366')
  await expectNothingBeside(page)
})

test('a store is counted in a grid, kept half done, and entered with two names', async () => {
  const page = here.running.administrative
  await page.getByTestId('stock-tab-taking').click()
  const store = page.getByTestId('stock-stores').locator('tbody tr').filter({ hasText: '村' }).first()
  await store.click()
  const grid = page.getByTestId('stock-count')
  const books = await grid.locator('tbody tr td:nth-child(5)').allInnerTexts()
  await grid.locator('[data-cell="counted-0"]').focus()
  for (const [index, book] of books.entries()) {
    const quantity = Number(book.replace(/[^\d.]/g, ''))
    await page.keyboard.type(String(index === 1 ? quantity - 1 : quantity))
    await page.keyboard.press('Enter')
  }
  await expect(page.getByTestId('stock-progress')).toContainText(
    `已清点 ${books.length} / ${books.length} 批，差异 1 批`,
  )
  await expect(page.getByTestId('stock-draft')).toContainText('草稿已保存')
  await page.getByTestId('stock-countedBy').fill('周库管')
  await page.getByTestId('stock-checkedBy').fill('周库管')
  await page.getByTestId('stock-tab-expiring').click()
  await page.getByTestId('stock-tab-taking').click()
  await expect(page.getByTestId('stock-countedBy')).toHaveValue('周库管')
  await page.getByTestId('stock-finish').click()
  await expect(page.getByTestId('stock-sheet-error')).toContainText('由另一人复核')
  await page.getByTestId('stock-checkedBy').fill('林会计')
  await page.getByTestId('stock-finish').click()
  await expect(page.getByTestId('stock-sheet-error')).toContainText('差异原因')
  await here.shoot(page, 'stock-taking-1366')
  await grid.locator('[data-cell="reason-1"]').fill('破损')
  await page.getByTestId('stock-finish').click()
  await expect(page.getByTestId('stock-said')).toContainText(`盘点已入账：${books.length} 批，差异 1 批`)
})

test('requisitioned goods stand apart with the day they go back, and go back with receiver and document', async () => {
  const page = here.running.administrative
  const record = { kind: 'stock', key: 'lot-xiapu-life-water-l-1' }
  const { value } = Lot.parse(await callBridge(page, 'records.get', record))
  const cells = { ownership: 'requisitioned', belongs_to: '振华超市', return_by: '2026-01-01', document: '征用单3号' }
  const saved = { ...record, commandId: 'lot-of-others', cells, basis: value.digest, who: '周库管', reason: '登记征用' }
  expect(await callBridge(page, 'records.save', saved)).toMatchObject({ ok: true })
  await page.getByTestId('stock-tab-returns').click()
  const rows = page.getByTestId('stock-returns-table').locator('tbody tr')
  await expect(rows).toContainText('逾期')
  await here.shoot(page, 'stock-returns-1366')
  await rows.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('stock-step-holder')).toHaveValue('振华超市')
  await page.getByTestId('stock-step-signedBy').fill('王店长')
  await page.getByTestId('stock-step-document').fill('归还单1号')
  await page.getByTestId('stock-step-reason').fill('征用期满')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('stock-returns')).toContainText('没有征用物资')
})

test('what expires is listed for its keepers, and a pick list names what stays and why', async () => {
  const page = here.running.administrative
  await page.getByTestId('stock-tab-expiring').click()
  await expect(page.getByTestId('stock-expiring-table').locator('tbody tr').first()).toContainText('已过期')
  await page.getByTestId('stock-copy-expiring').click()
  await expect(page.getByTestId('stock-expiring')).toContainText('已复制')
  const copied = await here.running.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('保管人')
  expect(copied).toContain('演示数据')
  await here.shoot(page, 'stock-expiring-1366')
  await page.getByTestId('stock-tab-pick').click()
  await page.getByTestId('pick-item').selectOption('LIFE_WATER_L')
  await page.getByTestId('pick-quantity').fill('60000')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('pick-verdict')).toBeVisible()
  await expect(page.getByTestId('pick-passed')).toContainText('留底')
  await here.shoot(page, 'stock-pick-1366')
  await expectNothingBeside(page)

  await resizeWindows(here.running.app, { width: 1920, height: 1080 })
  const tactical = here.running.tactical
  await tactical.getByTestId('toggle-theme').click()
  await tactical.keyboard.press('F6')
  await tactical.getByTestId('library-ledger').click()
  await tactical.getByTestId('stock-lots').locator('tbody tr').first().click()
  await expect(tactical.getByTestId('stock-lot')).toContainText('由行政指挥部办理')
  await here.shoot(tactical, 'stock-ledger-1920-day')
  await expectNothingBeside(tactical)
})

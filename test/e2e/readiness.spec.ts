import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { resizeWindows, startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'

/** The readiness check in the real windows, by keyboard, at the smallest size. */
test.describe.configure({ mode: 'serial' })

const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')
const folder = mkdtempSync(join(tmpdir(), 'console-readiness-'))
let console_: RunningConsole

test.beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  console_ = await startConsole(join(folder, 'data'))
  await resizeWindows(console_.app, { width: 1366, height: 768 })
})

test.afterAll(async () => {
  await console_.close()
  rmSync(folder, { recursive: true, force: true })
})

test('shows what is not ready, filters by kind and moves through the rows by keyboard', async () => {
  const page = console_.administrative
  await page.getByTestId('nav-readiness').waitFor()
  await page.keyboard.press('F5')
  await expect(page.getByTestId('readiness-demo')).toBeVisible()
  await expect(page.getByTestId('readiness-approximate')).toContainText('示意路网')
  await expect(page.getByTestId('readiness-street-table').locator('tbody tr')).toHaveCount(10)
  const first = page.getByTestId('readiness-street-table').locator('tbody tr').first()
  await expect(first).toContainText('梅山街道')
  await expect(first).toContainText('× 未达到')
  await page.screenshot({ path: join(SHOTS, 'readiness-1366-night.png') })

  await page.getByTestId('readiness-kind-vehicle').focus()
  await page.keyboard.press('Enter')
  const rows = page.getByTestId('readiness-table').locator('tbody tr')
  await expect(rows).toHaveCount(3)
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(rows.nth(1)).toContainText('在修')
  await page.getByTestId('readiness-copy').click()
  await expect(page.getByTestId('readiness-said')).not.toBeEmpty()
  const copied = await console_.app.evaluate(({ clipboard }) => clipboard.readText())
  expect(copied).toContain('演示数据')
  expect(copied).toContain('郭巨街道')
  expect(copied.split('\n').filter((line) => line.includes('在修'))).toHaveLength(3)
})

test('runs a stress test in the background, shows its misses on the map and opens an incident as evidence', async () => {
  const page = console_.administrative
  await page.getByTestId('readiness-tab-findings').focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByTestId('cover-view')).toContainText('示意路网')
  await page.screenshot({ path: join(SHOTS, 'cover-1366-night.png') })
  await page.getByTestId('readiness-tab-cover').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByTestId('stress-incidents').fill('12')
  await page.getByTestId('stress-seed').fill('7')
  await page.getByTestId('stress-mode').selectOption('misses')
  await page.getByTestId('stress-start').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('stress-missed')).toContainText('/12', { timeout: 15_000 })
  await page.getByTestId('stress-misses').locator('tbody tr').first().click()
  const rows = page.getByTestId('stress-incident-table').locator('tbody tr')
  await rows.first().click()
  await expect(page.getByTestId('stress-evidence')).toContainText('首支')
  await expect(page.getByTestId('stress-map')).toContainText('示意路网')
  await page.screenshot({ path: join(SHOTS, 'stress-1366-night.png') })
  await page.getByTestId('readiness-tab-roads').click()
  await expect(page.getByTestId('road-quality-schematic')).toBeVisible()
  await expect(page.getByTestId('road-fault-table').locator('tbody tr')).toHaveCount(2)
  await page.screenshot({ path: join(SHOTS, 'roads-1366-night.png') })
  await page.getByTestId('readiness-tab-findings').click()
})

test('stands in the tactical window too, by day and in English, with nothing beside the window', async () => {
  const page = console_.tactical
  await page.getByTestId('nav-readiness').click()
  await page.getByTestId('toggle-theme').click()
  await page.getByTestId('readiness-kind-coverage').click()
  await expect(page.getByTestId('readiness-table').locator('tbody tr')).toHaveCount(2)
  await page.getByTestId('toggle-language').click()
  await expect(page.getByTestId('readiness-streets')).toContainText('not met')
  await page.screenshot({ path: join(SHOTS, 'readiness-1366-day-en.png') })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(wide).toBeLessThanOrEqual(0)

  await page.getByTestId('toggle-language').click()
  await page.keyboard.press('F2')
  await page.getByTestId('map-layers-button').click()
  await page.getByTestId('map-meetsFireCircle').focus()
  await page.keyboard.press('Space')
  await expect(page.getByTestId('map-cover-note')).toContainText('15 分钟圈')
  await page.screenshot({ path: join(SHOTS, 'map-cover-1366-day.png') })
})

import { expect, test } from '@playwright/test'
import { JUDGED_SIZES, resizeWindows } from '#electron/launch/console-driver.ts'
import { enterAmmoniaTanker } from '#electron/launch/enter-incident.ts'
import { shareOneConsole } from './one-console.ts'

/** The global search in the real windows: opened over anything, by keyboard alone, in both headquarters. */
const here = shareOneConsole({ width: 1366, height: 768 })

test('finds and opens records by keyboard alone, and puts a place on the map', async () => {
  const page = here.running.administrative
  await page.getByTestId('nav-search').waitFor()
  await page.keyboard.press('/')
  await page.getByTestId('finder-box').waitFor()
  await page.keyboard.type('霞浦 洗消车')
  await expect(page.getByTestId('found').first()).toContainText('洗消消防车')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('ygg')
  const first = page.getByTestId('found').first()
  await expect(first).toContainText('于国刚')
  await expect(first).toContainText('13800009899')
  await expect(page.getByTestId('finder-note')).not.toContainText('正在建立索引')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('finder')).toBeHidden()
  await expect(page.getByTestId('record-history')).toBeVisible()
  await expect(page.getByTestId('library-view')).toContainText('于国刚')
  await page.keyboard.press('Control+k')
  await page.getByTestId('finder-box').waitFor()
  await page.keyboard.type('xpjd')
  await expect(page.getByTestId('found').first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('map-found')).toBeVisible()
  await page.getByTestId('map-found').click()
  await page.keyboard.press('Control+k')
  await page.getByTestId('finder-box').waitFor()
  await page.keyboard.type('UN1005')
  await expect(page.getByTestId('found').first()).toContainText('无水氨')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('handbook-card')).toContainText('无水氨')
  await page.keyboard.press('Escape')
})

test('lists the nearest teams of the open incident with time, distance and telephone', async () => {
  const page = here.running.tactical
  await enterAmmoniaTanker(page, () => Promise.resolve())
  await page.keyboard.press('Control+k')
  await page.getByTestId('finder-box').waitFor()
  await page.keyboard.type('最近的堵漏队')
  await expect(page.getByTestId('nearest-line')).not.toHaveCount(0)
  await expect(page.getByTestId('nearest-line').first()).toContainText(/分.*堵漏 \d+ 组/s)
  await here.shoot(page, 'search-nearest-1366')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('finder')).toBeHidden()
})

test('stays readable at both sizes', async () => {
  const page = here.running.administrative
  for (const size of JUDGED_SIZES) {
    await resizeWindows(here.running.app, size)
    await page.keyboard.press('Control+k')
    await page.getByTestId('finder-box').fill('霞浦')
    await expect(page.getByTestId('found').first()).toBeVisible()
    await here.shoot(page, `search-${size.width}`)
    const wide = await page.evaluate(() => {
      const results = document.querySelector('.finder-results')
      return results === null ? 1 : results.scrollWidth - results.clientWidth
    })
    expect(wide).toBeLessThanOrEqual(0)
    await page.keyboard.press('Escape')
  }
})

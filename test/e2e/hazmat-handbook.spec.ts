import { expect, test } from '@playwright/test'
import { JUDGED_SIZES, resizeWindows } from '#electron/launch/console-driver.ts'
import { enterAmmoniaTanker } from '#electron/launch/enter-incident.ts'
import { shareOneConsole } from './one-console.ts'

/** The hazmat handbook in the real windows: opened over anything, by keyboard, for the present wind and hour. */
const here = shareOneConsole({ width: 1366, height: 768 })

test('opens over the intake form without losing what was typed', async () => {
  const page = here.running.administrative
  await enterAmmoniaTanker(page, async (form) => {
    await form.getByTestId('open-handbook').click()
    await expect(form.getByTestId('handbook-card')).toContainText('无水氨')
    await form.keyboard.press('Escape')
    await expect(form.getByTestId('handbook')).toBeHidden()
    await expect(form.getByTestId('intake-quantity')).toHaveValue('25')
  })
})

test('shows the distances of the plan, found by keyboard alone', async () => {
  const page = here.running.administrative
  await resizeWindows(here.running.app, { width: 1366, height: 768 })
  await page.keyboard.press('F7')
  await page.getByTestId('handbook-search').waitFor()
  await page.keyboard.type('yean')
  await expect(page.getByTestId('handbook-now')).toContainText('150')
  await expect(page.getByTestId('handbook-sun')).toContainText(/日出 0\d:\d\d/)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('lv')
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('[role=option][aria-selected=true]')).toHaveCount(1)
  await page.keyboard.press('Control+a')
  await page.keyboard.type('9998')
  await expect(page.getByTestId('handbook-note')).toContainText('UN9998 不在危险品目录中')
  await page.keyboard.press('F7')
  await expect(page.getByTestId('handbook')).toBeHidden()
})

test('stays readable at both sizes, by day and by night, in both languages', async () => {
  const page = here.running.administrative
  for (const size of JUDGED_SIZES) {
    await resizeWindows(here.running.app, size)
    for (const [theme, text] of [
      ['night', '1005'],
      ['day', '1295'],
    ] as const) {
      if ((await page.locator('html').getAttribute('data-theme')) !== theme)
        await page.getByTestId('toggle-theme').click()
      await page.keyboard.press('F7')
      await page.getByTestId('handbook-search').fill(text)
      await page.getByTestId('handbook-card').waitFor()
      await here.shoot(page, `handbook-${size.width}-${theme}`)
      const wide = await page.evaluate(() => {
        const right = document.querySelector('.handbook-right')
        return right === null ? 1 : right.scrollWidth - right.clientWidth
      })
      expect(wide).toBeLessThanOrEqual(0)
      await page.keyboard.press('F7')
    }
  }
  await page.getByTestId('toggle-language').click()
  await page.keyboard.press('F7')
  await page.getByTestId('handbook-search').fill('chlorine')
  await expect(page.getByTestId('handbook-card')).toContainText('Isolate all round')
  await here.shoot(page, 'handbook-english')
  await page.keyboard.press('F7')
})

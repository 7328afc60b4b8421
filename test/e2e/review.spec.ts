import { expect, test } from '@playwright/test'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

/** 总结评估 in the real window, by keyboard where it is quicker. */
const here = shareOneConsole({ width: 1366, height: 768 }, 'plan')

test('a deviation becomes a lesson about a plan, is accepted, and stands on the page of that plan', async () => {
  const page = here.running.administrative
  await page.keyboard.press('F12')
  const targets = page.getByTestId('review-targets')
  await expect(targets).toContainText('首支力量到场处置')
  await expect(targets).toContainText('没有记录')
  const row = page.getByTestId('review-deviations').locator('tbody tr').first()
  const deviation = await row.locator('td').nth(2).innerText()
  await here.shoot(page, 'review')
  await expectNothingBeside(page)

  await row.focus()
  await page.keyboard.press('Enter')
  const form = page.getByTestId('lesson-dialog')
  await expect(form.locator('#lesson-text')).toHaveValue(deviation)
  const plan = await page.getByTestId('lesson-target').locator('option').nth(1).innerText()
  await page.getByTestId('lesson-target').selectOption({ label: plan })
  await form.locator('#lesson-change').fill('抽组时先核实该队是否在位')
  await here.shoot(page, 'review-lesson-form')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()

  await page.getByTestId('review-tab-lessons').click()
  await page.getByTestId('lesson-accepted').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('review-lessons')).toContainText('已采纳')
  await here.shoot(page, 'review-lessons')

  await page.keyboard.press('F10')
  await page.getByRole('row', { name: plan }).first().dblclick()
  await page.getByTestId('improvements').locator('summary').click()
  await expect(page.getByTestId('improvements')).toContainText('抽组时先核实该队是否在位')
  await here.shoot(page, 'review-on-plan')
  await page.getByTestId('improvement-open').click()
  await expect(page.getByTestId('review-view')).toBeVisible()
})

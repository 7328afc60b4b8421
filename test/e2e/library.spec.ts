import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import * as z from 'zod'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { resizeWindows } from '#electron/launch/console-driver.ts'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

const Incidents = z.object({ value: z.array(z.object({ incidentId: z.string() })) })

/** Work on the library of contingency plans in the real windows, from an edit to the plan that orders it. */
const here = shareOneConsole({ width: 1366, height: 768 }, 'plan')
const ORDER = '先问清风向再令出动队伍从上风方向接近'
const ROW = 'plan-row-chapters-0-phases-0'

async function shot(page: Page, name: string): Promise<void> {
  await here.shoot(page, `plan-library-${name}-1366`)
}

/** Takes a step of the plan on the screen, by keyboard in its dialog. */
async function takeStep(page: Page, step: string, document: string | null): Promise<void> {
  await page.getByTestId(`plan-step-${step}`).click()
  await page.getByTestId('step-who').fill('王局')
  if (document !== null) await page.getByTestId('step-document').fill(document)
  await page.getByTestId('step-reason').fill('按演练结果修订')
  if (step === 'approve') {
    await expect(page.getByTestId('step-confirm')).toBeEnabled()
    await shot(page, 'approve')
  }
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('step-dialog')).toBeHidden()
}

test('finds a plan by two characters of its text and opens it at the place', async () => {
  const page = here.running.administrative
  await page.keyboard.press('F10')
  await expect(page.getByTestId('plan-list').locator('tbody tr')).toHaveCount(31)
  await shot(page, 'list')
  await expectNothingBeside(page)
  await page.getByTestId('plan-list').locator('tbody tr').first().focus()
  await page.keyboard.press('/')
  await page.keyboard.type('上风')
  await expect(page.getByTestId('plan-hit-count')).toContainText('“上风”')
  await expect(page.getByTestId('plan-hits').locator('mark').first()).toHaveText('上风')
  await shot(page, 'search')
  await page.getByTestId('plan-hits').locator('tbody tr').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.plan-found')).toBeInViewport()
  await page.getByTestId('plan-back').click()
  await page.getByTestId('plan-search').fill('')
})

test('edits an action, refuses a broken formula in Chinese, keeps the content between form and text, and saves a draft', async () => {
  const page = here.running.administrative
  await page.getByTestId('plan-filter-text').fill('plan-hazmat')
  await page.getByTestId('plan-list').locator('tbody tr').first().dblclick()
  await expect(page.getByTestId('plan-page')).toContainText('起始模板')
  await shot(page, 'page')
  await expectNothingBeside(page)
  await page.getByTestId('plan-revise').click()
  await page.getByTestId('plan-form-chapters.0').click()
  await page.getByTestId(ROW).click()
  await page.getByTestId(`${ROW}-actions-0`).click()
  await page.getByTestId('plan-chapters-0-phases-0-actions-0-text').fill(ORDER)
  await shot(page, 'edit')

  await page.getByTestId('plan-form-demands').click()
  await page.getByTestId('plan-row-demands-0').click()
  const formula = page.getByTestId('plan-demands-0-quantity')
  await formula.fill('largeSpil == true ? 2 : 1')
  await expect(page.getByTestId('plan-problems')).toContainText('公式里有不认识的名称')
  await expect(formula).toHaveAttribute('aria-invalid', 'true')
  await shot(page, 'broken-formula')
  await page.getByTestId('plan-edit-who').fill('李工')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('plan-save-said')).toContainText('预案没有保存')
  await formula.fill('largeSpill == true ? 3 : 1')
  await expect(page.getByTestId('plan-check-state')).toContainText('没有错误')
  await page.getByTestId('plan-demands-0-quantity-try').click()
  await page.getByTestId('plan-demands-0-quantity-fact-largeSpill').fill('是')
  await expect(page.getByTestId('plan-demands-0-quantity-result')).toContainText('3')
  await shot(page, 'try-formula')

  await page.getByTestId('plan-form-review').click()
  const reviewBy = page.getByTestId('plan-review-reviewBy')
  await reviewBy.fill('2020-01-01')
  await page.getByTestId('plan-form-head').click()
  await page.getByTestId('plan-edit-objections').getByRole('button', { name: '去改' }).click()
  await expect(reviewBy).toBeFocused()
  await shot(page, 'objection')
  await reviewBy.fill('2027-06-30')
  await expect(page.getByTestId('plan-edit-objections')).toBeHidden()

  await page.getByTestId('plan-mode-text').check()
  await expect(page.getByTestId('plan-text')).toHaveValue(new RegExp(ORDER))
  const area = page.getByTestId('plan-text')
  await area.press('Control+Home')
  await area.press('x')
  await expect(page.getByTestId('plan-problems')).toContainText('第 1 行第 1 列')
  await shot(page, 'text')
  await page.getByTestId('plan-mode-form').click()
  await expect(page.getByTestId('plan-fix-first')).toBeVisible()
  await area.press('Control+Home')
  await area.press('Delete')
  await expect(page.getByTestId('plan-check-state')).toContainText('没有错误')
  await page.getByTestId('plan-mode-form').check()
  await page.getByTestId('plan-edit-leave').click()
  await page.getByTestId('plan-leave-keep').click()
  await page.getByTestId('plan-back').click()
  await expect(page.getByTestId('plan-unsaved')).toContainText('危险化学品事故应急预案')
  await page.reload()
  await page.getByTestId('top-strip').waitFor()
  await page.keyboard.press('F10')
  await page.getByTestId('plan-unsaved').getByRole('button').click()
  await page.getByTestId('plan-edit-who').fill('李工')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('plan-save-said')).toContainText('已保存为第 2 版草稿')
  await page.getByTestId('plan-edit-leave').click()
  await expect(page.getByTestId('plan-version')).toHaveValue('2')
})

test('shows what the draft would order, is submitted and approved, and orders it in the next plan only', async () => {
  const page = here.running.administrative
  await page.getByTestId('plan-test-open').click()
  await page.getByTestId('plan-test-run').click()
  await expect(page.getByTestId('plan-trial-actions')).toContainText(ORDER)
  await shot(page, 'test-run')
  await page.getByTestId('plan-test-back').click()
  await page.getByTestId('plan-compare').click()
  await expect(page.getByTestId('plan-diff')).toContainText(ORDER)
  await shot(page, 'diff')
  await page.getByTestId('plan-diff-back').click()

  await takeStep(page, 'submit', null)
  await takeStep(page, 'approve', '区应急〔2026〕7号')
  await expect(page.getByTestId('plan-step-file')).toBeVisible()
  await expect(page.getByTestId('plan-part-history')).toContainText('区应急〔2026〕7号')
  await resizeWindows(here.running.app, { width: 1920, height: 1080 })
  await here.shoot(page, 'plan-library-page-1920')
  await resizeWindows(here.running.app, { width: 1366, height: 768 })

  await page.keyboard.press('F2')
  await page.keyboard.press('Control+b')
  await expect(page.getByTestId('top-strip')).toContainText(/V2(?! 初案)/, { timeout: 60_000 })
  const { value } = Incidents.parse(await callBridge(page, 'incident.list', {}))
  const incidentId = value[0]?.incidentId ?? ''
  const planOf = async (version: number): Promise<string> =>
    JSON.stringify(await callBridge(page, 'plan.version', { incidentId, version }))
  expect(await planOf(2)).toContain(ORDER)
  expect(await planOf(1)).not.toContain(ORDER)
})

test('writes one version as a file and takes the file back as a draft', async () => {
  const page = here.running.tactical
  const filePath = join(here.folder, 'plan-hazmat.yaml')
  await here.running.app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
  await page.keyboard.press('F10')
  await page.getByTestId('plan-filter-text').fill('plan-hazmat')
  await page.getByTestId('plan-list').locator('tbody tr').first().dblclick()
  await page.getByTestId('plan-export').click()
  await expect(page.getByTestId('plan-said')).toContainText(filePath)
  expect(readFileSync(filePath, 'utf8')).toContain(ORDER)
  await page.getByTestId('plan-back').click()
  await page.getByTestId('plan-import-file').setInputFiles(filePath)
  await page.getByTestId('plan-import-who').fill('张科')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('plan-version')).toHaveValue('3')
  await expect(page.getByTestId('plan-page')).toContainText('草稿')
  await page.getByTestId('toggle-language').click()
  await here.shoot(page, 'plan-library-english-1366')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { dropFile, expectNothingBeside, shareOneConsole } from './one-console.ts'

/** Reports, warnings, news and field notes in the real windows. */
const one = shareOneConsole({ width: 1366, height: 768 }, 'plan')

test('signs the first report from what is known, records who took it, and offers the next with only what is new', async () => {
  const page = one.running.administrative
  await page.keyboard.press('F4')
  await expect(page.getByTestId('reports-due')).toContainText('还剩')
  const cause = page.locator('[data-key="cause"] textarea')
  await cause.fill('追尾撞击罐体后阀，初步判断')
  await page.locator('[data-key="cause"] input').fill('现场指挥员')
  await expect(page.getByTestId('report-draft')).toContainText('已存')
  await one.shoot(page, 'reports-draft-1366-night')
  await cause.press('Control+Enter')
  await page.getByTestId('report-signer').fill('王值班')
  await page.getByTestId('report-issue-do').click()
  const issued = page.getByTestId('report-issued')
  await expect(issued).toContainText('-报01 首报')
  await page.getByTestId('report-copy').click()
  await expect(page.getByTestId('paper-said')).toBeVisible()
  await page.getByTestId('report-sent-report-phone').click()
  await page.getByTestId('report-sent-by').fill('市值班陈')
  await page.getByTestId('report-sent-by').press('Control+Enter')
  await expect(issued).toContainText('接报人 市值班陈')
  await expect(page.getByTestId('report-draft')).toContainText('续报一')
  await expect(page.getByTestId('report-draft')).toContainText('没有新情况')
  await expectNothingBeside(page)
  await one.shoot(page, 'reports-issued-1366-night')
})

test('warns at once from the scene, and the other window sees who has heard it', async () => {
  const page = one.running.tactical
  await page.keyboard.press('F4')
  await page.getByTestId('report-page-notices').click()
  await expect(page.getByTestId('warning-text')).not.toHaveValue('')
  await page.getByTestId('warning-issue').click()
  await page.getByTestId('warning-target').first().click()
  await page.getByTestId('warning-heard-by').fill('村书记')
  await page.getByTestId('warning-heard-by').press('Control+Enter')
  await expect(page.getByTestId('warning-heard-count')).toContainText('1 /')
  const other = one.running.administrative
  await other.getByTestId('report-page-notices').click()
  await expect(other.getByTestId('warning')).toContainText('村书记')
  await other.getByTestId('news-fact-casualties.injured').check()
  await other.getByTestId('news-title').fill('情况通报')
  await other.getByTestId('news-text').fill('造成9人受伤')
  await expect(other.getByTestId('news-propose')).toBeDisabled()
  await other.getByTestId('news-text').fill('造成3人受伤')
  await other.getByTestId('news-propose').click()
  await other.getByTestId('news-approved').click()
  await other.getByTestId('news-dialog-do').click()
  await expect(other.getByTestId('news-state')).toHaveText('已批准，未发布')
  await expectNothingBeside(other)
  await one.shoot(other, 'notices-1366-night')
})

test('keeps a note with a dropped picture, shows it in the list and offers it to the next report', async () => {
  const page = one.running.administrative
  await page.getByTestId('report-page-notes').click()
  await expect(page.getByTestId('note-form')).toBeVisible()
  const photo = await page.screenshot({ type: 'jpeg' })
  const path = join(one.folder, '现场.jpg')
  writeFileSync(path, photo)
  await dropFile(page, path)
  await expect(page.locator('.note-pictures img')).toHaveCount(1)
  await page.locator('#note-text').fill('白雾变淡，阀门已关小')
  await page.getByTestId('note-author').fill('赵侦检')
  await page.getByTestId('note-position').selectOption('scene')
  await page.locator('#note-text').press('Control+Enter')
  await expect(page.getByTestId('note')).toContainText('赵侦检')
  await expect(page.getByTestId('note-thumbnail')).toBeVisible()
  await one.shoot(page, 'notes-1366-night')
  await page.getByTestId('report-page-reports').click()
  await expect(page.getByTestId('report-offer')).toContainText('白雾变淡')
  await page.getByTestId('report-page-journal').click()
  await expect(page.getByTestId('journal')).toContainText('照片1张')
  await page.getByTestId('verify-journal').click()
  await expect(page.getByTestId('verify-result')).toContainText('一致')
})

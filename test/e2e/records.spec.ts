import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { resizeWindows, startConsole } from '#electron/launch/console-driver.ts'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

/** The keeping of records in the real windows: an edit, its history, what becomes of it after a restart, and its undo. */
const here = shareOneConsole({ width: 1366, height: 768 })

async function openLibrary(page: Page): Promise<void> {
  await page.getByRole('button', { name: '资源库 F6' }).click()
  await expect(page.getByTestId('library-view')).toBeVisible()
}

async function openFirstTeam(page: Page): Promise<void> {
  await openLibrary(page)
  await page.getByTestId('library-teams').click()
  await page.getByTestId('library-rows').locator('tbody tr').first().focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('record-phone')).toBeVisible()
}

let before = ''

test('an officer changes a phone number by keyboard, sees a fault at its field, and saves', async () => {
  const page = here.running.administrative
  await openLibrary(page)
  await expect(page.getByTestId('library-rows').locator('tbody tr').first()).toBeVisible()
  await here.shoot(page, 'records-list-1366')
  await expectNothingBeside(page)
  await openFirstTeam(page)
  before = await page.getByTestId('record-phone').inputValue()
  await page.getByTestId('record-personnel').fill('-3')
  await expect(page.locator('#record-personnel-note')).toContainText('在编人数（personnel）的值“-3”不对')
  await here.shoot(page, 'records-fault-1366')
  await page.keyboard.press('Escape')
  await page.getByTestId('record-discard').click()
  await openFirstTeam(page)
  await page.getByTestId('record-phone').fill('0574-8612-3456')
  await page.getByTestId('record-who').fill('王芳')
  await page.getByTestId('record-reason').fill('电话核对')
  await page.keyboard.press('Control+s')
  await expect(page.getByTestId('record-said')).toHaveText('已保存。')
  await expect(page.getByTestId('record-history')).toContainText('0574-8612-3456')
  await here.shoot(page, 'records-saved-1366')
  await expectNothingBeside(page)
})

test('the change is there after a restart, with who and when, and is taken back', async () => {
  await here.running.close()
  here.running = await startConsole(join(here.folder, 'data'))
  const page = here.running.administrative
  await resizeWindows(here.running.app, { width: 1920, height: 1080 })
  await openFirstTeam(page)
  await expect(page.getByTestId('record-phone')).toHaveValue('0574-8612-3456')
  await expect(page.getByTestId('record-history')).toContainText('王芳')
  await here.shoot(page, 'records-form-1920')
  await page.getByTestId('history-2').getByRole('button').click()
  await page.getByTestId('reason-reason').fill('号码打错')
  await page.getByTestId('reason-who').fill('李强')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('record-phone')).toHaveValue(before)
  await page.getByTestId('library-changes-open').click()
  await expect(page.getByTestId('library-changes')).toContainText('号码打错')
  await here.shoot(page, 'records-changes-1920')
})

test('a refused retirement leaves the keyboard in its dialog, and Escape closes it', async () => {
  const page = here.running.administrative
  await openLibrary(page)
  await page.getByTestId('library-people').click()
  await page.getByTestId('library-search').fill('p-admin-commander-1')
  await expect(page.getByTestId('library-rows').locator('tbody tr')).toHaveCount(1)
  await page.getByTestId('library-rows').locator('tbody tr').first().focus()
  await page.keyboard.press('Enter')
  await page.getByTestId('record-retire').click()
  await page.getByTestId('reason-who').fill('王芳')
  await page.getByTestId('reason-reason').fill('离职')
  await page.getByTestId('reason-confirm').click()
  await expect(page.getByTestId('reason-dialog-error')).toContainText('值班表“周一白班')
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('reason-dialog')).toBeHidden()
})

test('two windows edit one record: the second sees at once what the first saved, and keeps its own on top', async () => {
  const { administrative, tactical } = here.running
  await openFirstTeam(administrative)
  await administrative.getByTestId('record-personnel').fill('31')
  await openFirstTeam(tactical)
  await tactical.getByTestId('record-phone').fill('0574-8600-0002')
  await tactical.getByTestId('record-who').fill('李强')
  await tactical.keyboard.press('Control+s')
  await expect(tactical.getByTestId('record-said')).toHaveText('已保存。')
  const conflict = administrative.getByTestId('record-conflict')
  await expect(conflict).toContainText('李强')
  await expect(conflict).toContainText('0574-8600-0002')
  await expect(conflict).toContainText('31')
  await here.shoot(administrative, 'records-conflict-1920')
  await administrative.getByTestId('conflict-keep').click()
  await expect(conflict).toHaveCount(0)
  await administrative.getByTestId('record-who').fill('王芳')
  await administrative.keyboard.press('Control+s')
  await expect(administrative.getByTestId('record-said')).toHaveText('已保存。')
  await expect(administrative.getByTestId('record-phone')).toHaveValue('0574-8600-0002')
  await expect(administrative.getByTestId('record-personnel')).toHaveValue('31')
  const team = await administrative.getByTestId('record-id').inputValue()
  const parts = administrative.getByTestId('record-part-rows-vehicles').locator('tbody tr')
  await parts.first().focus()
  await administrative.keyboard.press('Insert')
  await expect(administrative.locator('#record-team_id-note')).toHaveText(team)
})

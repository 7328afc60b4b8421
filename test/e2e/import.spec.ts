import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import iconv from 'iconv-lite'
import { resizeWindows } from '#electron/launch/console-driver.ts'
import { dropFile, expectNothingBeside, shareOneConsole } from './one-console.ts'

const SMALL = { width: 1366, height: 768 }
const one = shareOneConsole(SMALL)

/** Six teams as a street sends them: no level, a heading nobody knows, and three bad rows. */
const LIST = [
  '编号,队伍名称,队伍类别,经度,纬度,总人数,当班人数,出动时间,联络人手机',
  'I-1,新碶北片应急队,专业队,121.85,29.90,30,12,60,13800000001',
  'I-2,算山志愿队,志愿者,121.86,29.91,20,5,300,13800000002',
  'I-3,丙队,游泳队,121.87,29.92,20,5,300,',
  'I-4,丁队,专业队,121.88,29.93,二十,5,300,',
  'I-5,戊队,专业队,29.93,121.88,20,5,300,',
  'I-6,大榭北片应急队,专业队,121.89,29.94,20,6,300,13800000006',
].join('\r\n')

async function answerDialog(path: string): Promise<void> {
  await one.running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
  }, path)
}

test('takes a list of the field: a column mapped, bad rows shown and skipped, written, seen in the library, undone', async () => {
  const page = one.running.administrative
  const file = join(one.folder, '队伍.csv')
  writeFileSync(file, iconv.encode(LIST, 'gb18030'))
  await answerDialog(file)
  await page.getByTestId('nav-library').waitFor()
  await page.keyboard.press('Control+i')
  await expect(page.getByTestId('import-runs')).toContainText('还没有导入过')
  await one.shoot(page, 'import-files-1366')
  await page.getByTestId('import-choose-files').press('Enter')

  await expect(page.getByTestId('import-kind')).toHaveValue('teams')
  await expect(page.getByTestId('import-words')).toContainText('“志愿者” → VOL（1 行）')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-error')).toContainText('缺少必填列 层级（tier）')
  await page.getByTestId('import-constant-tier').selectOption('street')
  await expect(page.getByTestId('import-constants')).toContainText('层级')
  await page.getByTestId('import-column-8').selectOption('phone')
  await expect(page.getByTestId('import-column-8')).toHaveValue('phone')
  await one.shoot(page, 'import-columns-1366')
  await page.keyboard.press('Control+Enter')

  const report = page.getByTestId('import-report').locator('tbody tr')
  await expect(report).toHaveCount(3)
  await expect(report.nth(0)).toContainText('游泳队')
  await expect(report.nth(2)).toContainText('经纬度写反了')
  await expect(page.getByTestId('import-crs-choice')).toHaveValue('')
  await one.shoot(page, 'import-check-1366')
  await page.getByTestId('import-skip').check()
  await page.getByTestId('import-who').fill('王工')
  await page.getByTestId('import-reason').fill('街道九月报送')
  await page.getByTestId('import-reason').press('Control+Enter')
  // A refusal would stand in the same place and say why.
  const outcome = page.getByTestId('import-done').or(page.getByTestId('import-error'))
  await expect(outcome).toContainText('已写入 3 条改动')
  await one.shoot(page, 'import-done-1366')
  await page.getByTestId('import-to-library').press('Enter')
  await page.getByTestId('library-search').fill('新碶北片')
  await expect(page.getByTestId('library-table').locator('tbody tr')).toHaveCount(1)

  await page.keyboard.press('Control+i')
  await page.getByTestId('import-undo').click()
  await page.getByTestId('import-undo-who').fill('王工')
  await page.getByTestId('import-undo-reason').fill('报错了')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-undone')).toContainText('3 条记录恢复原状')
  await page.getByTestId('import-again').click()
  await expect(page.getByTestId('import-runs')).toContainText('已撤销')
  await resizeWindows(one.running.app, { width: 1920, height: 1080 })
  await one.shoot(page, 'import-runs-1920')
  await resizeWindows(one.running.app, SMALL)
})

test('takes a dropped file, stops the large import in the middle and has changed nothing', async () => {
  const page = one.running.administrative
  const file = join(one.folder, 'large.csv')
  const rows = Array.from({ length: 60_000 }, (_, row) => `T-${row},目标${row},school,121.8,29.9,${row}`)
  writeFileSync(file, ['id,name,kind,lng,lat,people', ...rows].join('\n'))
  await dropFile(page, file)
  await page.getByTestId('import-check').waitFor()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-filter-new')).toContainText('60000')
  await page.getByTestId('import-who').fill('王工')
  await page.getByTestId('import-reason').fill('全区目标')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('import-progress')).toContainText('写入')
  await one.shoot(page, 'import-writing-1366')
  await page.getByTestId('import-cancel').click()
  await expect(page.getByTestId('import-choose-files')).toBeVisible()
  await expect(page.getByTestId('import-runs').locator('tbody tr')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('library-targets')).toContainText('94')
  await expectNothingBeside(page)
})

test('exports what a list shows with the keyboard, asks for a tick before persons leave, and says where it is', async () => {
  const page = one.running.administrative
  const file = join(one.folder, '导出.zip')
  await one.running.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await page.keyboard.press('Escape')
  await page.getByTestId('library-people').click()
  await page.keyboard.press('Control+s')
  await page.getByTestId('export-who').fill('王工')
  await page.getByTestId('export-reason').fill('报市局')
  await page.getByTestId('export-reason').press('Control+Enter')
  await expect(page.getByTestId('export-dialog')).toContainText('确认导出个人信息（人员）')
  expect(existsSync(file)).toBe(false)
  await page.getByTestId('export-personal').check()
  await one.shoot(page, 'export-1366')
  await page.getByTestId('export-reason').press('Control+Enter')
  await expect(page.getByTestId('export-done')).toContainText(file)
  expect(existsSync(file)).toBe(true)
  await one.shoot(page, 'export-done-1366')
})

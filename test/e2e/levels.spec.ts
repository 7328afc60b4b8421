import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { resizeWindows, startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { aDataFolder, removeDataFolders } from './fault-tools.ts'
import { beginWith } from './kept-data.ts'

const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')

let running: RunningConsole | null = null
test.afterEach(async () => {
  await running?.close()
  running = null
})
test.afterAll(removeDataFolders)

test('a count that crosses a bound is told in both windows until each has read it, and an officer sets the level with a reason', async () => {
  const folder = aDataFolder()
  await beginWith('plan', folder)
  running = await startConsole(folder)
  const { administrative, tactical, app } = running
  await resizeWindows(app, { width: 1366, height: 768 })
  await expect(administrative.getByTestId('plan-tab-force')).toBeVisible()
  await expect(administrative.getByTestId('level-rise-notice')).toHaveCount(0)

  await administrative.getByTestId('edit-facts').click()
  await administrative.getByTestId('intake-fact-deaths').fill('3')
  await administrative.keyboard.press('Control+Enter')
  for (const page of [administrative, tactical]) {
    await expect(page.getByTestId('level-rise-notice')).toContainText('III')
    await page.getByTestId('level-rise-acknowledge').click()
    await expect(page.getByTestId('level-rise-notice')).toContainText('死亡 3 人')
  }
  await administrative.screenshot({ path: join(SHOTS, 'level-rise.png') })
  await administrative.getByTestId('level-rise-acknowledge').click()
  await expect(administrative.getByTestId('level-rise-notice')).toHaveCount(0)
  await expect(tactical.getByTestId('level-rise-notice')).toBeVisible()

  await expect(administrative.getByTestId('section-command-bodies')).toContainText('安全生产委员会（牵头）')
  await expect(administrative.getByTestId('section-lead-units')).toContainText('消防救援大队')
  await administrative.getByTestId('section-command-bodies').scrollIntoViewIfNeeded()
  await administrative.screenshot({ path: join(SHOTS, 'command-bodies.png') })

  await administrative.getByTestId('nav-support').click()
  await expect(administrative.getByTestId('plans-not-used')).toContainText('预案只适用于cixi、慈溪')
  const panel = administrative.getByTestId('grading-panel')
  await expect(panel.getByTestId('table-level-rows')).toContainText('再增加7人即达Ⅱ级')
  await panel.getByTestId('set-level-apply-event').click()
  await expect(panel).toContainText('请先写明理由')
  await panel.getByTestId('set-level-event').selectOption('I')
  await panel.getByTestId('set-level-reason-event').fill('跨区影响，请示区领导同意')
  await panel.getByTestId('set-level-reason-event').press('Enter')
  await expect(panel.getByTestId('grading-event')).toContainText('跨区影响，请示区领导同意')
  await expect(tactical.getByTestId('strip-set-event')).toContainText('I级')
  await expect(tactical.getByTestId('strip-level')).toContainText('III')
  await panel.scrollIntoViewIfNeeded()
  await administrative.screenshot({ path: join(SHOTS, 'grading-panel.png') })
})

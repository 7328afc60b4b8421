import { expect, test } from '@playwright/test'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

const shared = shareOneConsole({ width: 1366, height: 768 }, 'plan')

test('from the plan to orders: first orders at once, the others once approved, receipts by the radio log, overdue with whom to ring', async () => {
  const { administrative, tactical } = shared.running
  await tactical.keyboard.press('Control+2')
  await tactical.getByTestId('orders-issue').click()
  await expect(tactical.getByTestId('proposal-table')).toContainText('柴桥消防救援站')
  await tactical.getByTestId('pick-first').click()
  await tactical.getByTestId('issue-picked').click()
  await expect(tactical.getByTestId('order-alarm')).toContainText('指令 9')
  // Chinese initials: 柴桥消防救援站 is cqxf…, six keys with the two that confirm.
  await tactical.keyboard.press('Control+j')
  await tactical.getByTestId('radio-input').pressSequentially('1cqx')
  await expect(tactical.getByTestId('radio-reading')).toContainText('柴桥消防救援站')
  await tactical.keyboard.press('Enter')
  await shared.shoot(tactical, 'orders-radio')
  await tactical.keyboard.press('Enter')
  await expect(tactical.getByTestId('radio-reading')).toContainText(/柴桥消防救援站 \d\d:\d\d 出动 已记/)
  await tactical.keyboard.press('Escape')
  await expect(tactical.getByTestId('radio-bar')).toHaveCount(0)

  await expect(tactical.getByTestId('proposal-table')).toContainText('待批准')
  await tactical.getByTestId('approve-plan').click()
  await expect(administrative.getByTestId('approval')).toContainText('已批')
  await tactical.getByTestId('pick-own').click()
  await tactical.locator('[data-row="assignment:assign-gov-chaiqiao"]').click()
  await expect(tactical.getByTestId('wish-text')).toHaveValue(/^霞浦街道内，危化品道路运输事故。命你队以.*任务：/)
  await shared.shoot(tactical, 'orders-to-issue')
  await expectNothingBeside(tactical)
  await tactical.getByTestId('issue-picked').click()
  await expect(tactical.getByTestId('issue-picked')).toBeDisabled()
  await expect(tactical.getByTestId('issue-error')).toHaveCount(0)

  await tactical.getByTestId('orders-live').click()
  await tactical.evaluate(() => {
    const real = Date.now.bind(Date)
    Date.now = () => real() + 200_000
  })
  await expect(tactical.getByTestId('overdue-list')).toContainText('待签收')
  await expect(tactical.getByTestId('ring-next').first()).toContainText('现在拨')
  await tactical.getByTestId('order-table').locator('tbody tr').first().click()
  await expect(tactical.getByTestId('chain-table')).toBeVisible()
  await shared.shoot(tactical, 'orders-overdue')
  await expectNothingBeside(tactical)
  await tactical.getByTestId('order-mute').click()
  await expect(tactical.getByTestId('order-mute')).toContainText('已静音')
  await tactical.getByTestId('say-received').click()
  await expect(tactical.getByTestId('order-detail')).toContainText('已签收')

  await administrative.keyboard.press('Control+2')
  await administrative.getByTestId('orders-claims').click()
  await expect(administrative.getByTestId('claims-page')).toContainText('没有与其他事件冲突')
  await administrative.getByTestId('orders-issue').click()
  await administrative.getByTestId('toggle-language').click()
  await expect(administrative.getByTestId('proposal-table')).toContainText('Evacuation')
  await shared.shoot(administrative, 'orders-english')
})

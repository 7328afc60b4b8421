import { expect, test } from '@playwright/test'
import { shareOneConsole } from './one-console.ts'

const shared = shareOneConsole({ width: 1366, height: 768 }, 'plan')

test('what the tactical side does at once is seen by the administrative side within a second, objected to, and the question comes back', async () => {
  const { administrative, tactical } = shared.running
  for (const [page, name] of [
    [administrative, '王值班'],
    [tactical, '李指挥'],
  ] as const) {
    await page.getByTestId('duty-name').fill(name)
    await page.getByTestId('duty-name').press('Enter')
    await expect(page.getByTestId('duty-officer')).toContainText(name)
  }

  await tactical.getByTestId('desk-room-headquarters').click()
  await expect(tactical.getByTestId('headquarters-room')).toBeVisible()
  await tactical.getByTestId('act-line').selectOption({ index: 1 })
  await tactical.getByTestId('act-trigger').fill('风向转为东北，原集结点进入下风向')
  await tactical.getByTestId('act-to').fill('穿山服务区')
  await tactical.getByTestId('act-reason').fill('人员会被烟气覆盖')
  await shared.shoot(tactical, 'discretion-form')
  await tactical.keyboard.press('Control+Enter')
  const notice = administrative.getByTestId('waiting-notice')
  await expect(notice).toContainText('穿山服务区', { timeout: 1000 })
  await expect(administrative.getByTestId('strip-waiting')).toContainText('1')
  await shared.shoot(administrative, 'discretion-notice')

  await administrative.getByTestId('waiting-open').click()
  const here = administrative.getByTestId('waiting-here')
  await here.getByTestId('answer-note').fill('新集结点是否须经隧道')
  await shared.shoot(administrative, 'discretion-ratify')
  await here.getByTestId('answer-note').press('Shift+Enter')
  await expect(tactical.getByTestId('waiting-here')).toContainText('新集结点是否须经隧道', { timeout: 1000 })
  await tactical.getByTestId('waiting-here').getByTestId('answer-note').fill('不经隧道，走老路')
  await shared.shoot(tactical, 'discretion-objected')
  await tactical.getByTestId('waiting-here').getByTestId('answer-note').press('Enter')
  await expect(here).toContainText('不经隧道，走老路')
  await here.getByTestId('act-ratify').click()
  await expect(administrative.getByTestId('strip-waiting')).toHaveCount(0)

  // The changed line of the plan says so in both windows.
  await tactical.getByTestId('desk-room-plan').click()
  await tactical.getByTestId('plan-tab-movement').click()
  await expect(tactical.getByTestId('changed-line').first()).toContainText('穿山服务区')
  await shared.shoot(tactical, 'discretion-plan')

  // What the other side decides becomes a request with the same words.
  await tactical.getByTestId('desk-room-headquarters').click()
  await tactical.getByTestId('act-kind').selectOption('outsideForces')
  await tactical.getByTestId('act-trigger').fill('罐体裂口扩大')
  await tactical.getByTestId('act-to').fill('请宁波支队增派洗消车 2 辆')
  await tactical.getByTestId('act-reason').fill('本级洗消力量已用完')
  await tactical.keyboard.press('Control+Enter')
  await expect(here).toContainText('洗消车 2 辆')
  await here.getByTestId('request-note').press('Enter')
  await administrative.getByTestId('together-rights').click()
  await expect(administrative.getByTestId('rights-table')).toContainText('新闻发布')
  await shared.shoot(administrative, 'rights-table')

  // A shift changes hands by two signatures, and both windows know the new name; a consultation is kept.
  await administrative.getByTestId('together-handover').click()
  await administrative.getByTestId('handover-person').fill('周接班')
  await administrative.keyboard.press('Control+Enter')
  await expect(here.getByTestId('handover-summary')).toContainText('BL-')
  await shared.shoot(administrative, 'handover')
  await expect(administrative.getByTestId('duty-officer')).toContainText('王值班')
  await here.getByTestId('handover-name').fill('周接班')
  await here.getByTestId('handover-name').press('Enter')
  await expect(administrative.getByTestId('duty-officer')).toContainText('周接班')

  await tactical.getByTestId('nav-judgement').click()
  await tactical.getByTestId('consultation-others').fill('陈工/化工院')
  await tactical.locator('#consultation-judgement').fill('云团向西南扩散，一小时内不会到达住宅区')
  await tactical.locator('#consultation-dissent').fill('环境监测组认为风向尚不稳定')
  await tactical.getByTestId('consultation-minutes').fill('30')
  await tactical.keyboard.press('Control+Enter')
  await expect(tactical.getByTestId('consultation-card')).toContainText('风向尚不稳定')
  await expect(tactical.getByTestId('next-consultation')).toContainText('还有')
  await shared.shoot(tactical, 'consultation')
})

import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import * as z from 'zod'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { createVouchedFiles } from '#electron/core/imports/vouched-files.ts'
import { freeOrder } from '#test/builders/free-order.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { startNewConsole } from '#test/harness/new-console.ts'
import { ammoniaTanker } from '../integration/sample-incident.ts'
import { expectNothingBeside, shareOneConsole } from './one-console.ts'

/** Two machines: the one on the screen and another one that runs beside it without windows. */
const here = shareOneConsole({ width: 1366, height: 768 })

const Opened = z.object({ ok: z.literal(true), value: z.object({ incidentId: z.string() }) })

async function answerDialogs(path: string): Promise<void> {
  await here.running.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
  }, path)
}

/** What the other machine does with the first file: amends the incident, sends a team, and hands all of it back. */
async function workElsewhere(first: string, second: string): Promise<string> {
  const vouchedFiles = createVouchedFiles()
  vouchedFiles.vouch('in', [first])
  vouchedFiles.vouch('out', [second])
  const other = startNewConsole(join(here.folder, 'other', 'console.db'), { vouchedFiles })
  const { client } = other.administrative
  const id = (): string => crypto.randomUUID()
  await client.bundles.nameSeat({ commandId: id(), name: '前方指挥车', who: '李指挥' })
  const { unknownSeats } = valueOf(await client.bundles.preview({ ticket: 'in' }))
  const trust = unknownSeats.map(({ seat }) => seat)
  valueOf(await client.bundles.import({ commandId: id(), ticket: 'in', trust, who: '李指挥' }))
  const [incident] = valueOf(await client.incident.list({}))
  const incidentId = incident?.incidentId ?? ''
  const facts = ammoniaTanker({ title: '液氨槽车泄漏，两车相撞' })
  valueOf(await client.incident.amend({ commandId: id(), incidentId, expectedRevision: 1, incident: facts }))
  const order = freeOrder('到泰山路口疏散群众')
  valueOf(await other.tactical.client.orders.issue({ commandId: id(), incidentId, orders: [order] }))
  valueOf(await client.bundles.export({ commandId: id(), ticket: 'out', to: null, who: '李指挥' }))
  const { fingerprint } = valueOf(await client.bundles.seats({})).own
  other.stop()
  return fingerprint
}

async function openRoom(page: Page): Promise<void> {
  await page.getByTestId('nav-library').click()
  await page.getByTestId('library-room-merging').click()
  await expect(page.getByTestId('merging-fingerprint')).toHaveText(/^(\d{4} ){7}\d{4}$/)
}

test('two machines are joined by files, and a team that both sent is settled by a person', async () => {
  const page = here.running.administrative
  const call = (channel: string, input: object): Promise<unknown> =>
    callBridge(page, channel, { commandId: crypto.randomUUID(), ...input })
  const { incidentId } = Opened.parse(await call('incident.open', { incident: ammoniaTanker() })).value
  const [first, second] = [join(here.folder, 'a.eccbundle'), join(here.folder, 'b.eccbundle')]

  await openRoom(page)
  await page.getByTestId('merging-who').fill('王值班')
  await page.getByTestId('merging-name').fill('后方指挥中心')
  await page.getByTestId('merging-rename').click()
  await expect(page.getByTestId('merging-own')).toContainText('后方指挥中心 ')
  await answerDialogs(first)
  await page.getByTestId('merging-give-all').click()
  await expect(page.getByTestId('merging-said')).toContainText('已写出 2 条记录')
  await here.shoot(page, 'merging-alone-1366')

  const fingerprint = await workElsewhere(first, second)
  await call('orders.issue', { incidentId, orders: [freeOrder('到329国道集结点报到待令')] })
  await call('incident.amend', {
    ...{ incidentId, expectedRevision: 1 },
    incident: ammoniaTanker({ title: '液氨槽车泄漏，一人被困' }),
  })
  await answerDialogs(second)
  await page.getByTestId('merging-choose').click()
  await expect(page.getByTestId('merging-trust')).toContainText(fingerprint)
  await expect(page.getByTestId('merging-import')).toBeDisabled()
  await here.shoot(page, 'merging-preview-1366')
  await expectNothingBeside(page)
  await page.getByTestId('merging-trust').getByRole('checkbox').check()
  await page.getByTestId('merging-trust').getByRole('checkbox').press('Control+Enter')
  await expect(page.getByTestId('merging-done')).toHaveText(
    '已并入 4 条新记录。 有 2 处两机不一致，见右侧，请逐一裁定。',
  )
  await expect(page.getByTestId('merging-others')).toContainText('前方指挥车')
  await expect(page.getByTestId('contest-notice')).toContainText('被两机同时派出')
  await here.shoot(page, 'merging-contests-1366')
  await expectNothingBeside(page)

  const team = page.getByTestId('contest-gov-chaiqiao')
  await team.getByRole('radio', { name: '保留' }).first().check()
  await page.getByTestId('contest-reason-gov-chaiqiao').fill('已电话核对，该队在329国道')
  await page.getByTestId('contest-reason-gov-chaiqiao').press('Control+Enter')
  await expect(team).toHaveCount(0)
  await page.getByTestId(`contest-facts-${incidentId}`).getByTestId('contest-keep-0').click()
  await expect(page.getByTestId('merging-contests')).toContainText('没有待裁定的内容。')
  await expect(page.getByTestId('contest-notice')).toHaveCount(0)

  // The same file once more: it says so, and changes nothing.
  await page.getByTestId('merging-choose').click()
  await expect(page.getByTestId('merging-preview')).toContainText('文件里的记录本机都已有')
  await page.getByTestId('merging-import').click()
  await expect(page.getByTestId('merging-done')).toHaveText('没有新内容，未作改动。')
  await here.shoot(page, 'merging-settled-1366')
  expect(await callBridge(page, 'system.verify', {})).toEqual({ ok: true, value: { ok: true, problems: [] } })
})

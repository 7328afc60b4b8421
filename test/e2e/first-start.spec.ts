import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, type Page } from '@playwright/test'
import { enterAmmoniaTanker } from '#electron/launch/enter-incident.ts'
import { JUDGED_SIZES, resizeWindows, startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { expectNothingBeside } from './one-console.ts'

const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')

/** Runs in order: first start → intake by keyboard → plan in both windows → restart. */
test.describe.configure({ mode: 'serial' })

const dataFolder = mkdtempSync(join(tmpdir(), 'console-e2e-'))
let console_: RunningConsole

test.afterAll(async () => {
  await console_.close()
})

async function photograph(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(SHOTS, `${name}.png`) })
  expect(existsSync(join(SHOTS, `${name}.png`))).toBe(true)
}

test('the first start opens both headquarters and imports the embedded data set', async () => {
  console_ = await startConsole(dataFolder)
  for (const page of [console_.administrative, console_.tactical]) {
    await expect(page.getByTestId('top-strip')).toBeVisible()
    await expect(page.getByTestId('top-strip')).toContainText('示意路网')
  }
  await expect(console_.administrative.getByTestId('top-strip')).toContainText('行政指挥部')
  await expect(console_.tactical.getByTestId('top-strip')).toContainText('战术指挥部')
  expect(existsSync(join(dataFolder, 'console.db'))).toBe(true)
  await photograph(console_.administrative, 'first-start-administrative')
})

test('the page has no Node, no Electron and only the bridge of the contract', async () => {
  const seen = await console_.administrative.evaluate(() => ({
    require: typeof Reflect.get(window, 'require'),
    process: typeof Reflect.get(window, 'process'),
    bridge: Object.keys(Reflect.get(window, 'commandConsole') as object).sort(),
    outside: false,
  }))
  expect(seen).toEqual({
    require: 'undefined',
    process: 'undefined',
    bridge: ['handFiles', 'headquarters', 'invoke', 'subscribe', 'watchPlans'],
    outside: false,
  })
  const refused = await console_.administrative.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'reached',
      () => 'refused',
    ),
  )
  expect(refused).toBe('refused')
})

test('the web preferences of both windows are those of the security function', async () => {
  const preferences = await console_.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => {
      const last: unknown = Reflect.get(window.webContents, 'getLastWebPreferences')
      const read =
        typeof last === 'function' ? (Reflect.apply(last, window.webContents, []) as Record<string, unknown>) : {}
      return {
        sandbox: read['sandbox'],
        contextIsolation: read['contextIsolation'],
        nodeIntegration: read['nodeIntegration'],
      }
    }),
  )
  expect(preferences).toEqual([
    { sandbox: true, contextIsolation: true, nodeIntegration: false },
    { sandbox: true, contextIsolation: true, nodeIntegration: false },
  ])
})

test('an incident is taken in by keyboard alone and both windows show its plan', async () => {
  const page = console_.administrative
  await enterAmmoniaTanker(page, (filled) => photograph(filled, 'intake-1366'))

  for (const window of [console_.administrative, console_.tactical]) {
    await expect(window.getByTestId('plan-tab-force')).toBeVisible()
    await expect(window.getByTestId('map')).toBeVisible()
  }
})

test('every part of the plan can be seen at both sizes in both windows', async () => {
  for (const size of JUDGED_SIZES) {
    await resizeWindows(console_.app, size)
    for (const [name, page] of [
      ['administrative', console_.administrative],
      ['tactical', console_.tactical],
    ] as const) {
      for (const tab of ['force', 'movement', 'handling', 'first-orders']) {
        await page.getByTestId(`plan-tab-${tab}`).click()
        await expectNothingBeside(page)
        await photograph(page, `${name}-${tab}-${size.width}`)
      }
    }
  }
})

test('the plan survives a restart, byte for byte, and the newest incident is shown again', async () => {
  const before = await storedPlan(console_.administrative)
  expect(before.length).toBeGreaterThan(10_000)
  await console_.close()
  console_ = await startConsole(dataFolder)
  for (const page of [console_.administrative, console_.tactical]) {
    await expect(page.getByTestId('plan-tab-force')).toBeVisible()
    await expect(page.getByTestId('top-strip')).toContainText('危化品道路运输事故')
    await expect(page.getByTestId('drill-banner')).toBeVisible()
    expect(await storedPlan(page)).toBe(before)
  }
})

/** The newest incident's plan as the window gets it through its bridge, as JSON text. */
function storedPlan(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const bridge = Reflect.get(window, 'commandConsole') as {
      invoke(channel: string, input: unknown): Promise<unknown>
    }
    const list = (await bridge.invoke('incident.list', {})) as { value: { incidentId: string }[] }
    const incidentId = list.value[0]?.incidentId ?? ''
    return JSON.stringify(await bridge.invoke('plan.latest', { incidentId }))
  })
}

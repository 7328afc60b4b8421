import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { listPackage } from '@electron/asar'
import { getCurrentFuseWire, FuseV1Options } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { enterAmmoniaTanker } from '#electron/launch/enter-incident.ts'
import { packageApp } from '#electron/launch/package-app.ts'
import { listenToPages } from './page-traffic.ts'

/** The console as electron-builder packs it: built once, looked into, started, used. */
test.describe.configure({ mode: 'serial' })

/** Sources, build tools and other platforms' binaries: nothing of it belongs in a package. */
const FOREIGN =
  /\.map$|\.tsx?$|^\/(?:shared|electron|renderer|test)\/|node-(?:linux|win)-|better-sqlite3\/(?:src|deps)\/|prebuilds\/(?:darwin|linuxmusl)/

const folder = mkdtempSync(join(tmpdir(), 'console-packaged-'))
let executable = ''
let console_: RunningConsole | null = null

test.afterAll(async () => {
  await console_?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('the package is built without network, with the product alone inside', async () => {
  test.setTimeout(120_000)
  executable = await packageApp({ output: join(folder, 'dist'), inspectable: true })
  const resources = join(dirname(executable), 'resources')
  expect(existsSync(join(resources, 'resources', 'datasets', 'beilun', 'dataset.json'))).toBe(true)
  expect(existsSync(join(resources, 'resources', 'datasets', 'build'))).toBe(false)
  // Where the runtime came with another application's update address or start page, neither may come along.
  expect(existsSync(join(resources, 'app-update.yml'))).toBe(false)
  expect(existsSync(join(resources, 'default_app.asar'))).toBe(false)
  expect(listPackage(join(resources, 'app.asar'), { isPack: false }).filter((path) => FOREIGN.test(path))).toEqual([])
})

test('its fuses are those of the release, except for the inspector that this test needs', async () => {
  const fuses = await getCurrentFuseWire(executable)
  const isOn = (option: FuseV1Options): boolean => String.fromCharCode(Number(fuses[option])) === '1'
  expect(isOn(FuseV1Options.RunAsNode)).toBe(false)
  expect(isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable)).toBe(false)
  expect(isOn(FuseV1Options.OnlyLoadAppFromAsar)).toBe(true)
  expect(isOn(FuseV1Options.EnableNodeCliInspectArguments)).toBe(true)
})

test('the packaged console starts, plans an incident and fetches nothing that is missing', async () => {
  test.setTimeout(90_000)
  console_ = await startConsole(join(folder, 'data'), executable)
  const { app, administrative, tactical } = console_
  const traffic = listenToPages(app)
  // What was fetched before anybody listened is fetched again.
  await Promise.all([administrative.reload(), tactical.reload()])
  for (const page of [administrative, tactical]) await expect(page.getByTestId('top-strip')).toContainText('示意路网')
  expect(await app.evaluate(({ app: inside }) => inside.isPackaged)).toBe(true)
  const info = await callBridge(administrative, 'system.info', {})
  expect(info).toMatchObject({
    ok: true,
    value: { ready: true, version: await app.evaluate((e) => e.app.getVersion()) },
  })
  await enterAmmoniaTanker(administrative, () => Promise.resolve())
  await expect(tactical.getByTestId('plan-tab-force')).toBeVisible()
  await expect(administrative.getByTestId('map')).toBeVisible()
  await expect
    .poll(() => traffic.fetched.filter((url) => url.startsWith('app://console/map/')).length)
    .toBeGreaterThan(0)
  expect(traffic.fetched.some((url) => url.endsWith('.woff2'))).toBe(true)
  expect(traffic.fetched.filter((url) => !/^(?:blob:)?app:\/\/console\/|^data:/.test(url))).toEqual([])
  expect(traffic.problems).toEqual([])
})

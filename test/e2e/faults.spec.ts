import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readdirSync, statSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { callBridge } from '#electron/launch/call-bridge.ts'
import { launchOptions, startConsole, type RunningConsole } from '#electron/launch/console-driver.ts'
import { aDataFolder, corePid, digestOf, killConsole, readRecord, removeDataFolders } from './fault-tools.ts'
import { beginWith } from './kept-data.ts'

/**
 * What a duty officer meets when something breaks, in real Electron. Each test starts from a copy of one good record: an
 * incident with its plan.
 */
const SHOTS = join(import.meta.dirname, '..', '..', 'test-results', 'screenshots')
const good = aDataFolder()
let running: RunningConsole | null = null

async function start(dataFolder: string): Promise<RunningConsole> {
  running = await startConsole(dataFolder)
  return running
}

async function stop(): Promise<void> {
  await running?.close()
  running = null
}

test.beforeAll(async () => {
  await beginWith('plan', good)
})
test.afterEach(stop)
test.afterAll(removeDataFolders)

const pagesOf = ({ administrative, tactical }: RunningConsole) => [administrative, tactical] as const

test('power is cut right after a plan was acknowledged: incident and plan are there again and verify', async () => {
  const folder = aDataFolder(good)
  const before = await start(folder)
  const { incidentId } = await readRecord(before.administrative)
  const built = await callBridge(before.administrative, 'plan.build', { commandId: randomUUID(), incidentId })
  await killConsole(before.app)
  expect(built).toMatchObject({ ok: true, value: { version: 2 } })

  const after = await start(folder)
  await expect(after.administrative.getByTestId('top-strip')).toBeVisible()
  await expect(after.administrative.getByTestId('start-notices')).toContainText('没有正常结束')
  await expect(after.administrative.getByTestId('start-notices')).toContainText(/本席位 \d+ 条记录与封存的末端相符/)
  await after.administrative.screenshot({ path: join(SHOTS, 'unclean-stop.png') })
  const kept = await readRecord(after.administrative)
  expect(kept).toMatchObject({ incidentId, count: 1, version: 2, sound: true })
  expect(kept.plan).not.toBe('')
  for (const page of pagesOf(after)) await expect(page.getByTestId('plan-tab-force')).toBeVisible()
})

test('the core dies: both windows say so, a new one takes over and everything acknowledged is there', async () => {
  const console_ = await start(aDataFolder(good))
  for (const page of pagesOf(console_)) await expect(page.getByTestId('plan-tab-force')).toBeVisible()
  const kept = await readRecord(console_.administrative)
  const first = await corePid(console_.app)
  process.kill(first, 'SIGKILL')
  for (const page of pagesOf(console_)) {
    await expect(page.getByTestId('start-notices')).toContainText('核心进程曾意外停止，已自动重新启动')
    await expect(page.getByTestId('start-notices')).toContainText(/本席位 \d+ 条记录与封存的末端相符/)
    await expect(page.getByTestId('plan-tab-force')).toBeVisible()
    await expect(page.getByTestId('top-strip')).toContainText('核心已连接')
  }
  await console_.administrative.screenshot({ path: join(SHOTS, 'core-restarted.png') })
  expect(await corePid(console_.app)).not.toBe(first)
  expect(await readRecord(console_.tactical)).toEqual(kept)
  // The new core plans, and tells the other window.
  await console_.administrative.getByTestId('rebuild-plan').click()
  await expect(console_.tactical.getByTestId('top-strip')).toContainText(/第 ?2 ?版|V2|v2/)
})

test('a core that keeps dying ends the console with the reason and the place of the log', async () => {
  const console_ = await start(aDataFolder(good))
  let said = ''
  console_.app.process().stdout?.on('data', (text: Buffer) => (said += text.toString('utf8')))
  // A message box would wait for a person.
  await console_.app.evaluate(({ dialog }) => {
    dialog.showErrorBox = (title, content) => void process.stdout.write(`${title}｜${content}\n`)
  })
  const ended = new Promise<number | null>((resolve) => console_.app.process().once('exit', resolve))
  for (let round = 0, last = 0; round < 4; round += 1) {
    await expect.poll(() => corePid(console_.app).catch(() => last)).not.toBe(last)
    last = await corePid(console_.app)
    process.kill(last, 'SIGKILL')
  }
  expect(await ended).toBe(70)
  running = null
  expect(said).toContain('指挥台核心进程反复停止')
  expect(said).toContain('console.log')
})

test('a database of a newer console is refused with what to do, and not touched', async () => {
  const folder = aDataFolder(good)
  const path = join(folder, 'console.db')
  const database = new Database(path)
  database.pragma('user_version = 999')
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
  const before = digestOf(path)
  const console_ = await start(folder)
  for (const page of pagesOf(console_)) {
    await expect(page.getByTestId('not-ready')).toContainText('999')
    await expect(page.getByTestId('not-ready')).toContainText(path)
    await expect(page.getByTestId('not-ready')).toContainText(/升级|更新|新版/)
  }
  await console_.administrative.screenshot({ path: join(SHOTS, 'database-newer.png') })
  await stop()
  expect(digestOf(path)).toBe(before)
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
})

const DAMAGES = [
  {
    name: 'overwritten in the middle',
    damage: (path: string) => {
      const file = openSync(path, 'r+')
      writeSync(file, Buffer.alloc(64 * 1024, 0xaa), 0, 64 * 1024, Math.floor(statSync(path).size / 2))
      closeSync(file)
    },
  },
  {
    name: 'cut short',
    damage: (path: string) => {
      truncateSync(path, Math.floor(statSync(path).size / 2))
    },
  },
]

for (const { name, damage } of DAMAGES) {
  test(`a database ${name} is set aside as it is, said on screen, and the console works with a new one`, async () => {
    const folder = aDataFolder(good)
    const path = join(folder, 'console.db')
    damage(path)
    const before = digestOf(path)
    const console_ = await start(folder)
    for (const page of pagesOf(console_)) {
      await expect(page.getByTestId('start-notices')).toContainText('数据库文件已损坏')
      await expect(page.getByTestId('start-notices')).toContainText('console.db.damaged-')
    }
    await console_.administrative.screenshot({ path: join(SHOTS, `database-${name.replaceAll(' ', '-')}.png`) })
    await expect(console_.administrative.getByTestId('top-strip')).toContainText('示意路网')
    expect(await callBridge(console_.administrative, 'incident.list', {})).toEqual({ ok: true, value: [] })
    expect(await callBridge(console_.administrative, 'system.verify', {})).toMatchObject({ value: { ok: true } })
    const aside = readdirSync(folder).filter((file) => /^console\.db\.damaged-[^.]+$/.test(file))
    expect(aside.map((file) => digestOf(join(folder, file)))).toEqual([before])
  })
}

test('a second start on the same data brings the windows of the first forward and ends', async () => {
  const folder = aDataFolder(good)
  const console_ = await start(folder)
  await console_.app.evaluate(({ BrowserWindow }) => {
    Reflect.set(globalThis, 'broughtForward', 0)
    for (const window of BrowserWindow.getAllWindows()) {
      const focus = window.focus.bind(window)
      window.focus = () => {
        Reflect.set(globalThis, 'broughtForward', Number(Reflect.get(globalThis, 'broughtForward')) + 1)
        focus()
      }
    }
  })
  const { executablePath, args, env } = await launchOptions(folder)
  const second = spawn(executablePath, args, { env, stdio: 'ignore' })
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
  await expect.poll(() => console_.app.evaluate(() => Number(Reflect.get(globalThis, 'broughtForward')))).toBe(2)
  expect(await readRecord(console_.administrative)).toMatchObject({ count: 1, sound: true })
})

test('a window that is loaded again, or whose page process dies, gets its answers and its news', async () => {
  const console_ = await start(aDataFolder(good))
  const { administrative, tactical, app } = console_
  await tactical.reload()
  await expect(tactical.getByTestId('plan-tab-force')).toBeVisible()
  await administrative.getByTestId('rebuild-plan').click()
  await expect(tactical.getByTestId('top-strip')).toContainText(/第 ?2 ?版|V2|v2/)
  // Playwright gives a page up that has crashed: from here on the window is read through the shell.
  const strip = await app.evaluateHandle(async ({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((each) => each.webContents.getURL().includes('/administrative/'))
    if (window === undefined) throw new Error('the administrative window is gone')
    const loadedAgain = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()))
    window.webContents.forcefullyCrashRenderer()
    await loadedAgain
    return (): Promise<unknown> =>
      window.webContents.executeJavaScript('document.querySelector("[data-testid=top-strip]")?.textContent ?? ""')
  })
  await expect.poll(() => strip.evaluate((read) => read()), { timeout: 20_000 }).toContain('核心已连接')
})

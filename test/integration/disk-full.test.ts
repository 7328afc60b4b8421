import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openBallast } from '#electron/core/health/ballast.ts'
import { valueOf } from '#test/harness/bridge.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'
import { stubPlan } from './stub-plan.ts'

const BALLAST_BYTES = 512 * 1024
const folder = temporaryFolder()
const disk = join(folder.path, 'disk')
mkdirSync(disk)
/** A real small disk: only its own file system says "full" as a disk does. */
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'none', disk], { encoding: 'utf8' })
afterAll(() => {
  if (mounted.status === 0) spawnSync('umount', ['-l', disk])
  folder.remove()
})

const filler = join(disk, 'filler')

/** Takes all the room there is, to the last byte. */
function fillDisk(): void {
  const file = openSync(filler, 'a')
  const block = Buffer.alloc(64 * 1024, 1)
  let size = block.length
  while (size > 0) {
    try {
      if (writeSync(file, block, 0, size) < size) size = Math.floor(size / 2)
    } catch {
      size = Math.floor(size / 2) // full for this size
    }
  }
  closeSync(file)
}

function freeBytes(): number {
  const { bavail, bsize } = statfsSync(disk)
  return bavail * bsize
}

describe.each(mounted.status === 0 ? ['a disk of 48 MB'] : [])('%s that is full', () => {
  it('refuses what finds no room, records that with the ballast given up, goes on, and starts again on a full disk', async () => {
    const path = join(disk, 'console.db')
    const options = { planDispatch: stubPlan, ballastBytes: BALLAST_BYTES }
    const first = startConsole(path, options)
    await openBallast(path, BALLAST_BYTES).create()
    expect(existsSync(`${path}.ballast`)).toBe(true)
    const { client } = first.tactical
    const open = (number: number) =>
      client.incident.open({ commandId: commandId(number), incident: ammoniaTanker({ title: `事件 ${number}` }) })
    const kept: string[] = []
    for (let number = 1; number <= 3; number += 1) kept.push(valueOf(await open(number)).incidentId)

    fillDisk()
    let number = 4
    let answer = await open(number)
    // The write-ahead log may have some room of its own left.
    while (answer.ok && number < 40) {
      kept.push(answer.value.incidentId)
      number += 1
      answer = await open(number)
    }
    expect(answer).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    expect(answer.ok ? '' : answer.error.message).toContain('本次操作没有执行，此前已确认的都在')
    expect(existsSync(`${path}.ballast`)).toBe(false)
    const told = valueOf(await client.system.info({})).notices
    expect(told.map(({ code }) => code)).toEqual(['disk-full'])
    expect(told[0]?.text).toContain('已释放备用空间 0.5 MB')
    const newest = valueOf(await client.system.journal({ limit: 1 }))
    expect(newest[0]?.text).toContain('磁盘已满，有操作没有存下')

    // The same command again finds the room of the ballast.
    kept.push(valueOf(await open(number)).incidentId)
    fillDisk()
    expect(valueOf(await client.incident.list({})).map(({ incidentId }) => incidentId)).toEqual(kept.toReversed())
    expect(valueOf(await client.system.verify({}))).toEqual({ ok: true, problems: [] })
    first.stop()

    rmSync(filler)
    await openBallast(path, BALLAST_BYTES).create()
    fillDisk()
    const second = startConsole(path, options)
    const info = valueOf(await second.tactical.client.system.info({}))
    expect(info).toMatchObject({ ready: true, notices: [{ code: 'disk-full' }] })
    expect(valueOf(await second.tactical.client.incident.list({}))).toHaveLength(kept.length)

    rmSync(filler)
    expect(freeBytes()).toBeGreaterThan(BALLAST_BYTES * 4)
    expect(valueOf(await second.tactical.client.system.info({})).notices).toEqual([])
    const after = await second.tactical.client.incident.open({ commandId: commandId(99), incident: ammoniaTanker() })
    expect(after).toMatchObject({ ok: true })
    expect(valueOf(await second.tactical.client.system.verify({}))).toEqual({ ok: true, problems: [] })
    expect([...first.bugs, ...second.bugs]).toEqual([])
    second.stop()
  })
})

describe('a small disk', () => {
  it('is only missing from these tests where this user may not mount one', () => {
    if (mounted.status !== 0) expect(`${mounted.stderr} ${String(mounted.error)}`).toMatch(/permi|superuser|ENOENT/)
  })
})

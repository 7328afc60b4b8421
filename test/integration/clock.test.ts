import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { valueOf } from '#test/harness/bridge.ts'
import { TEST_NOW_MS, temporaryFolder } from '#test/harness/surroundings.ts'
import { startConsole } from '#test/harness/two-windows.ts'
import { ammoniaTanker, commandId } from './sample-incident.ts'

const DAY_MS = 86_400_000
const folder = temporaryFolder()
afterAll(folder.remove)

describe('a clock that was set wrong', () => {
  it('changes neither the order nor the numbers of the record, and is said at the start and while the console runs', async () => {
    const path = join(folder.path, 'console.db')
    let nowMs = TEST_NOW_MS
    const clock = (): number => nowMs
    let count = 0
    const running = { console: startConsole(path, { clock }) }
    const open = async (): Promise<string> => {
      count += 1
      const incident = ammoniaTanker({ title: `事件 ${count}` })
      return valueOf(await running.console.tactical.client.incident.open({ commandId: commandId(count), incident }))
        .number
    }
    const notices = async () => valueOf(await running.console.tactical.client.system.info({})).notices
    const numbers: string[] = []
    const during = [0, -DAY_MS, 365 * DAY_MS, -2 * DAY_MS, 60_000]
    for (const offsetMs of during) {
      nowMs = TEST_NOW_MS + offsetMs
      numbers.push(await open())
    }
    const late = (await notices()).find(({ code }) => code === 'clock-behind')
    expect(late?.text).toContain('早 364 天 23 小时，请校时')
    running.console.stop()

    nowMs = TEST_NOW_MS - DAY_MS
    running.console = startConsole(path, { clock })
    expect((await notices()).map(({ code }) => code)).toEqual(['clock-behind'])
    numbers.push(await open())
    const { client } = running.console.tactical
    const journal = valueOf(await client.system.journal({ limit: 6 }))
    expect(journal.map(({ text }) => /事件 \d/.exec(text)?.[0])).toEqual(
      [6, 5, 4, 3, 2, 1].map((each) => `事件 ${each}`),
    )
    expect(new Set(numbers).size).toBe(6)
    // Rebuilt from the log, every table is the same: no row depends on the clock.
    expect(valueOf(await client.system.verify({}))).toEqual({ ok: true, problems: [] })
    running.console.stop()
  })

  it('says nothing of the small corrections a time server makes', async () => {
    let nowMs = TEST_NOW_MS
    const console = startConsole(join(folder.path, 'corrected.db'), { clock: () => nowMs })
    valueOf(await console.tactical.client.incident.open({ commandId: commandId(1), incident: ammoniaTanker() }))
    nowMs -= 50_000
    expect(valueOf(await console.tactical.client.system.info({})).notices).toEqual([])
    nowMs -= 15_000
    const { notices } = valueOf(await console.tactical.client.system.info({}))
    expect(notices.map(({ code, text }) => [code, text.includes('早 1 分 5 秒')])).toEqual([['clock-behind', true]])
    console.stop()
  })
})

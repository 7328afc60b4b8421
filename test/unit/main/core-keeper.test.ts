import { describe, expect, it, vi } from 'vitest'
import { keepCore } from '#electron/main/core-keeper.ts'
import type { CoreLink } from '#electron/main/core-link.ts'
import { createRestartLimit } from '#electron/main/restart-limit.ts'

const MINUTE_MS = 60_000

/** A keeper over cores that end when the test says so. */
function aKeeper() {
  const started: { previousExit: number | null; end: (code: number) => void; stop: CoreLink['stop'] }[] = []
  const clock = { nowMs: 0 }
  const heard: string[] = []
  const keeper = keepCore({
    start: (previousExit, onExit) => {
      const stop = vi.fn<CoreLink['stop']>(() => Promise.resolve())
      started.push({ previousExit, end: onExit, stop })
      return { connect: vi.fn(), vouch: vi.fn(), stop }
    },
    mayRestart: createRestartLimit(),
    nowMs: () => clock.nowMs,
    onLost: (code) => heard.push(`lost ${code}`),
    onRestarted: () => heard.push('restarted'),
    onGivenUp: (code) => heard.push(`given up ${code}`),
  })
  return { keeper, started, clock, heard }
}

describe('the keeper of the core', () => {
  it('starts a core that ended again, tells it the exit code, and has the windows told first of the loss', () => {
    const { started, heard } = aKeeper()
    started[0]?.end(9)
    expect(started.map(({ previousExit }) => previousExit)).toEqual([null, 9])
    expect(heard).toEqual(['lost 9', 'restarted'])
  })

  it('gives up at the fourth end within ten minutes', () => {
    const { started, heard } = aKeeper()
    for (let round = 0; round < 4; round += 1) started.at(-1)?.end(11)
    expect(started).toHaveLength(4)
    expect(heard.at(-1)).toBe('given up 11')
  })

  it('does not count what happened more than ten minutes ago', () => {
    const { started, clock, heard } = aKeeper()
    for (let round = 0; round < 8; round += 1) {
      started.at(-1)?.end(11)
      clock.nowMs += 5 * MINUTE_MS
    }
    expect(started).toHaveLength(9)
    expect(heard).not.toContain('given up 11')
  })

  it('stops the core that runs now', async () => {
    const { keeper, started } = aKeeper()
    started[0]?.end(9)
    await keeper.stop(1000)
    expect(started[0]?.stop).not.toHaveBeenCalled()
    expect(started[1]?.stop).toHaveBeenCalledWith(1000)
  })
})

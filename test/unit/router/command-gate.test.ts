import { describe, expect, it } from 'vitest'
import { createCommandGate } from '#electron/core/router/command-gate.ts'

describe('the gate of commands', () => {
  it('holds commands until the last long write has ended, also when one fails, and lets a cancel through', async () => {
    const gate = createCommandGate()
    const passed: string[] = []
    const ends: { fail: (error: Error) => void; end: () => void }[] = []
    const write = (): Promise<void> => new Promise((end, fail) => ends.push({ end, fail }))
    gate.hold(write())
    gate.hold(write())
    const opened = gate.admit('incident.open').then(() => passed.push('incident.open'))
    await gate.admit('imports.cancel')
    passed.push('imports.cancel')
    ends[1]?.end()
    await new Promise((resolve) => setTimeout(resolve, 0))
    expect(passed).toEqual(['imports.cancel'])
    ends[0]?.fail(new Error('the first write failed'))
    await opened
    expect(passed).toEqual(['imports.cancel', 'incident.open'])
  })
})

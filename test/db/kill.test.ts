import { afterAll, describe, expect, it } from 'vitest'
import { createChance } from '#shared/kernel/chance.ts'
import { temporaryFolder } from '#test/harness/surroundings.ts'
import { killWriters } from './kill-rounds.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

describe('a console that is killed at any instant', () => {
  it('has, after 200 kills, every acknowledged command once, in order, under the same seat and with a sound chain', async () => {
    // Two at a time: the moments of dying shift against each other as on a busy machine.
    const reports = await Promise.all(
      [
        { databases: [1, 2, 3, 4, 5], chance: createChance(1) },
        { databases: [6, 7, 8, 9, 10], chance: createChance(2) },
      ].map((half) => killWriters(folder.path, { ...half, kills: 20 })),
    )
    expect(reports.flatMap(({ faults }) => faults)).toEqual([])
    const sum = (of: 'kills' | 'acknowledged' | 'beforeReady' | 'unanswered'): number =>
      reports.reduce((total, report) => total + report[of], 0)
    expect(sum('kills')).toBe(200)
    // The kills hit what they are meant to hit: many commands were answered, and some writers died while they opened.
    expect(sum('acknowledged')).toBeGreaterThan(400)
    expect(sum('beforeReady')).toBeGreaterThan(5)
  })
})

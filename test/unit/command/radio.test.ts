import { pinyin } from 'pinyin-pro'
import { describe, expect, it } from 'vitest'
import { matchCallers, type RadioCaller } from '#shared/command/radio/match-callers.ts'
import { readRadioEntry } from '#shared/command/radio/radio-entry.ts'

const NOW_S = Date.parse('2026-07-14T10:27:30+08:00') / 1000
const read = (line: string): ReturnType<typeof readRadioEntry> => readRadioEntry(line, NOW_S, 480)
const spell = (name: string): string => pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('')
const caller = (name: string, callSign: string): RadioCaller => ({
  ...{ id: name, name, callSign },
  initials: spell(name),
  callSignInitials: spell(callSign),
})
const TEAMS = [
  caller('柴桥消防救援站', '专业12'),
  caller('柴桥派出所', '专业46'),
  caller('大碶消防救援站', '专业7'),
  caller('台塑专职消防队', '企业3'),
]
const meant = (line: string): string[] => matchCallers(read(line)?.team ?? '', TEAMS).map(({ name }) => name)

describe('the radio log', () => {
  it('takes a verb and a short name in six strokes or fewer, with the two that confirm', () => {
    const strokes: readonly (readonly [string, string, string])[] = [
      ['1dq', 'turnedOut', '大碶消防救援站'],
      ['2ts', 'onScene', '台塑专职消防队'],
      ['346', 'done', '柴桥派出所'],
      ['2cqx', 'onScene', '柴桥消防救援站'],
    ]
    for (const [typed, verb, name] of strokes) {
      expect(typed.length + 2).toBeLessThanOrEqual(6)
      expect([read(typed)?.verb, meant(typed)]).toEqual([verb, [name]])
    }
  })

  it('understands letters, characters and the words themselves', () => {
    for (const line of ['cd 大碶', 'cddq', '出动大碶', 'CD DQ']) {
      expect([read(line)?.verb, meant(line)]).toEqual(['turnedOut', ['大碶消防救援站']])
    }
    expect(['dc', 'wc', 'qs', 'jz', 'sk'].map((line) => read(line)?.verb)).toEqual([
      ...['onScene', 'done', 'received', 'progress', 'distress'],
    ])
    expect(read('sk 46 空气呼吸器不足')?.note).toBe('求援：空气呼吸器不足')
    expect(read('柴桥')).toBeNull()
  })

  it('asks which one when a short name fits two, and finds nobody who has no order', () => {
    expect(meant('2cq')).toEqual(['柴桥派出所', '柴桥消防救援站'])
    expect(meant('2xq')).toEqual([])
  })

  it('takes a stated time, minutes ago or the clock, never one ahead, and keeps the rest as a note', () => {
    expect(read('2cqx -5')?.at).toBe('2026-07-14T10:22:30+08:00')
    expect(read('2cqx 1024')?.at).toBe('2026-07-14T10:24:00+08:00')
    expect(read('2cqx 2350')?.at).toBe('2026-07-13T23:50:00+08:00')
    expect(read('246')).toMatchObject({ team: '46', at: null })
    expect(read('jz 46 1025 已设两道警戒线')).toMatchObject({ team: '46', note: '已设两道警戒线' })
  })
})

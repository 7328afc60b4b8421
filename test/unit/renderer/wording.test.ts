import { readdirSync, readFileSync } from 'node:fs'
import unicode from '@fontsource/noto-sans-sc/unicode.json' with { type: 'json' }
import { describe, expect, it } from 'vitest'
import { en } from '../../../renderer/text/en.ts'
import { clockText, distanceText, durationText, secondsSince } from '../../../renderer/text/time-text.ts'
import { zhCN } from '../../../renderer/text/zh-CN.ts'

type Tree = { readonly [key: string]: string | Tree }

function leaves(tree: Tree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : leaves(value, `${prefix}${key}.`),
  )
}

const placeholders = (words: string): string[] =>
  [...words.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort()

describe('wordings', () => {
  const english = new Map(leaves(en))

  it('have the same keys and placeholders in both languages, and no empty words', () => {
    const chinese = leaves(zhCN)
    expect([...english.keys()].sort()).toEqual(chinese.map(([key]) => key).sort())
    for (const [key, words] of chinese) {
      expect(words, key).not.toBe('')
      expect(placeholders(english.get(key) ?? ''), key).toEqual(placeholders(words))
    }
  })

  it('use only characters of the bundled font', () => {
    const ranges = Object.values(unicode).flatMap((text) =>
      text.split(',').map((range) => {
        const [start = '', end = start] = range.replace('U+', '').split('-')
        return [parseInt(start, 16), parseInt(end, 16)] as const
      }),
    )
    const covered = (character: string): boolean => {
      const point = character.codePointAt(0) ?? 0
      return ranges.some(([start, end]) => point >= start && point <= end)
    }
    const missing = new Set(
      leaves(zhCN).flatMap(([, words]) => Array.from(words).filter((character) => !covered(character))),
    )
    expect([...missing]).toEqual([])
  })

  it('are the only place of Chinese words in the components', () => {
    const folder = new URL('../../../renderer/', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
    const withoutComments = (code: string): string => code.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')
    const guilty = files.filter((file) => /[一-鿿]/.test(withoutComments(readFileSync(new URL(file, folder), 'utf8'))))
    expect(guilty).toEqual([])
  })
})

describe('times in words', () => {
  it.each([
    [5, '00:05'],
    [754, '12:34'],
    [3725, '1:02:05'],
    [-61, '-01:01'],
    [400_000, '4d 15:06'],
  ])('writes %i seconds', (seconds, words) => {
    expect(durationText(seconds)).toBe(words)
  })

  it('shows the day only when it is another one', () => {
    expect(clockText('2026-07-14T10:20:00+08:00', '2026-07-14T09:00:00+08:00')).toBe('10:20')
    expect(clockText('2026-07-15T00:05:00+08:00', '2026-07-14T23:50:00+08:00')).toBe('07-15 00:05')
    expect(clockText(null)).toBe('—')
  })

  it('counts from the call in any offset', () => {
    expect(secondsSince('2026-07-14T10:20:00+08:00', Date.UTC(2026, 6, 14, 2, 21) / 1000)).toBe(60)
  })

  it('writes short and long distances', () => {
    expect([distanceText(643), distanceText(2700)]).toEqual(['643 m', '2.7 km'])
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const CSS = readFileSync(new URL('../../../renderer/ui/tokens.css', import.meta.url), 'utf8')

/** Custom properties of the block that begins with a selector. */
function tokensOf(selector: string): ReadonlyMap<string, string> {
  const start = CSS.indexOf(selector)
  const block = CSS.slice(CSS.indexOf('{', start), CSS.indexOf('}', start))
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']))
}

/** Relative luminance of `#rrggbb` (WCAG 2.2, definition of relative luminance). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(first: string, second: string): number {
  const [low = 0, high = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** Every token that colours text, with the grounds it may stand on. */
const PLAIN_GROUNDS = ['ground', 'surface', 'raised', 'accent-ground']
const TEXT_ON: Readonly<Record<string, readonly string[]>> = {
  ink: [...PLAIN_GROUNDS, 'danger-ground', 'warn-ground', 'good-ground', 'drill-ground'],
  'ink-dim': [...PLAIN_GROUNDS, 'danger-ground', 'warn-ground'],
  accent: ['ground', 'surface', 'raised'],
  own: PLAIN_GROUNDS,
  danger: [...PLAIN_GROUNDS, 'danger-ground', 'warn-ground'],
  warn: [...PLAIN_GROUNDS, 'warn-ground'],
  good: [...PLAIN_GROUNDS, 'good-ground'],
  drill: ['ground', 'surface', 'raised', 'drill-ground'],
  'drill-stripe-ink': ['drill-stripe'],
  'on-primary': ['primary'],
  'on-danger': ['danger-fill'],
}
/** Frames of fields and the focus ring: parts of controls, 3:1. */
const CONTROL_ON: Readonly<Record<string, readonly string[]>> = {
  'line-strong': ['ground', 'surface', 'raised'],
  focus: [...PLAIN_GROUNDS],
}

describe.each([
  ['night', "[data-theme='night']"],
  ['day', "[data-theme='day']"],
])('the colours of the %s', (theme, selector) => {
  const tokens = tokensOf(selector)
  const colour = (name: string): string => {
    const found = tokens.get(name)
    if (found === undefined) throw new Error(`${theme} has no token --${name}`)
    return found
  }
  const below = (pairs: Readonly<Record<string, readonly string[]>>, limit: number): string[] =>
    Object.entries(pairs).flatMap(([front, grounds]) =>
      grounds
        .map((ground) => ({ pair: `${front} on ${ground}`, ratio: contrast(colour(front), colour(ground)) }))
        .filter(({ ratio }) => ratio < limit)
        .map(({ pair, ratio }) => `${pair} ${ratio.toFixed(2)}`),
    )

  it('keep 4.5:1 between every text and each of its grounds (WCAG 2.2, 1.4.3)', () => {
    expect(below(TEXT_ON, 4.5)).toEqual([])
  })

  it('keep 3:1 for frames of controls and the focus ring (WCAG 2.2, 1.4.11)', () => {
    expect(below(CONTROL_ON, 3)).toEqual([])
  })

  it('are all judged here: no token without a place in the table', () => {
    const judged = new Set([...Object.keys(TEXT_ON), ...Object.keys(CONTROL_ON), ...Object.values(TEXT_ON).flat()])
    // A hairline between rows carries nothing that must be read.
    expect([...tokens.keys()].filter((name) => !judged.has(name) && name !== 'line')).toEqual([])
  })
})

it('no style sheet brings a text colour of its own', () => {
  const sheets = ['base', 'panel', 'form', 'shell', 'plan', 'map']
  const own = sheets.flatMap((name) => {
    const sheet = readFileSync(new URL(`../../../renderer/ui/${name}.css`, import.meta.url), 'utf8')
    return [...sheet.matchAll(/^\s*color:\s*(#[0-9a-f]+)/gm)].map((match) => `${name} ${match[1] ?? ''}`)
  })
  expect(own).toEqual([])
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { coverageOf } from '#test/harness/font-coverage.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SLICES = join(ROOT, 'node_modules', '@fontsource', 'noto-sans-sc')
const RARE = join(ROOT, 'renderer', 'ui', 'fonts')

/** Code points of `unicode-range` declarations. */
function rangesOf(css: string): Set<number> {
  const points = new Set<number>()
  for (const [, list = ''] of css.matchAll(/unicode-range:\s*([^;]+);/gi)) {
    for (const range of list.split(',')) {
      const [start = '', end = start] = range.trim().toLowerCase().replace('u+', '').split('-')
      for (let point = parseInt(start, 16); point <= parseInt(end, 16); point += 1) points.add(point)
    }
  }
  return points
}

/** What the page can draw in one weight: a glyph in a file that the style sheet asks for that character. */
function drawable(weight: 400 | 700): Set<number> {
  const glyphs = new Set<number>()
  const files = readdirSync(join(SLICES, 'files')).filter((file) => file.endsWith(`-${weight}-normal.woff2`))
  for (const file of files) for (const point of coverageOf(readFileSync(join(SLICES, 'files', file)))) glyphs.add(point)
  const asked = rangesOf(readFileSync(join(SLICES, `${weight}.css`), 'utf8'))
  const shown = new Set([...glyphs].filter((point) => asked.has(point)))
  const rare = coverageOf(readFileSync(join(RARE, `noto-sans-sc-rare-${weight}.woff2`)))
  return new Set([...shown, ...rare])
}

/** Text files below a folder of the project. */
function textsBelow(folder: string, ending: RegExp): [string, string][] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => [`${folder}/${file}`, readFileSync(join(ROOT, folder, file), 'utf8')])
}

const SHOWN = [
  ...textsBelow('renderer/text', /\.ts$/),
  // Signs that style sheets and components write themselves.
  ...textsBelow('renderer', /\.(css|tsx)$/),
  ...textsBelow('shared/text', /\.ts$/),
  ...textsBelow('shared/planner', /\.ts$/),
  ...textsBelow('resources/contingency-plans', /\.ya?ml$/),
  ...textsBelow('resources/action-cards', /\.ya?ml$/),
  ...textsBelow('resources/parameters', /\.(ya?ml|json|csv)$/),
  ...textsBelow('resources/incidents', /\.json$/),
  ...textsBelow('resources/datasets', /\.(csv|json|geojson)$/),
]

describe('the bundled fonts', () => {
  it.each([400, 700] as const)(
    'draw every character of wordings, plans, parameters and names in weight %i',
    (weight) => {
      const covered = drawable(weight)
      const missing = new Map<string, string>()
      for (const [file, text] of SHOWN) {
        for (const character of text) {
          const point = character.codePointAt(0) ?? 0
          if (point > 126 && !covered.has(point)) missing.set(character, file)
        }
      }
      expect([...missing]).toEqual([])
    },
  )

  it('name the added characters alike in the style sheet, on the map and in the files', () => {
    const sheet = rangesOf(readFileSync(join(RARE, 'rare-characters.css'), 'utf8'))
    const onMap = /RARE_RANGE = '([^']+)'/.exec(readFileSync(join(ROOT, 'renderer/map/label-fonts.ts'), 'utf8'))?.[1]
    expect(rangesOf(`unicode-range: ${onMap ?? ''};`)).toEqual(sheet)
    for (const weight of [400, 700]) {
      const drawn = coverageOf(readFileSync(join(RARE, `noto-sans-sc-rare-${weight}.woff2`)))
      expect([...sheet].filter((point) => !drawn.has(point))).toEqual([])
    }
    for (const character of '堧峧斢甽筀鄮ⅠⅡⅢⅣ') expect(sheet.has(character.codePointAt(0) ?? 0), character).toBe(true)
  })
})

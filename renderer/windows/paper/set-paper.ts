/** What was measured of one sheet, pixels of 1/96 inch; the shell judges it. */
interface Measured {
  readonly overflowBelow: number
  readonly overflowRight: number
  readonly smallestTypePx: number
  readonly density: (typeof DENSITIES)[number]
  readonly undrawn: string
}

/** First and last code points. */
type Ranges = readonly (readonly [number, number])[]

/** Ways to set a sheet: steps larger than the rest, all in 12 pt, and that with less space between the lines. */
const DENSITIES = ['roomy', 'plain', 'tight'] as const

const WEIGHTS = [400, 700] as const
/** What the style sheet itself writes. */
const WRITTEN_BY_STYLE = '×0123456789'

/**
 * Shows the markup of a document, waits for its fonts and measures every sheet. A sheet that is too full is set again
 * with less space, never in type smaller than 12 pt.
 */
export async function setPaper(markup: string): Promise<readonly Measured[]> {
  const paper = document.getElementById('paper')
  if (paper === null) throw new Error('the page has no #paper')
  // Made by our own renderer of documents, which escapes every text; the page's policy forbids scripts in it besides.
  paper.innerHTML = markup
  const sheets = [...paper.querySelectorAll<HTMLElement>('.sheet')]
  const characters = [...new Set(paper.textContent + WRITTEN_BY_STYLE)].join('')
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 16px "Noto Sans SC"`, characters)))
  await document.fonts.ready
  const ranges = loadedRanges()
  return sheets.map((sheet) => settle(sheet, ranges))
}

/** Sets one sheet in the widest density that holds its content; in the last one, full or not. */
function settle(sheet: HTMLElement, ranges: Ranges): Measured {
  let measured: Measured | null = null
  for (const density of DENSITIES) {
    sheet.classList.remove(...DENSITIES)
    sheet.classList.add(density)
    measured = { ...measure(sheet, ranges), density }
    if (measured.overflowBelow === 0) break
  }
  if (measured === null) throw new Error('there are no densities')
  return measured
}

function measure(sheet: HTMLElement, ranges: Ranges): Omit<Measured, 'density'> {
  const content = sheet.querySelector('.content')
  if (content === null) throw new Error('a sheet has no content')
  const parts = [...content.querySelectorAll('*')]
  const frame = content.getBoundingClientRect()
  const boxes = [content, ...parts].map((part) => part.getBoundingClientRect())
  const text = [...new Set(sheet.textContent.trim())].filter((character) => character.trim() !== '')
  return {
    overflowBelow: Math.max(
      content.scrollHeight - content.clientHeight,
      ...boxes.map((box) => box.bottom - frame.bottom),
      0,
    ),
    overflowRight: Math.max(
      content.scrollWidth - content.clientWidth,
      ...boxes.map((box) => box.right - frame.right),
      0,
    ),
    smallestTypePx: Math.min(...parts.map((part) => parseFloat(getComputedStyle(part).fontSize))),
    undrawn: text.filter((character) => !isCovered(character, ranges)).join(''),
  }
}

function isCovered(character: string, ranges: Ranges): boolean {
  const point = character.codePointAt(0) ?? 0
  return ranges.some(([start, end]) => point >= start && point <= end)
}

/** Ranges of code points that the loaded faces of the bundled font cover. */
function loadedRanges(): Ranges {
  return [...document.fonts]
    .filter((face) => face.status === 'loaded')
    .flatMap((face) =>
      face.unicodeRange.split(',').map((range) => {
        const [start = '', end = start] = range.trim().toLowerCase().replace('u+', '').split('-')
        return [parseInt(start, 16), parseInt(end, 16)] as const
      }),
    )
}

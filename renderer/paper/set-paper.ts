import { createBreathing } from './breathe.ts'
import { flowOver } from './flow-over.ts'
import { isFull, measure, worstOf, type Measured } from './measure-sheet.ts'

/** First and last code points. */
type Ranges = readonly (readonly [number, number])[]

/** Ways to set a sheet: as large as may be, in its smallest type, and that with less space between the lines. */
const DENSITIES = ['roomy', 'plain', 'tight'] as const

/** A sheet as it was set. */
interface SetSheet extends Measured {
  readonly density: (typeof DENSITIES)[number]
  readonly pages: number
}

const WEIGHTS = [400, 700] as const
/** What the style sheet itself writes. */
const WRITTEN_BY_STYLE = '×·0123456789'

/**
 * Shows the markup of a document in `paper`, waits for its fonts, parts what flows into pages and measures every sheet.
 * A sheet that is too full is set again with less space, never in smaller type; one that flows goes on overleaf.
 */
export async function setPaper(paper: HTMLElement, markup: string): Promise<readonly SetSheet[]> {
  // Made by our own renderer of documents, which escapes every text; the page's policy forbids scripts in it besides.
  paper.innerHTML = markup
  const sheets = [...paper.querySelectorAll<HTMLElement>('.sheet')]
  const characters = [...new Set(paper.textContent + WRITTEN_BY_STYLE + PAGE_WORDS)].join('')
  await Promise.all(WEIGHTS.map((weight) => document.fonts.load(`${weight} 16px "Noto Sans SC"`, characters)))
  await document.fonts.ready
  const ranges = loadedRanges()
  const breathe = createBreathing()
  const set: SetSheet[] = []
  for (const sheet of sheets) {
    set.push(await settle(sheet, { ranges, breathe }))
    await breathe()
  }
  return set
}

const PAGE_WORDS = '第页 共'

/** Sets one sheet in the widest density that holds its content; then overleaf, where it may flow, or full as it is. */
async function settle(
  sheet: HTMLElement,
  { ranges, breathe }: { readonly ranges: Ranges; readonly breathe: () => Promise<void> },
): Promise<SetSheet> {
  const flows = sheet.classList.contains('flows')
  const density = DENSITIES.find((candidate) => {
    setDensity(sheet, candidate)
    return !isFull(sheet)
  })
  if (flows && density === undefined) setDensity(sheet, 'plain')
  const pages = flows && density === undefined ? await flowOver(sheet, breathe) : [sheet]
  pages.forEach((page, index) => {
    const count = page.querySelector('.page')
    if (count !== null) count.textContent = `第 ${index + 1} 页　共 ${pages.length} 页`
  })
  return {
    ...worstOf(pages.map((page) => measure(page, (character) => isCovered(character, ranges)))),
    density: density ?? (flows ? 'plain' : 'tight'),
    pages: pages.length,
  }
}

function setDensity(sheet: HTMLElement, density: (typeof DENSITIES)[number]): void {
  sheet.classList.remove(...DENSITIES)
  sheet.classList.add(density)
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

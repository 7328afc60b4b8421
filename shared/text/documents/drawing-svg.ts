import type { DrawnFrame, DrawnItem, PaperDrawing } from '../../domain/paper-drawing.ts'
import { escapeMarkup } from './escape-markup.ts'

/** Type of words in a drawing, pixels: 12 pt as on every sheet (design rule: read at arm's length by torchlight). */
export const DRAWING_TYPE_PX = 16

const HATCH =
  '<pattern id="hatch" width="8" height="8" patternUnits="userSpaceOnUse"><path d="M0 8 8 0" stroke="#000" stroke-width="0.6"/></pattern>'
const HEAD =
  '<marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10Z"/></marker>'

const LINES = {
  way: 'stroke-width="4" stroke-linejoin="round" stroke-linecap="round"',
  road: 'stroke="#777" stroke-width="1.2"',
  edge: 'stroke-width="1.6" stroke-dasharray="7 4"',
  closed: 'stroke-width="5" stroke-dasharray="3 5"',
  thin: 'stroke-width="1"',
} as const

/** What stands in the box of a mark; the start of the way is a ring. */
const MARK_WORDS = { scene: '灾', staging: '集', forward: '前', commandPost: '指', start: '' } as const

/** A drawing as SVG: black and white, every text escaped, no style sheet and no script. */
export function drawingSvg({ widthPx, heightPx, title, frames }: PaperDrawing): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${widthPx} ${heightPx}" width="${widthPx}" height="${heightPx}"`,
    ` role="img" font-family="'Noto Sans SC', sans-serif" font-size="${DRAWING_TYPE_PX}">`,
    `<title>${escapeMarkup(title)}</title><defs>${HATCH}${HEAD}</defs>`,
    ...frames.map(frameSvg),
    `</svg>`,
  ].join('')
}

/** A nested drawing cuts off what reaches beyond it. */
function frameSvg({ at, widthPx, heightPx, items }: DrawnFrame): string {
  return [
    `<svg x="${px(at[0])}" y="${px(at[1])}" width="${px(widthPx)}" height="${px(heightPx)}">`,
    `<rect x="0" y="0" width="${px(widthPx)}" height="${px(heightPx)}" fill="#fff"/>`,
    ...items.map(itemSvg),
    `<rect x="0.5" y="0.5" width="${px(widthPx - 1)}" height="${px(heightPx - 1)}" fill="none" stroke="#000"/>`,
    `</svg>`,
  ].join('')
}

function itemSvg(item: DrawnItem): string {
  switch (item.kind) {
    case 'line':
      return `<polyline points="${pointsOf(item.points)}" fill="none" stroke="#000" ${LINES[item.line]}/>`
    case 'area':
      return `<polygon points="${pointsOf(item.points)}" fill="url(#hatch)" stroke="#000" stroke-width="1.6" stroke-dasharray="7 4"/>`
    case 'arrow':
      return `<line x1="${px(item.from[0])}" y1="${px(item.from[1])}" x2="${px(item.to[0])}" y2="${px(item.to[1])}" stroke="#000" stroke-width="2" marker-end="url(#head)"/>`
    case 'words':
      return wordsSvg(item)
    case 'mark':
      return markSvg(item.mark, item.at)
  }
}

/** Words on a white ground: readable over lines and hatching. Edged letters would be written into a PDF without their font. */
function wordsSvg({ at: [x, y], text, anchor }: Extract<DrawnItem, { kind: 'words' }>): string {
  const width = drawnWidth(text)
  const left = x - { start: 0, middle: width / 2, end: width }[anchor]
  return [
    `<rect x="${px(left - 1)}" y="${px(y - DRAWING_TYPE_PX)}" width="${px(width + 2)}" height="${DRAWING_TYPE_PX + 4}" fill="#fff"/>`,
    `<text x="${px(x)}" y="${px(y)}" text-anchor="${anchor}">${escapeMarkup(text)}</text>`,
  ].join('')
}

/** Width of words in a drawing, pixels: characters of full width and, at 0.56 of it, Latin ones. */
export function drawnWidth(text: string): number {
  return Array.from(text).reduce((sum, one) => sum + (/[\u0020-\u007e]/.test(one) ? 0.56 : 1), 0) * DRAWING_TYPE_PX
}

function markSvg(mark: keyof typeof MARK_WORDS, [x, y]: readonly [number, number]): string {
  if (mark === 'start') return `<circle cx="${px(x)}" cy="${px(y)}" r="7" fill="#fff" stroke="#000" stroke-width="3"/>`
  const [fill, ink] = mark === 'scene' ? ['#000', '#fff'] : ['#fff', '#000']
  return [
    `<rect x="${px(x - 11)}" y="${px(y - 11)}" width="22" height="22" fill="${fill}" stroke="#000" stroke-width="2"/>`,
    `<text x="${px(x)}" y="${px(y + 6)}" text-anchor="middle" font-weight="700" fill="${ink}">${MARK_WORDS[mark]}</text>`,
  ].join('')
}

function pointsOf(points: readonly (readonly [number, number])[]): string {
  return points.map(([x, y]) => `${px(x)},${px(y)}`).join(' ')
}

/** Tenths of a pixel: the same drawing is the same bytes. */
function px(value: number): string {
  return String(Math.round(value * 10) / 10)
}

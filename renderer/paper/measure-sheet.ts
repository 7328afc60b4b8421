/** What was measured of one page, pixels of 1/96 inch; the shell judges it. */
export interface Measured {
  readonly overflowBelow: number
  readonly overflowRight: number
  readonly smallestTypePx: number
  readonly undrawn: string
}

/** The part of a sheet that holds its blocks. */
export function contentOf(sheet: HTMLElement): HTMLElement {
  const content = sheet.querySelector<HTMLElement>('.content')
  if (content === null) throw new Error('a sheet has no content')
  return content
}

/** True when a sheet holds more than its frame. */
export function isFull(sheet: HTMLElement): boolean {
  return overflowBelow(contentOf(sheet)) > 0
}

/** Measures one page; `isCovered` tells whether the bundled fonts draw a character. */
export function measure(sheet: HTMLElement, isCovered: (character: string) => boolean): Measured {
  const content = contentOf(sheet)
  const parts = [...content.querySelectorAll('*')]
  const frame = content.getBoundingClientRect()
  const boxes = [content, ...parts.filter(isLaidOut)].map((part) => part.getBoundingClientRect())
  const text = [...new Set(sheet.textContent.trim())].filter((character) => character.trim() !== '')
  return {
    overflowBelow: overflowBelow(content),
    overflowRight: Math.max(
      content.scrollWidth - content.clientWidth,
      ...boxes.map((box) => box.right - frame.right),
      0,
    ),
    smallestTypePx: Math.min(...[content, ...parts].map((part) => parseFloat(getComputedStyle(part).fontSize))),
    undrawn: text.filter((character) => !isCovered(character)).join(''),
  }
}

/** The worst of several pages of one sheet. */
export function worstOf(pages: readonly Measured[]): Measured {
  return {
    overflowBelow: Math.max(...pages.map((page) => page.overflowBelow)),
    overflowRight: Math.max(...pages.map((page) => page.overflowRight)),
    smallestTypePx: Math.min(...pages.map((page) => page.smallestTypePx)),
    undrawn: [...new Set(pages.flatMap((page) => Array.from(page.undrawn)))].join(''),
  }
}

function overflowBelow(content: HTMLElement): number {
  const { bottom } = content.getBoundingClientRect()
  return Math.max(
    content.scrollHeight - content.clientHeight,
    // A block that sticks out of one that does not grow with it is not in the scroll height.
    ...[...content.querySelectorAll('*')].filter(isLaidOut).map((part) => part.getBoundingClientRect().bottom - bottom),
    0,
  )
}

/** What stands inside a drawing is cut off at its frame, wherever it reaches. */
function isLaidOut(part: Element): boolean {
  return part.closest('svg') === null || (part.tagName === 'svg' && part.parentElement?.closest('svg') === null)
}

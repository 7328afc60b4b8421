import { contentOf } from './measure-sheet.ts'

/** Characters of a paragraph that are not worth parting: shorter ones go overleaf whole. */
const SHORT_TEXT = 80

/**
 * Parts a sheet that is too full into pages, each with the sheet's head and foot. Tables, lists and facts are parted
 * between their rows with the table's head again overleaf, long paragraphs between characters; a heading goes overleaf
 * with what it heads. Only a single row higher than a page still sticks out; the measures then say so.
 */
export async function flowOver(first: HTMLElement, breathe: () => Promise<void>): Promise<HTMLElement[]> {
  const blocks = [...contentOf(first).children]
  contentOf(first).replaceChildren()
  const blank = first.cloneNode(true)
  const pages = [first]
  let page = first
  const turn = (): void => {
    const next = cloneOf(blank)
    next.classList.add('overleaf')
    // A heading never stands last on a page.
    const carried: Element[] = []
    const content = contentOf(page)
    while (content.lastElementChild !== null && isHeading(content.lastElementChild) && content.children.length > 1) {
      carried.unshift(content.lastElementChild)
      content.lastElementChild.remove()
    }
    page.after(next)
    pages.push(next)
    page = next
    contentOf(page).append(...carried)
  }
  for (const block of blocks) {
    let rest: Piece | null = pieceOf(block)
    while (rest !== null) {
      rest = lay(rest, contentOf(page))
      if (rest !== null) turn()
      await breathe()
    }
  }
  return pages
}

/** What is still to be laid: a block, and its rows where it may be parted between them. */
interface Piece {
  readonly block: Element
  /** Taken out of the block; null = it has none. */
  readonly rows: readonly (readonly Element[])[] | null
}

function pieceOf(block: Element): Piece {
  const holder = rowHolder(block)
  if (holder === null) return { block, rows: null }
  const rows = rowGroups(block, holder)
  holder.replaceChildren()
  return { block, rows }
}

/**
 * Lays as much of a piece on a page as it holds, and gives back what goes overleaf; null = all of it is laid. Nothing is
 * laid on a page where not even a row fits, unless the page is empty: there would be no better one.
 */
function lay(piece: Piece, content: HTMLElement): Piece | null {
  const { block, rows } = piece
  const isEmpty = [...content.children].every(isHeading)
  content.append(block)
  const holder = rowHolder(block)
  if (rows !== null && holder !== null) {
    const put = (count: number): boolean => {
      holder.replaceChildren(...rows.slice(0, count).flat())
      return holds(content)
    }
    const fitting = largest(rows.length, put)
    const kept = fitting === 0 && isEmpty ? Math.min(1, rows.length) : fitting
    put(kept)
    if (kept === rows.length) return null
    if (kept === 0) {
      block.remove()
      return piece
    }
    return { block: continuationOf(block, kept), rows: rows.slice(kept) }
  }
  if (holds(content)) return null
  const rest = block.tagName === 'P' ? partText(block, content) : null
  if (rest !== null) return { block: rest, rows: null }
  if (isEmpty) return null
  block.remove()
  return piece
}

/** The same block without its rows; numbers of steps go on. */
function continuationOf(block: Element, kept: number): HTMLElement {
  const next = cloneOf(block)
  rowHolder(next)?.replaceChildren()
  if (block instanceof HTMLElement && block.classList.contains('steps')) {
    const before = Number(block.style.counterReset.split(' ')[1] ?? 0)
    next.style.counterReset = `step ${before + kept}`
  }
  return next
}

function cloneOf(node: Node): HTMLElement {
  const clone = node.cloneNode(true)
  if (!(clone instanceof HTMLElement)) throw new Error('a block is no element')
  return clone
}

function holds(content: HTMLElement): boolean {
  return content.scrollHeight <= content.clientHeight
}

function isHeading(element: Element): boolean {
  return /^H[23]$/.test(element.tagName)
}

/** The element whose children are the rows of a block, or null when it cannot be parted. */
function rowHolder(block: Element): Element | null {
  if (block.tagName === 'TABLE') return block.querySelector('tbody')
  return block.matches('ol, ul:not(.signatures), dl') ? block : null
}

/** Rows that stay together: names go with their values. */
function rowGroups(block: Element, rowsIn: Element): Element[][] {
  const children = [...rowsIn.children]
  const size = block.tagName === 'DL' ? (block.classList.contains('two') ? 4 : 2) : 1
  const groups: Element[][] = []
  for (let at = 0; at < children.length; at += size) groups.push(children.slice(at, at + size))
  return groups
}

/** How many rows are tried first; a page holds some thirty. */
const FIRST_TRY = 32

/** The largest count, 0 to `most`, that fits; what fits is never followed by a smaller one that does not. */
function largest(most: number, fits: (count: number) => boolean): number {
  let low = 0
  let high = Math.min(FIRST_TRY, most)
  // Rows by the hundred would be laid out again and again: first a bound, then the place within it.
  while (fits(high)) {
    if (high === most) return most
    low = high
    high = Math.min(high * 2, most)
  }
  while (low + 1 < high) {
    const middle = Math.floor((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle
  }
  return low
}

/** Leaves of a long paragraph what the page holds and gives back the rest; null = it is not worth parting here. */
function partText(block: Element, content: HTMLElement): HTMLElement | null {
  const characters = Array.from(block.textContent)
  const kept = largest(characters.length, (count) => {
    block.textContent = characters.slice(0, count).join('')
    return holds(content)
  })
  // Neither the first nor the last line of a paragraph stands alone.
  const cut = Math.min(kept, characters.length - SHORT_TEXT / 2)
  if (cut < SHORT_TEXT) {
    block.textContent = characters.join('')
    return null
  }
  const rest = cloneOf(block)
  block.textContent = characters.slice(0, cut).join('')
  rest.textContent = characters.slice(cut).join('')
  rest.classList.add('continued')
  return rest
}

import { contentOf } from './measure-sheet.ts'

/** Characters of a paragraph that are not worth parting: shorter ones go overleaf whole. */
const SHORT_TEXT = 80

/**
 * Parts a sheet that is too full into pages, each with the sheet's head and foot. Tables, lists and facts are parted
 * between their rows with the table's head again overleaf, long paragraphs between characters; a heading goes overleaf
 * with what it heads. Only a single row higher than a page still sticks out; the measures then say so.
 */
export function flowOver(first: HTMLElement): HTMLElement[] {
  const blocks = [...contentOf(first).children]
  contentOf(first).replaceChildren()
  const pages = [first]
  const template = first.cloneNode(true)
  let page = first
  const turn = (): void => {
    const next = template.cloneNode(true)
    if (!(next instanceof HTMLElement)) throw new Error('a sheet is no element')
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
    let rest: Element | null = block
    while (rest !== null) {
      const content = contentOf(page)
      const isEmpty = [...content.children].every(isHeading)
      content.append(rest)
      if (holds(content)) break
      const overleaf = part(rest, content, isEmpty)
      if (overleaf === rest) {
        // Nothing of it fits here. On an empty page nothing would fit overleaf either: it stays and is measured as too high.
        if (isEmpty) break
        rest.remove()
      }
      rest = overleaf
      if (rest !== null) turn()
    }
  }
  return pages
}

function holds(content: HTMLElement): boolean {
  return content.scrollHeight <= content.clientHeight
}

function isHeading(element: Element): boolean {
  return /^H[23]$/.test(element.tagName)
}

/**
 * Leaves of `block` what its page holds and gives back the rest for the next page; the block itself when nothing of it
 * stays. `atLeastOne`: a row that fits no page stays, for there is no better place.
 */
function part(block: Element, content: HTMLElement, atLeastOne: boolean): Element | null {
  if (block.tagName === 'P') return partText(block, content)
  const rowsIn = rowHolder(block)
  if (rowsIn === null) return block
  const rows = rowGroups(block, rowsIn)
  const kept = Math.max(
    largest(rows.length, (count) => {
      rowsIn.replaceChildren(...rows.slice(0, count).flat())
      return holds(content)
    }),
    atLeastOne ? 1 : 0,
  )
  if (kept === 0 || rows.length === kept) {
    rowsIn.replaceChildren(...rows.flat())
    return rows.length === kept ? null : block
  }
  const rest = block.cloneNode(true)
  if (!(rest instanceof HTMLElement)) throw new Error('a block is no element')
  rowsIn.replaceChildren(...rows.slice(0, kept).flat())
  rowHolder(rest)?.replaceChildren(...rows.slice(kept).flat())
  if (block.classList.contains('steps')) {
    const before = block instanceof HTMLElement ? Number(block.style.counterReset.split(' ')[1] ?? 0) : 0
    rest.style.counterReset = `step ${before + kept}`
  }
  return rest
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

/** The largest count, 0 to `most`, that fits; what fits is never followed by a smaller one that does not. */
function largest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (fits(middle)) low = middle
    else high = middle - 1
  }
  return low
}

function partText(block: Element, content: HTMLElement): Element {
  const characters = Array.from(block.textContent)
  if (characters.length < SHORT_TEXT) return block
  const kept = largest(characters.length, (count) => {
    block.textContent = characters.slice(0, count).join('')
    return holds(content)
  })
  // Neither the first nor the last line of a paragraph stands alone.
  const cut = Math.min(kept, characters.length - SHORT_TEXT / 2)
  if (cut < SHORT_TEXT) {
    block.textContent = characters.join('')
    return block
  }
  const rest = block.cloneNode(true)
  if (!(rest instanceof HTMLElement)) throw new Error('a paragraph is no element')
  block.textContent = characters.slice(0, cut).join('')
  rest.textContent = characters.slice(cut).join('')
  rest.classList.add('continued')
  return rest
}

import type { ImportNote } from '#shared/contract/imports.contract.ts'
import type { TextTable } from '../../datasets/read-table.ts'

/** A table without what is no data, and what was left out. */
export interface TidiedLines {
  readonly table: TextTable
  readonly notes: readonly ImportNote[]
}

const TOTAL = /^(合\s*计|总\s*计|小\s*计|共\s*计)/
const SIGNATURE = /^(填表|制表|填报|审核|报送)(人|单位|日期|时间)?\s*[:：]/
const REMARK = /^(注|说明|备注)\s*[\d一二三]?\s*[:：]/
const COUNTING = /^(序\s*号|行\s*号|no\.?|№)?$/i

/** Leaves out the column that only counts the rows, columns without anything, and lines of totals and signatures. */
export function tidyLines(given: TextTable): TidiedLines {
  const notes: ImportNote[] = []
  const lines = given.lines.filter(({ cells }) => !isNoData(cells))
  const left = given.lines.filter(({ cells }) => isNoData(cells))
  const [firstLeft] = left
  if (firstLeft !== undefined) {
    const from = firstLeft.cells.filter((cell) => cell.trim() !== '').join(' ')
    notes.push({ code: 'total-line', column: '', rows: left.length, line: firstLeft.line, from: short(from), to: '' })
  }
  const dropped = new Set<number>()
  for (const [at, heading] of given.header.entries()) {
    if (!COUNTING.test(heading.trim())) continue
    const filled = lines.flatMap(({ line, cells }) => ((cells[at] ?? '').trim() === '' ? [] : [{ line, cells }]))
    const isEmpty = filled.length === 0
    if (!isEmpty && !isCounting(filled.map(({ cells }) => (cells[at] ?? '').trim()))) continue
    if (isEmpty && heading.trim() !== '') continue
    dropped.add(at)
    const [first] = filled
    if (first === undefined) continue
    const from = (first.cells[at] ?? '').trim()
    notes.push({ code: 'counting-column', column: heading, rows: filled.length, line: first.line, from, to: '' })
  }
  if (dropped.size === 0) return { table: lines.length === given.lines.length ? given : { ...given, lines }, notes }
  const kept = (cells: readonly string[]): string[] => cells.filter((_, at) => !dropped.has(at))
  const table = {
    ...given,
    header: kept(given.header),
    // A fault of the file format about a cell without heading that was only a count is no fault.
    lines: lines.map((line) => ({
      ...line,
      cells: kept(line.cells),
      faults: line.faults.filter(isOfKept(line.cells)),
    })),
  }
  return { table, notes }

  function isOfKept(cells: readonly string[]): (fault: { readonly column: string; readonly value: string }) => boolean {
    return ({ column, value }) => column !== '' || ![...dropped].some((at) => cells[at] === value)
  }
}

/** Counts from 1 on, each row one more; a gap is where a line was deleted. */
function isCounting(texts: readonly string[]): boolean {
  let last = 0
  for (const text of texts) {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : -1
    if (number <= last) return false
    last = number
  }
  return last <= texts.length * 2
}

function isNoData(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const [first = ''] = filled
  const text = first.trim()
  if (TOTAL.test(text)) return filled.slice(1).every((cell) => /^[\d.,，\s]*$/.test(cell))
  return SIGNATURE.test(text) || (filled.length === 1 && REMARK.test(text))
}

function short(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
